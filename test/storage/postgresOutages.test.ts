import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AT_WORK } from "../../storage/postgres/connect.ts";
import { openPostgresStore } from "../../storage/postgres/open.ts";
import type { PostgresStore } from "../../storage/postgres/store.ts";
import { StoreUnavailable } from "../../storage/store.ts";
import { linkTo, type Link } from "./link.ts";
import { freshPostgres, startPostgres, withClient, type PostgresServer } from "./postgresServer.ts";
import { commitOf, message, minutesLater, NOON, official, write } from "./sample.ts";

const tell = () => undefined;
const MINUTE = 60_000;
let server: PostgresServer;
let fresh: Awaited<ReturnType<typeof freshPostgres>>;
let link: Link;
let store: PostgresStore;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());
beforeEach(async () => {
  fresh = await freshPostgres(server);
  link = await linkTo(fresh.url);
  store = await openPostgresStore(link.url, { tell, timeOuts: { ...AT_WORK, answer: 300 } });
  // A connection that is there already, so that what happens next happens to a commit.
  await store.get("official", "nobody");
});
afterEach(async () => {
  link.answers = "arrive";
  link.open();
  await store.close();
  await link.remove();
  await fresh.remove();
});

/** What the database itself says, past the link. */
const there = () => fresh.store.get("official", "wout");
const add = commitOf([write(official("wout"), 0)]);
const addOnce = commitOf([write(official("wout"), 0)], { key: "press 1", reply: { card: "Dankjewel" } });

