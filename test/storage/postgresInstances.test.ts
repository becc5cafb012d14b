import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openPostgresStore, withStore } from "../../storage/postgres/open.ts";
import type { PostgresStore } from "../../storage/postgres/store.ts";
import { exportJournal } from "../../storage/postgres/exportJournal.ts";
import { verifyPostgres } from "../../storage/postgres/verify.ts";
import { startPostgres, withClient, type PostgresServer } from "./postgresServer.ts";
import { commitOf, message, minutesLater, NOON, official, write } from "./sample.ts";

const MINUTE = 60_000;
const tell = () => undefined;
let server: PostgresServer;
let url: string;
let one: PostgresStore;
let other: PostgresStore;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());
beforeEach(async () => {
  url = await server.database();
  [one, other] = [await openPostgresStore(url, { tell }), await openPostgresStore(url, { tell })];
});
afterEach(() => Promise.all([one.close(), other.close()]));

describe("two instances on one database", () => {
  it("see each other's acts, and one of two that change the same row is told so", async () => {
    await one.commit(commitOf([write(official("wout"), 0)]));
    expect((await other.get("official", "wout"))?.version).toBe(1);
    expect(await other.stamp(["official"])).toBe(await one.stamp(["official"]));
    const both = [one, other].map((store) => store.commit(commitOf([write(official("wout"), 1)])));
    expect((await Promise.all(both)).map(({ kind }) => kind).sort()).toEqual(["committed", "conflict"]);
  });

  it("never send the same message, and keep the order of a conversation", async () => {
    const conversations = Array.from({ length: 20 }, (_, n) => `c${n}`);
    for (const part of ["1", "2", "3"]) {
      await one.commit(commitOf([], { outbox: conversations.map((c) => message(`${c}-${part}`, c)) }));
    }
    const sent: string[] = [];
    const sender = async (store: PostgresStore, owner: string) => {
      for (;;) {
        const items = await store.claim(7, owner, 5 * MINUTE, NOON);
        if (items.length === 0 && sent.length === 60) return;
        for (const { id } of items) {
          sent.push(id);
          await store.settle(id, { kind: "sent" }, NOON);
        }
      }
    };
    await Promise.all([sender(one, "one"), sender(other, "other"), sender(one, "third")]);
    expect(new Set(sent).size).toBe(60);
    for (const c of conversations) {
      expect(sent.filter((id) => id.startsWith(`${c}-`))).toEqual([`${c}-1`, `${c}-2`, `${c}-3`]);
    }
  });

  it("one that dies hands its messages over when its lease is past", async () => {
    await one.commit(commitOf([], { outbox: [message("m1", "a")] }));
    expect(await one.claim(9, "one", 5 * MINUTE, NOON)).toHaveLength(1);
    expect(await other.claim(9, "other", 5 * MINUTE, minutesLater(4))).toEqual([]);
    expect(await other.claim(9, "other", 5 * MINUTE, minutesLater(6))).toHaveLength(1);
  });
});

describe("the journal in the database", () => {
  async function records() {
    await one.close();
    const found = [];
    for await (const record of exportJournal(url, tell)) found.push(record);
    return found;
  }
  const verify = () => withStore(url, tell, (pool, id) => verifyPostgres(pool, id));

  it("tells who did what, with the row before and after, and how sends ended", async () => {
    await one.commit(commitOf([write(official("wout"), 0)], { outbox: [message("m1", "a")] }));
    await one.commit(commitOf([write(official("wout", { active: false }), 1)]));
    await one.settle("m1", { kind: "sent", activityId: "x" }, NOON);
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

  it.each([
    ["an entry that was rewritten", "update journal set body = replace(body, 'Wout', 'Piet')", /altered/],
    ["an entry that was taken out", "delete from seal where lsn = 1", /entry 1 is missing/],
    [
      "a row that was changed past it",
      "update record set body = replace(body, 'Wout', 'Piet')",
      /official wout/,
    ],
    ["a row that was taken away", "delete from record", /official wout: it is gone/],
  ])("finds %s", async (_what, sql, problem) => {
    await one.commit(commitOf([write(official("wout", { name: "Wout" }), 0)]));
    await one.commit(commitOf([write(official("mia"), 0)]));
    await one.close();
    await withClient(url, (client) => client.query(sql));
    const { problems } = await verify();
    expect(problems.join("\n")).toMatch(problem);
  });

  it("a pot cannot be overdrawn, not even by hand", async () => {
    const pot = { id: "p", ceilingCents: 10, committedCents: 0, reservedCents: 0, paidCents: 0 };
    await one.commit(commitOf([{ collection: "pot", id: "p", expect: 0, row: pot }]));
    const overdraw = `update record set body = replace(body, '"committedCents":0', '"committedCents":11')`;
    await expect(withClient(url, (client) => client.query(overdraw))).rejects.toThrow(/pot_is_whole/);
  });
});
