import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Migration, Schema } from "../../storage/migrations.ts";
import { openPostgresStore, withStore } from "../../storage/postgres/open.ts";
import { verifyPostgres } from "../../storage/postgres/verify.ts";
import { freshPostgres, startPostgres, withClient, type PostgresServer } from "./postgresServer.ts";
import { commitOf, message, minutesLater, NOON, official, write } from "./sample.ts";

const tell = () => undefined;
/** What a next schema might do: officials get their name in capitals, messages and replies change. */
const step: Migration = {
  *rows(rows) {
    for (const stored of rows) {
      if (stored.id === "gone") continue;
      const row = stored.row as { name: string };
      yield { ...stored, row: { ...row, name: row.name.toUpperCase() } };
    }
  },
  message: (message) => ({ ...(message as object), correlation: "migrated" }),
  reply: (reply) => ({ migrated: reply }),
};
const next: Schema = { version: 2, migrations: [step] };

let server: PostgresServer;
let fresh: Awaited<ReturnType<typeof freshPostgres>>;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());
beforeEach(async () => {
  fresh = await freshPostgres(server);
});
afterEach(async () => {
  await withClient(fresh.url, (client) => client.query("update store set schema = 1"));
  await fresh.remove();
});
const byHand = (sql: string) => withClient(fresh.url, (client) => client.query(sql));
const verify = () => withStore(fresh.url, tell, (pool, id) => verifyPostgres(pool, id));

describe("rows of an older schema", () => {
  it("are brought forward with messages and replies, found as before, and told of in the journal", async () => {
    const { store } = fresh;
    const outbox = [message("m1", "a")];
    await store.commit(
      commitOf([write(official("wout", { entraId: "e1" }), 0)], { key: "k", reply: 1, outbox }),
    );
    await store.commit(commitOf([write(official("gone"), 0)]));
    await store.close();
    const newer = await openPostgresStore(fresh.url, { tell, schema: next });
    expect(await newer.all("official")).toEqual([
      { version: 1, row: official("wout", { name: "MEDEWERKER WOUT", entraId: "e1" }) },
    ]);
    expect((await newer.list("official", "entraId", "e1")).length).toBe(1);
    expect(await newer.replyOf("k")).toEqual({ reply: { migrated: 1 } });
    expect(await newer.commit(commitOf([], { key: "k" }))).toEqual({
      kind: "replayed",
      reply: { migrated: 1 },
    });
    expect(await newer.claim(9, "me", 1, NOON)).toMatchObject([{ id: "m1", correlation: "migrated" }]);
    await newer.commit(commitOf([write(official("new"), 0)], { key: "new", reply: "as it is" }));
    expect(await newer.replyOf("new")).toEqual({ reply: "as it is" });
    await newer.close();
    await byHand("update store set schema = 1"); // only to let today's verify look
    expect(await verify()).toMatchObject({ problems: [] });
  });

  it("an instance that has not been updated can change nothing any more, and says so", async () => {
    const { store } = fresh;
    await store.commit(commitOf([write(official("wout"), 0)], { outbox: [message("m1", "a")] }));
    const newer = await openPostgresStore(fresh.url, { tell, schema: next });
    const why = expect.stringMatching(/in use by another version of Kernwijzer/);
    expect(await store.commit(commitOf([write(official("mia"), 0)]))).toEqual({ kind: "unavailable", why });
    expect(await store.health()).toEqual({ ok: false, why });
    expect(await store.claim(9, "old", 1, NOON)).toEqual([]);
    expect(await newer.claim(9, "new", 1, minutesLater(1))).toHaveLength(1);
    expect(await newer.health()).toEqual({ ok: true });
    await newer.close();
  });

  it("loses nothing that an instance commits while another brings the rows forward", async () => {
    const { store } = fresh;
    await store.commit(commitOf([write(official("wout"), 0)]));
    const meanwhile: ReturnType<typeof store.commit>[] = [];
    const slow: Migration = {
      *rows(rows) {
        for (const stored of rows) {
          // Asked for in the middle; it cannot come in between reading the rows and writing them.
          meanwhile.push(store.commit(commitOf([write(official("meanwhile"), 0)])));
          yield stored;
        }
      },
    };
    const newer = await openPostgresStore(fresh.url, { tell, schema: { version: 2, migrations: [slow] } });
    const [outcome] = await Promise.all(meanwhile);
    expect(outcome).toMatchObject({ kind: "unavailable" });
    expect((await newer.all("official")).map(({ row }) => row.id)).toEqual(["wout"]);
    await newer.close();
  });

  it("when several instances start at once, are brought forward once", async () => {
    await fresh.store.commit(commitOf([write(official("wout", { name: "a" }), 0)]));
    const append: Migration = {
      *rows(rows) {
        for (const one of rows) yield { ...one, row: { ...(one.row as object), name: "b" } };
      },
    };
    const schema = { version: 2, migrations: [append] };
    const stores = await Promise.all([1, 2, 3].map(() => openPostgresStore(fresh.url, { tell, schema })));
    const { rows } = await byHand("select from journal where body like '%schema 1 to 2%'");
    expect(rows).toHaveLength(1);
    await Promise.all(stores.map((one) => one.close()));
  });
});

describe("a store of another version", () => {
  it("that is newer is refused, and left as it is", async () => {
    await (await openPostgresStore(fresh.url, { tell, schema: next })).close();
    await expect(openPostgresStore(fresh.url, { tell })).rejects.toMatchObject({ reason: "newerSchema" });
    await expect(openPostgresStore(fresh.url, { tell })).rejects.toThrow(/Start the newer version/);
  });

  it("with tables of a newer version is refused too", async () => {
    await byHand("insert into table_migration (name, run_on) values ('9_later', now())");
    await expect(openPostgresStore(fresh.url, { tell })).rejects.toMatchObject({ reason: "newerSchema" });
    await byHand("delete from table_migration where name = '9_later'");
  });

  it("that is older is not changed by who only wants to read", async () => {
    await fresh.store.close();
    await byHand("update store set schema = 0");
    await expect(verify()).rejects.toMatchObject({ reason: "olderSchema" });
    expect((await byHand("select from store where schema = 0")).rowCount).toBe(1);
  });
});

describe("declared indexes", () => {
  it("that were others when a row was written find it all the same", async () => {
    await fresh.store.commit(commitOf([write(official("wout", { entraId: "e1" }), 0)]));
    await fresh.store.close();
    await byHand("update record set keys = '{}'; update store set indexes = 'of another version'");
    const store = await openPostgresStore(fresh.url, { tell });
    expect((await store.list("official", "entraId", "e1")).map(({ row }) => row.id)).toEqual(["wout"]);
    await store.close();
  });

  it("are used: a row is found among many without looking at all of them", async () => {
    const { store } = fresh;
    const many = Array.from({ length: 3_000 }, (_, n) => write(official(`o${n}`, { entraId: `e${n}` }), 0));
    await store.commit(commitOf(many));
    await byHand("analyze record");
    expect((await store.list("official", "entraId", "e7")).map(({ row }) => row.id)).toEqual(["o7"]);
    await store.close(); // then what it looked at is counted
    const used = "select idx_scan from pg_stat_user_indexes where indexrelname = 'record_keys'";
    const { rows } = await withClient(fresh.url, (client) => client.query<{ idx_scan: string }>(used));
    expect(Number(rows[0]?.idx_scan)).toBeGreaterThan(0);
  });

  it("nobody declared are a mistake", async () => {
    await expect(fresh.store.list("official", "name", "Wout")).rejects.toThrow(TypeError);
  });
});
