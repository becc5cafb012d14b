import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { exportJournal } from "../../storage/postgres/exportJournal.ts";
import { openPostgresStore, withStore } from "../../storage/postgres/open.ts";
import { verifyPostgres } from "../../storage/postgres/verify.ts";
import { freshPostgres, startPostgres, withClient, type PostgresServer } from "./postgresServer.ts";
import { commitOf, message, NOON, official, write } from "./sample.ts";

const tell = () => undefined;
let server: PostgresServer;
let fresh: Awaited<ReturnType<typeof freshPostgres>>;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());
beforeEach(async () => {
  fresh = await freshPostgres(server);
});
afterEach(() => fresh.remove());

/** The journal once everything in it is sealed. */
async function records() {
  await fresh.store.close();
  const found = [];
  for await (const record of exportJournal(fresh.url, tell)) found.push(record);
  return found;
}
const verify = () => withStore(fresh.url, tell, (pool, id) => verifyPostgres(pool, id));
const byHand = (sql: string) => withClient(fresh.url, (client) => client.query(sql));

describe("the journal in the database", () => {
  it("tells who did what, with the row before and after, and how sends ended", async () => {
    const { store } = fresh;
    await store.commit(commitOf([write(official("wout"), 0)], { outbox: [message("m1", "a")] }));
    await store.commit(commitOf([write(official("wout", { active: false }), 1)]));
    await store.settle("m1", { kind: "sent", activityId: "x" }, NOON);
    expect(await records()).toMatchObject([
      {
        lsn: 1,
        kind: "act",
        changes: [{ id: "wout", before: null, after: { active: true } }],
        messages: ["m1"],
      },
      { lsn: 2, kind: "act", changes: [{ version: 2, before: { active: true }, after: { active: false } }] },
      { lsn: 3, kind: "send", message: "m1", outcome: { kind: "sent" } },
    ]);
    expect(await verify()).toEqual({ problems: [], entries: 3 });
  });

  it("tells where a card stands with the send, and verify holds the card to it", async () => {
    const card = (activityId: string) => ({ id: "c1", conversation: "a", activityId });
    await fresh.store.commit(commitOf([], { outbox: [message("m1", "a"), message("m2", "a")] }));
    for (const [id, at] of [
      ["m1", "x"],
      ["m2", "y"],
    ] as const)
      await fresh.store.settle(id, { kind: "sent", activityId: at, delivery: card(at) }, NOON);
    const [, first, second] = await records();
    expect(first).toMatchObject({
      kind: "send",
      outcome: { kind: "sent", activityId: "x" },
      changes: [{ collection: "delivery", id: "c1", version: 1, before: null, after: card("x") }],
    });
    expect(second).toMatchObject({
      message: "m2",
      changes: [{ version: 2, before: card("x"), after: card("y") }],
    });
    expect(await verify()).toEqual({ problems: [], entries: 3 });
    await byHand("update record set body = replace(body, 'y', 'z') where collection = 'delivery'");
    expect((await verify()).problems).toEqual(["delivery c1: it is not what the journal says"]);
  });

  it("writes no row in a shape that has gone, and settles the message all the same", async () => {
    await fresh.store.commit(commitOf([], { outbox: [message("m1", "a")] }));
    await byHand("update store set indexes = 'those of a newer version'");
    const delivery = { id: "c1", conversation: "a", activityId: "x" };
    await fresh.store.settle("m1", { kind: "sent", activityId: "x", delivery }, NOON);
    expect(await fresh.store.get("delivery", "c1")).toBeUndefined();
    await byHand("do $$ begin assert not exists (select from message); end $$");
    expect((await records()).at(-1)).toMatchObject({ kind: "send", message: "m1", changes: [] });
  });

  it("tells of pots before and after what was drawn on them", async () => {
    const row = { id: "hank", ceilingCents: 10, committedCents: 0, reservedCents: 0, paidCents: 0 };
    await fresh.store.commit(commitOf([{ collection: "pot", id: "hank", expect: 0, row }]));
    const move = { pot: "hank", committedCents: 0, reservedCents: 4, paidCents: 0 };
    await fresh.store.commit(commitOf([write(official("wout"), 0)], { moves: [move] }));
    const [, drawn] = await records();
    expect(drawn).toMatchObject({
      changes: [
        { id: "wout", version: 1 },
        { id: "hank", version: 2, before: row, after: { ...row, reservedCents: 4 } },
      ],
    });
    expect((await verify()).problems).toEqual([]);
  });

  it("is checked while the product goes on, and nothing is taken for damage that is just happening", async () => {
    const { store } = fresh;
    let going = true;
    const working = (async () => {
      for (let n = 0; going; n += 1) {
        await store.commit(
          commitOf([write(official("wout", { name: `${n}` }), n), write(official(`o${n}`), 0)]),
        );
        await store.commit(commitOf([{ collection: "official", id: `o${n}`, expect: 1, row: null }]));
      }
    })();
    const found = [];
    for (let round = 0; round < 8; round += 1) found.push(...(await verify()).problems);
    going = false;
    await working;
    expect(found).toEqual([]);
  });
});

