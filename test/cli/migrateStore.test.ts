import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openStoreAt } from "../../storage/place.ts";
import { startPostgres, type PostgresServer } from "../storage/postgresServer.ts";
import { commitOf, message, minutesLater, NOON, official, write } from "../storage/sample.ts";
import { call } from "./call.ts";

const tell = () => undefined;
let server: PostgresServer;
let folder: string;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kernwijzer-move-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** A store with something of everything, in every state that a message can be in. */
async function live(place: string): Promise<void> {
  const store = await openStoreAt(place, tell);
  await store.commit(
    commitOf([write(official("wout", { entraId: "e1" }), 0)], { key: "press 1", reply: { ok: 1 } }),
  );
  await store.commit(commitOf([write(official("wout", { entraId: "e2" }), 1)]));
  const outbox = ["ready", "retried", "unknown", "dead", "sent"].map((id) => message(id, `c-${id}`));
  await store.commit(commitOf([], { outbox: [...outbox, message("second", "c-ready")] }));
  await store.claim(20, "x", 1, NOON);
  await store.settle("retried", { kind: "retry", notBefore: minutesLater(5), why: "429" }, NOON);
  await store.settle("unknown", { kind: "unknown", remindAt: minutesLater(60), why: "time-out" }, NOON);
  await store.settle("dead", { kind: "dead", why: "gone" }, NOON);
  await store.settle("sent", { kind: "sent" }, NOON);
  await store.close();
}

async function looks(place: string) {
  const store = await openStoreAt(place, tell);
  const seen = {
    officials: await store.all("official"),
    byKey: await store.list("official", "entraId", "e2"),
    reply: await store.replyOf("press 1"),
    dead: (await store.deadMessages()).map(({ id }) => id),
    due: (await store.claim(20, "y", 1, minutesLater(4))).map(({ id }) => id),
    later: (await store.claim(20, "y", 1, minutesLater(61))).map(({ id, attempts, unknown }) => [
      id,
      attempts,
      unknown,
    ]),
  };
  await store.close();
  return { ...seen, later: seen.later.toSorted() };
}

describe("a store that moves", () => {
  it("to PostgreSQL and back is the same, and works on", async () => {
    const [first, back] = [join(folder, "first"), join(folder, "back")];
    const database = await server.database("nothing");
    await call(["init", "--data", first]);
    await live(first);
    const there = await call(["migrate-store", first, database]);
    expect(there).toMatchObject({ code: 0, err: "" });
    expect(there.out).toMatch(
      /^Moved 1 rows to the database town_\d+ at 127\.0\.0\.1:\d+; the contents are the same/,
    );
    expect(await call(["migrate-store", database, back])).toMatchObject({ code: 0, err: "" });
    for (const place of [database, back])
      expect(await call(["verify", place])).toMatchObject({ code: 0, err: "" });
    const seen = await looks(first);
    expect(seen.later).toContainEqual(["unknown", 1, true]);
    expect(await looks(database)).toEqual(seen);
    expect(await looks(back)).toEqual(seen);
    const journal = (await call(["journal", "--data", back])).out.trim().split("\n");
    expect(journal.join("\n")).toContain("whose journal ends at");
  });

  it("never goes over another store", async () => {
    const first = join(folder, "first");
    await call(["init", "--data", first]);
    const taken = await server.database();
    const refused = await call(["migrate-store", first, taken]);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toMatch(/holds a store already. Nothing was changed/);
    expect(refused.err).not.toContain("practice");
    expect(await call(["migrate-store", taken, first])).toMatchObject({ code: 1 });
  });
});

describe("the other commands on a database", () => {
  it("init, import, export, find, verify and journal work; backup names the database's own tools", async () => {
    const database = await server.database("nothing");
    expect(await call(["verify", database])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/kernwijzer init/),
    });
    expect(await call(["init", "--data", database])).toMatchObject({ code: 0 });
    expect(await call(["import", "bot/practice/altena", "--data", database])).toMatchObject({ code: 0 });
    const found = await call(["find", "wie gaat over hondenlosloopgebied in veen", "--data", database]);
    expect(found.out).toContain("Beheer Openbare Ruimte");
    expect(await call(["export", join(folder, "out.json"), "--data", database])).toMatchObject({ code: 0 });
    expect(await call(["verify", "--data", database])).toMatchObject({ code: 0, err: "" });
    expect((await call(["journal", "--data", database])).out).toContain('"act":"import"');
    const doctor = await call(["doctor", "--data", database]);
    expect(doctor).toMatchObject({
      code: 0,
      out: expect.stringMatching(/the database \S+ at .* answers and holds a store/),
    });
    const backup = await call(["backup", join(folder, "copy"), "--data", database]);
    expect(backup).toMatchObject({ code: 1, err: expect.stringMatching(/its own tools/) });
  });
});
