import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COLLECTIONS } from "../../storage/rows.ts";
import { openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { openEmbeddedReader } from "../../storage/lowdb/reader.ts";
import { call } from "./call.ts";

let folder: string;
let data: string;
let copy: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kernwijzer-backup-"));
  data = join(folder, "data");
  copy = join(folder, "copy");
  expect(await call(["init", "--data", data])).toMatchObject({ code: 0 });
  await remember("veen", 0);
});
afterEach(() => rm(folder, { recursive: true }));

/** Stores one kern the way the product does. */
async function remember(id: string, expected: number): Promise<void> {
  const store = await openEmbeddedStore(data);
  const outcome = await store.commit({
    key: `k-${id}-${expected}`,
    changes: [{ collection: "kern", id, expect: expected, row: { id, name: id, aliases: [] } }],
    journal: { who: "x", capacity: "", at: "2026-04-14T07:00:00.000Z", act: "import", why: "test" },
    outbox: [],
    reply: null,
  });
  expect(outcome.kind).toBe("committed");
  await store.close();
}

async function everything(from: string): Promise<unknown> {
  const reader = await openEmbeddedReader(from);
  const rows = await Promise.all(COLLECTIONS.map(async (name) => [name, await reader.all(name)] as const));
  await reader.close();
  return rows;
}

describe("backup, restore and verify", () => {
  it("copy a store while it is in use and give the same contents back", async () => {
    const running = await openEmbeddedStore(data);
    expect(await call(["backup", copy, "--data", data])).toMatchObject({ code: 0 });
    await running.close();
    const restored = join(folder, "restored");
    expect(await call(["restore", copy, restored])).toMatchObject({ code: 0, err: "" });
    expect(await everything(restored)).toEqual(await everything(data));
    expect(await call(["verify", restored])).toMatchObject({ code: 0 });
  });

  it("keep what was true when the copy was made", async () => {
    await call(["backup", copy, "--data", data]);
    const then = await everything(data);
    await remember("hank", 0);
    await call(["restore", copy, join(folder, "restored")]);
    expect(await everything(join(folder, "restored"))).toEqual(then);
  });

  it("never write over anything", async () => {
    await call(["backup", copy, "--data", data]);
    expect(await call(["backup", copy, "--data", data])).toMatchObject({ code: 1 });
    expect(await call(["restore", copy, data])).toMatchObject({ code: 1 });
  });

  it("refuse a copy in which one byte changed, and leave no store behind", async () => {
    await call(["backup", copy, "--data", data]);
    await flipByteIn(copy);
    const refused = await call(["restore", copy, join(folder, "restored")]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("Use another backup.");
    expect(await call(["verify", join(folder, "restored")])).toMatchObject({ code: 1 });
  });

  it("name the damage in a data folder", async () => {
    await remember("hank", 0);
    expect(await call(["verify", "--data", data])).toMatchObject({ code: 0 });
    await flipByteIn(data);
    const found = await call(["verify", "--data", data]);
    expect(found.code).toBe(1);
    expect(found.err).toMatch(/damaged/);
  });

  it("name a row that breaks a rule of the domain, in a store that is sound", async () => {
    const store = await openEmbeddedStore(data);
    const row = { id: "r1", official: "niemand", role: "teamleider" } as const;
    await store.commit({
      changes: [{ collection: "role", id: "r1", expect: 0, row }],
      journal: { who: "x", capacity: "", at: "2026-04-14T07:00:00.000Z", act: "import", why: "test" },
      outbox: [],
      reply: null,
    });
    await store.close();
    const found = await call(["verify", "--data", data]);
    expect(found).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^role r1: there is no official niemand/),
    });
  });

  it("print the audit trail: who, when, why, before and after", async () => {
    const { code, out } = await call(["journal", "--data", data]);
    expect(code).toBe(0);
    const acts = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { kind: string })
      .filter(({ kind }) => kind === "act");
    expect(acts).toMatchObject([
      {
        entry: { who: "x", act: "import", why: "test", at: "2026-04-14T07:00:00.000Z" },
        changes: [{ collection: "kern", id: "veen", before: null, after: { name: "veen" } }],
      },
    ]);
  });

  it("say what is wrong with the call", async () => {
    for (const args of [["backup"], ["restore", copy], ["verify", "a", "b"], ["journal", "x"]]) {
      expect(await call(args)).toMatchObject({ code: 2 });
    }
  });
});

/** Changes one byte in the middle of the first act in the journal. */
async function flipByteIn(store: string): Promise<void> {
  for (const name of await readdir(store)) {
    const file = join(store, name);
    const bytes = await readFile(file);
    const at = bytes.indexOf('"veen"');
    if (!name.startsWith("journal-") || at < 0) continue;
    bytes[at + 2] = (bytes[at + 2] ?? 0) ^ 1;
    await writeFile(file, bytes);
    return;
  }
  throw new Error("the journal holds no Veen");
}
