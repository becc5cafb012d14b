import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openPostgresStore } from "../../storage/postgres/open.ts";
import type { PostgresStore } from "../../storage/postgres/store.ts";
import { startPostgres, type PostgresServer } from "./postgresServer.ts";
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

  it("let 64 draw on the last of a pot at the same moment: exactly what fits, and never a conflict", async () => {
    const row = { id: "p", ceilingCents: 100, committedCents: 90, reservedCents: 0, paidCents: 0 };
    await one.commit(commitOf([{ collection: "pot", id: "p", expect: 0, row }]));
    const moves = [{ pot: "p", committedCents: 3, reservedCents: 0, paidCents: 0 }];
    const racing = Array.from({ length: 64 }, (_, n) =>
      (n % 2 === 0 ? one : other).commit(commitOf([write(official(`o${n}`), 0)], { key: `k${n}`, moves })),
    );
    const outcomes = await Promise.all(racing);
    expect(outcomes.filter(({ kind }) => kind === "committed")).toHaveLength(3);
    expect(outcomes.filter(({ kind }) => kind === "overCeiling")).toHaveLength(61);
    expect(outcomes).toContainEqual({ kind: "overCeiling", pot: "p", freeCents: 1 });
    expect((await other.get("pot", "p"))?.row).toEqual({ ...row, committedCents: 99 });
    expect(await other.all("official")).toHaveLength(3);
  });

  it("draw on the same pots in whatever order without standing in each other's way", async () => {
    const pots = ["a", "b", "c"].map((id) => ({
      collection: "pot" as const,
      id,
      expect: 0,
      row: { id, ceilingCents: 1_000, committedCents: 0, reservedCents: 0, paidCents: 0 },
    }));
    await one.commit(commitOf(pots));
    const move = (pot: string) => ({ pot, committedCents: 1, reservedCents: 0, paidCents: 0 });
    const orders = [
      ["a", "b", "c"],
      ["c", "b", "a"],
      ["b", "c"],
      ["c", "a"],
    ];
    const acts = Array.from({ length: 60 }, (_, n) =>
      (n % 2 === 0 ? one : other).commit(commitOf([], { moves: (orders[n % 4] ?? []).map(move) })),
    );
    expect(new Set((await Promise.all(acts)).map(({ kind }) => kind))).toEqual(new Set(["committed"]));
    expect((await one.all("pot")).map(({ row }) => row.committedCents)).toEqual([45, 45, 60]);
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