describe("what verify finds in the database", () => {
  it.each([
    ["an entry that was rewritten", "update journal set body = replace(body, 'Wout', 'Piet')", /altered/],
    ["an entry that was taken out of the chain", "delete from seal where lsn = 1", /entry 1 is missing/],
    ["an entry that was given another shape", "update journal set schema = 0", /altered/],
    [
      "a row that was changed past it",
      "update record set body = replace(body, 'Wout', 'Piet')",
      /wout: it is not what/,
    ],
    [
      "a row that was changed with its version",
      "update record set version = 2, body = replace(body, 'Wout', 'Piet')",
      /official wout: it is not what/,
    ],
    ["a row that was taken away", "delete from record", /official wout: it is gone/],
    [
      "a row that was slipped in",
      `insert into record (collection, id, version, body) values ('official', 'eve', 1, '{"id":"eve"}')`,
      /official eve: the journal does not say that it is there/,
    ],
  ])("%s", async (_what, sql, problem) => {
    await fresh.store.commit(commitOf([write(official("wout", { name: "Wout" }), 0)]));
    await fresh.store.commit(commitOf([write(official("mia"), 0)]));
    await fresh.store.close();
    await byHand(sql);
    const { problems } = await verify();
    expect(problems.join("\n")).toMatch(problem);
  });

  it("a pot cannot be overdrawn, not even by hand", async () => {
    const row = { id: "p", ceilingCents: 10, committedCents: 0, reservedCents: 0, paidCents: 0 };
    await fresh.store.commit(commitOf([{ collection: "pot", id: "p", expect: 0, row }]));
    const overdraw = `update record set body = replace(body, '"committedCents":0', '"committedCents":11')`;
    await expect(byHand(overdraw)).rejects.toThrow(/pot_is_whole/);
  });
});

describe("the chain over the journal", () => {
  it("is laid by the next start over what an instance left behind that died", async () => {
    await fresh.store.commit(commitOf([write(official("wout"), 0)]));
    await fresh.store.close();
    await byHand("delete from seal; update sealed set before = '0'"); // as if it had died before it sealed
    const next = await openPostgresStore(fresh.url, { tell });
    await next.close();
    expect(await verify()).toEqual({ problems: [], entries: 1 });
  });

  it("goes on where a dump was restored on another server, whose transactions count anew", async () => {
    const { store } = fresh;
    await store.commit(commitOf([write(official("wout"), 0)]));
    const reopened = await fresh.reopen();
    await reopened.commit(commitOf([write(official("mia"), 0)]));
    const far = "(1000000000 + xact::text::bigint)::text::xid8";
    await byHand(`
      alter table seal drop constraint seal_xact_seq_fkey;
      update seal set xact = ${far};
      update journal set xact = ${far};
      update sealed set before = '1000000000'`);
    await reopened.commit(commitOf([write(official("bram"), 0)]));
    await reopened.close();
    expect(await verify()).toEqual({ problems: [], entries: 3 });
    await byHand("alter table seal add foreign key (xact, seq) references journal (xact, seq)");
  });

  it("is one chain when several instances lay it", async () => {
    const others = await Promise.all([1, 2, 3].map(() => openPostgresStore(fresh.url, { tell })));
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(others.map((one, n) => one.commit(commitOf([write(official(`o${round}-${n}`), 0)]))));
    }
    await Promise.all(others.map((other) => other.close()));
    expect(await verify()).toEqual({ problems: [], entries: 15 });
  });
});
