import { cp, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ContentsPart, StoreContents } from "../../storage/contents.ts";
import { fillFolder, withFolderContents } from "../../storage/lowdb/carry.ts";
import { fillDatabase, withDatabaseContents } from "../../storage/postgres/carry.ts";
import { openStoreAt, verifyAt } from "../../storage/place.ts";
import { StoreRefused } from "../../storage/refused.ts";
import { temporaryFolder } from "./embeddedStore.ts";
import { startPostgres, withClient, type PostgresServer } from "./postgresServer.ts";
import { message, NOON, official } from "./sample.ts";

const ROWS = 1_200;
const tell = () => undefined;
let server: PostgresServer;
let scratch: string;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());
beforeEach(async () => {
  scratch = await temporaryFolder();
});
afterEach(() => rm(scratch, { recursive: true }));

/** Rows in parts of a hundred, a reply and two messages; `before` hears which part is asked for. */
function contents(before: (part: number) => Promise<void> | void = () => undefined): StoreContents {
  async function* parts(): AsyncGenerator<ContentsPart> {
    for (let at = 0; at < ROWS / 100; at += 1) {
      await before(at);
      const ids = Array.from({ length: 100 }, (_, n) => `o-${at * 100 + n}`);
      const rows = ids.map((id) => ({
        collection: "official",
        id,
        version: 3,
        row: official(id, { entraId: `entra of ${id}` }),
      }));
      yield { kind: "rows", rows };
    }
    yield { kind: "replies", replies: [{ key: "press 1", at: NOON, reply: { ok: true } }] };
    const waiting = { attempts: 0, state: "ready" } as const;
    yield {
      kind: "messages",
      messages: ["m1", "m2"].map((id) => ({ message: message(id, "c"), ...waiting })),
    };
  }
  return { source: { store: "another", lsn: 9, hash: "of its last entry" }, parts };
}

const TARGETS = {
  folder: {
    place: () => Promise.resolve(join(scratch, "target")),
    fill: (place: string, from: StoreContents) => fillFolder(place, from, NOON),
    read: withFolderContents,
  },
  database: {
    place: () => server.database("nothing"),
    fill: (place: string, from: StoreContents) => fillDatabase(place, from, NOON, tell),
    read: <T>(place: string, work: (found: StoreContents) => Promise<T>) =>
      withDatabaseContents(place, tell, work),
  },
};

async function expectWhole(place: string): Promise<void> {
  expect((await verifyAt(place, [], tell)).problems).toEqual([]);
  const store = await openStoreAt(place, tell);
  expect((await store.all("official")).length).toBe(ROWS);
  expect(await store.list("official", "entraId", "entra of o-1199")).toMatchObject([{ version: 3 }]);
  expect(await store.replyOf("press 1")).toEqual({ reply: { ok: true } });
  expect((await store.claim(9, "me", 1, NOON)).map(({ id }) => id)).toEqual(["m1"]);
  await store.close();
}

describe.each(["folder", "database"] as const)("filling a %s", (kind) => {
  const { place: newPlace, fill, read } = TARGETS[kind];

  it("that breaks off half-way leaves no store, and can be done again in the same place", async () => {
    const place = await newPlace();
    const broken = contents((part) => {
      if (part === 7) throw new StoreRefused("damaged", "The source is damaged.");
    });
    await expect(fill(place, broken)).rejects.toThrow("The source is damaged.");
    await expect(openStoreAt(place, tell)).rejects.toMatchObject({ reason: "noStore" });
    expect(await fill(place, contents())).toBe(ROWS);
    await expectWhole(place);
  });

  it("is no store before what was written proves to be what was read", async () => {
    const place = await newPlace();
    // Says something else each time it is written down, as a disk or a driver that garbles would.
    let told = 0;
    const garbled = { id: "k", toJSON: () => ({ id: "k", told: (told += 1) }) };
    const odd: StoreContents = {
      ...contents(),
      async *parts() {
        yield { kind: "rows", rows: [{ collection: "kern", id: "k", version: 1, row: garbled }] };
        yield* contents().parts();
      },
    };
    await expect(fill(place, odd)).rejects.toMatchObject({ reason: "damaged" });
    await expect(openStoreAt(place, tell)).rejects.toMatchObject({ reason: "noStore" });
    await fill(place, contents());
    await expectWhole(place);
  });

  it("takes and hands out a large store a part at a time", async () => {
    const place = await newPlace();
    await fill(place, contents());
    const sizes = await read(place, async (found) => {
      const counted: number[] = [];
      for await (const part of found.parts()) if (part.kind === "rows") counted.push(part.rows.length);
      return counted;
    });
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(ROWS);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
  });
});

describe("filling a folder", () => {
  it("asks for the next part when the one before is in the journal", async () => {
    const place = join(scratch, "target");
    let seen = 0;
    await fillFolder(
      place,
      contents(async (part) => {
        if (part === 0) return;
        const [journal = ""] = (await readdir(place)).filter((name) => name.startsWith("journal-"));
        expect(await readFile(join(place, journal), "utf8")).toContain(`"o-${part * 100 - 1}"`);
        seen += 1;
      }),
      NOON,
    );
    expect(seen).toBe(ROWS / 100 - 1);
  });

  it("that is killed in the middle leaves no store, and what it left is cleared by the next try", async () => {
    const killed = join(scratch, "killed");
    const place = join(scratch, "target");
    await fillFolder(
      place,
      contents(async (part) => {
        if (part === 7) await cp(place, killed, { recursive: true });
      }),
      NOON,
    );
    await expect(openStoreAt(killed, tell)).rejects.toMatchObject({ reason: "noStore" });
    await expect(verifyAt(killed, [], tell)).resolves.toMatchObject({
      problems: [expect.stringContaining("There is no store")],
    });
    await fillFolder(killed, contents(), NOON);
    await expectWhole(killed);
  });
});

it("a database that goes away while it is read is the one that is named, and nothing is left in the other", async () => {
  const [from, to] = [await server.database("nothing"), await server.database("nothing")];
  await fillDatabase(from, contents(), NOON, tell);
  const moving = withDatabaseContents(from, tell, ({ source, parts }) => {
    async function* interrupted(): AsyncGenerator<ContentsPart> {
      for await (const part of parts()) {
        yield part;
        await withClient(from, (client) => client.query(END_OTHERS));
      }
    }
    return fillDatabase(to, { source, parts: interrupted }, NOON, tell);
  });
  await expect(moving).rejects.toMatchObject({
    reason: "unreachable",
    message: expect.stringContaining(new URL(from).pathname.slice(1)) as string,
  });
  await expect(openStoreAt(to, tell)).rejects.toMatchObject({ reason: "noStore" });
  await expectWhole(from);
});

const END_OTHERS = `
select pg_terminate_backend(pid) from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid()`;