/** Lets the next answer get lost; what is asked by a new connection arrives. */
async function losing<T>(act: () => Promise<T>): Promise<T> {
  link.answers = "are lost";
  const acting = act();
  const before = link.lost;
  await until(() => link.lost > before);
  link.answers = "arrive";
  return acting;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

describe("a commit whose answer was lost", () => {
  it("is asked for, and not done again", async () => {
    expect(await losing(() => store.commit(add))).toEqual({ kind: "committed" });
    expect(await there()).toMatchObject({ version: 1 });
  });

  it("with a key gives the reply that was kept", async () => {
    const reply = { card: "Dankjewel" };
    expect(await losing(() => store.commit(addOnce))).toEqual({ kind: "replayed", reply });
    expect(await store.commit(addOnce)).toEqual({ kind: "replayed", reply });
    expect(await there()).toMatchObject({ version: 1 });
  });

  it("is asked for until the database is back", async () => {
    link.answers = "are lost";
    const committing = store.commit(add);
    await link.close(3);
    link.answers = "arrive";
    link.open();
    expect(await committing).toEqual({ kind: "committed" });
  });

  it("is asked for when the answer does not come at all", async () => {
    link.answers = "never come";
    const before = link.connections;
    const committing = store.commit(add);
    await until(() => link.connections > before);
    link.answers = "arrive";
    expect(await committing).toEqual({ kind: "committed" });
  });

  it("is not done behind the back of whoever was told that it was not", async () => {
    await fresh.store.commit(add);
    const late = commitOf([write(official("wout", { name: "Late" }), 1)], { key: "late" });
    await withClient(fresh.url, async (holder) => {
      await holder.query("begin");
      await holder.query("select from record for update");
      const committing = store.commit(late);
      while ((await underWay()) === 0);
      link.cut();
      expect(await committing).toMatchObject({ kind: "unavailable" });
      await holder.query("rollback");
    });
    while ((await underWay()) > 0);
    expect(await there()).toMatchObject({ version: 1 });
    expect(await store.commit(late)).toEqual({ kind: "committed" });
  });
});

/** How many commits the server is at. */
function underWay(): Promise<number> {
  return withClient(fresh.url, async (client) => {
    const { rowCount } = await client.query(`select from pg_stat_activity where datname = current_database()
      and state = 'active' and query like '%store_commit%' and pid <> pg_backend_pid()`);
    return rowCount ?? 0;
  });
}

describe("while the database is away", () => {
  it("a commit says so at once, and reading says that it cannot", async () => {
    void link.close(1);
    link.cut();
    await expect(store.get("official", "wout")).rejects.toThrow(StoreUnavailable);
    expect(await store.commit(addOnce)).toEqual({ kind: "unavailable", why: "the database does not answer" });
    await expect(store.get("official", "wout")).rejects.toThrow(StoreUnavailable);
    expect(await store.health()).toEqual({ ok: false, why: "the database does not answer" });
    link.open();
    expect(await store.commit(addOnce)).toEqual({ kind: "committed" });
    expect(await store.health()).toEqual({ ok: true });
  });

  it("a send that ended is kept, and told before anything is claimed again", async () => {
    await store.commit(commitOf([], { outbox: ["sent", "unknown", "retry"].map((id) => message(id, id)) }));
    await store.claim(9, "one", MINUTE, NOON);
    link.cut();
    void link.close(1);
    await store.settle("sent", { kind: "sent" }, NOON);
    await store.settle("unknown", { kind: "unknown", remindAt: minutesLater(60), why: "time-out" }, NOON);
    await store.settle("retry", { kind: "retry", notBefore: minutesLater(10), why: "429" }, NOON);
    await expect(store.claim(9, "one", MINUTE, minutesLater(2))).rejects.toThrow(/does not answer/);
    link.open();
    expect(await store.claim(9, "one", MINUTE, minutesLater(2))).toEqual([]);
    const later = await store.claim(9, "one", MINUTE, minutesLater(61));
    expect(later.map(({ id, attempts }) => [id, attempts]).sort()).toEqual([
      ["retry", 1],
      ["unknown", 1],
    ]);
  });

  it("a send whose telling got lost is not counted twice", async () => {
    await store.commit(commitOf([], { outbox: [message("m1", "a")] }));
    await store.claim(9, "one", MINUTE, NOON);
    const unknown = { kind: "unknown", remindAt: minutesLater(60), why: "time-out" } as const;
    await losing(() => store.settle("m1", unknown, NOON));
    expect(await store.claim(9, "one", MINUTE, minutesLater(2))).toEqual([]);
    expect(await store.claim(9, "one", MINUTE, minutesLater(61))).toMatchObject([{ id: "m1", attempts: 1 }]);
    expect(await store.deadMessages()).toEqual([]);
  });
});

describe("a database that answers, but takes no work", () => {
  it("that is read-only is no failure of the product: it says so", async () => {
    await withClient(fresh.url, async (client) => {
      const { rows } = await client.query<{ name: string }>("select current_database() as name");
      const setting = `alter database ${rows[0]?.name} set default_transaction_read_only`;
      await client.query(`${setting} = on`);
      link.cut();
      const why = "the database takes no writes: it is a standby, or set to read-only";
      expect(await store.commit(add)).toEqual({ kind: "unavailable", why });
      expect(await store.health()).toEqual({ ok: false, why });
      await client.query(`${setting} = off`);
    });
    link.cut();
    while (!(await store.health()).ok);
    expect(await store.commit(add)).toEqual({ kind: "committed" });
  });

  it.each([
    [
      "does not know the password",
      (url: string) => url.replace("practice", "wrong"),
      /does not let this user in/,
    ],
    [
      "has no such database",
      (url: string) => url.replace(/[^/]*$/, "nothing_here"),
      /does not exist on that server/,
    ],
    ["is not there", (url: string) => url.replace(/:\d+\//, ":1/"), /does not answer/],
  ])("at the start: a server that %s", async (_what, wrong, sentence) => {
    const opening = openPostgresStore(wrong(fresh.url), { tell });
    await expect(opening).rejects.toThrow(sentence);
    await expect(opening).rejects.toMatchObject({ reason: "unreachable" });
    await expect(opening).rejects.not.toThrow(/practice|wrong/);
  });
});
