import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Pot } from "../../bot/domain/pot.ts";
import { openPostgresStore, withStore } from "../../storage/postgres/open.ts";
import type { PostgresStore } from "../../storage/postgres/store.ts";
import { verifyPostgres } from "../../storage/postgres/verify.ts";
import type { CommitOutcome } from "../../storage/store.ts";
import { startPostgres, type PostgresServer } from "../storage/postgresServer.ts";
import { commitOf, message, official, write } from "../storage/sample.ts";
import { LONG } from "./storeForm.ts";

const CYCLES = LONG ? 60 : 4;
const CLIENTS = 24;
const ACTS = LONG ? 40 : 12;
const tell = () => undefined;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** One act, said again with the same key until somebody says it is done, as Teams and people do. */
async function insist(
  stores: readonly PostgresStore[],
  n: number,
  act: () => Parameters<PostgresStore["commit"]>[0],
) {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const store = stores[(n + attempt) % stores.length];
    const outcome: CommitOutcome | undefined = await store?.commit(act());
    if (outcome?.kind === "committed" || outcome?.kind === "replayed") return outcome.kind;
    expect(outcome?.kind).toMatch(/unavailable|conflict/);
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error("the database did not come back");
}

it(
  `loses and doubles nothing over ${CYCLES} crashes, with two instances and clients that repeat`,
  async () => {
    const url = await server.database();
    const stores = [await openPostgresStore(url, { tell }), await openPostgresStore(url, { tell })];
    const pot: Pot = { id: "p", ceilingCents: 1e9, committedCents: 0, reservedCents: 0, paidCents: 0 };
    await stores[0]?.commit(commitOf([{ collection: "pot", id: "p", expect: 0, row: pot }]));
    const done: string[] = [];
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const clients = Array.from({ length: CLIENTS }, async (_, client) => {
        for (let n = 0; n < ACTS; n += 1) {
          const key = `${cycle}-${client}-${n}`;
          const moves = [{ pot: "p", committedCents: 1, reservedCents: 0, paidCents: 0 }];
          await insist(stores, client, () =>
            commitOf([write(official(key), 0)], { key, outbox: [message(`m-${key}`, `c-${client}`)], moves }),
          );
          done.push(key);
        }
      });
      const crashing = (async () => {
        while (done.length < cycle * CLIENTS * ACTS + CLIENTS)
          await new Promise((resolve) => setImmediate(resolve));
        await server.crash();
        await server.start();
      })();
      await Promise.all([...clients, crashing]);
    }
    const stored = (await stores[0]?.all("official"))?.map(({ row }) => row.id) ?? [];
    expect(stored.toSorted()).toEqual(done.toSorted());
    expect((await stores[1]?.get("pot", "p"))?.row.committedCents).toBe(done.length);
    for (const store of stores) await store.close();
    expect(await withStore(url, tell, (pool, id) => verifyPostgres(pool, id))).toMatchObject({
      problems: [],
    });
  },
  LONG ? 900_000 : 120_000,
);

it("says calmly that nothing was stored while the database is away, and goes on when it is back", async () => {
  const url = await server.database();
  const store = await openPostgresStore(url, { tell });
  await server.crash();
  expect(await store.commit(commitOf([write(official("wout"), 0)], { key: "k" }))).toMatchObject({
    kind: "unavailable",
  });
  expect(await store.health()).toMatchObject({ ok: false });
  await expect(openPostgresStore(url, { tell })).rejects.toThrow(/does not answer. Check DATABASE_URL/);
  await server.start();
  expect(await insist([store], 0, () => commitOf([write(official("wout"), 0)], { key: "k" }))).toBe(
    "committed",
  );
  expect(await store.health()).toEqual({ ok: true });
  await store.close();
});

it("repeats a command that was delivered thousands of times once, from two instances", async () => {
  const url = await server.database();
  const stores = [await openPostgresStore(url, { tell }), await openPostgresStore(url, { tell })];
  const deliveries = LONG ? 10_000 : 1_000;
  const commands = Array.from({ length: deliveries / 20 }, () => randomUUID());
  let committed = 0;
  const deliver = async (slot: number) => {
    for (let n = slot; n < deliveries; n += 32) {
      const key = commands[n % commands.length] ?? "";
      const outcome = await stores[n % 2]?.commit(
        commitOf([write(official(key), 0)], { key, reply: { key } }),
      );
      if (outcome?.kind === "committed") committed += 1;
      else expect(outcome).toEqual({ kind: "replayed", reply: { key } });
    }
  };
  await Promise.all(Array.from({ length: 32 }, (_, slot) => deliver(slot)));
  expect(committed).toBe(commands.length);
  expect(await stores[0]?.all("official")).toHaveLength(commands.length);
  for (const store of stores) await store.close();
}, 120_000);
