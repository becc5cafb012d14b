import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Pot, PotMove } from "../../bot/domain/pot.ts";
import type { Store } from "../../storage/store.ts";
import type { FreshStore } from "./conformance.ts";
import { commitOf, official, write } from "./sample.ts";

const empty: Pot = { id: "hank", ceilingCents: 960_000, committedCents: 0, reservedCents: 0, paidCents: 0 };

function move(changes: Partial<PotMove>): PotMove {
  return { pot: "hank", committedCents: 0, reservedCents: 0, paidCents: 0, ...changes };
}

/** What every engine promises about money. */
export function movesConformance(name: string, openFresh: () => Promise<FreshStore>): void {
  let fresh: FreshStore;
  let store: Store;
  beforeEach(async () => {
    fresh = await openFresh();
    store = fresh.store;
    await store.commit(commitOf([{ collection: "pot", id: "hank", expect: 0, row: empty }]));
  });
  afterEach(() => fresh.remove());

  async function draw(...moves: PotMove[]) {
    return store.commit(commitOf([], { moves }));
  }
  async function pot(): Promise<Pot | undefined> {
    return (await store.get("pot", "hank"))?.row;
  }

  describe(`${name}: a pot`, () => {
    it("is reserved, committed, released and paid from, each move a version", async () => {
      await draw(move({ reservedCents: 185_000 }));
      await draw(move({ reservedCents: -185_000, committedCents: 185_000 }));
      await draw(move({ paidCents: 100_000 }));
      expect(await store.get("pot", "hank")).toEqual({
        version: 4,
        row: { ...empty, committedCents: 185_000, paidCents: 100_000 },
      });
    });

    it.each<[string, PotMove]>([
      ["over the ceiling by a cent", move({ reservedCents: 960_001 })],
      ["over the ceiling together", move({ reservedCents: 500_000, committedCents: 460_001 })],
      ["less than nothing reserved", move({ reservedCents: -1 })],
      ["less than nothing granted", move({ committedCents: -1 })],
      ["paid what was not granted", move({ paidCents: 1 })],
    ])("never goes %s, and says what is free", async (_what, wrong) => {
      expect(await draw(wrong)).toEqual({ kind: "overCeiling", pot: "hank", freeCents: 960_000 });
      expect(await store.get("pot", "hank")).toEqual({ version: 1, row: empty });
    });

    it("takes exactly what is left", async () => {
      expect(await draw(move({ reservedCents: 960_000 }))).toEqual({ kind: "committed" });
      expect(await draw(move({ reservedCents: 1 }))).toMatchObject({ kind: "overCeiling", freeCents: 0 });
    });

    it("a refused move takes the whole commit with it: rows, key and messages", async () => {
      const commit = commitOf([write(official("wout"), 0)], { key: "k", moves: [move({ paidCents: 1 })] });
      expect(await store.commit(commit)).toMatchObject({ kind: "overCeiling" });
      expect(await store.get("official", "wout")).toBeUndefined();
      expect(await store.replyOf("k")).toBeUndefined();
    });

    it("an outdated row takes the move with it", async () => {
      await store.commit(commitOf([write(official("wout"), 0)]));
      const moves = [move({ reservedCents: 1 })];
      expect(await store.commit(commitOf([write(official("wout"), 0)], { moves }))).toEqual({
        kind: "conflict",
      });
      expect(await pot()).toEqual(empty);
    });

    it("64 at the same moment for the last of it: exactly what fits, and never a conflict", async () => {
      await draw(move({ committedCents: 750_000 }));
      const racing = Array.from({ length: 64 }, () => draw(move({ committedCents: 40_000 })));
      const kinds = (await Promise.all(racing)).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === "committed")).toHaveLength(5);
      expect(kinds.filter((kind) => kind === "overCeiling")).toHaveLength(59);
      expect(await pot()).toEqual({ ...empty, committedCents: 950_000 });
    });

    it("a repeated command draws once", async () => {
      const commit = commitOf([], { key: "press 1", moves: [move({ reservedCents: 300_000 })] });
      const kinds = (await Promise.all([1, 2, 3, 4].map(() => store.commit(commit)))).map(({ kind }) => kind);
      expect(kinds.sort()).toEqual(["committed", "replayed", "replayed", "replayed"]);
      expect(await pot()).toEqual({ ...empty, reservedCents: 300_000 });
    });

    it("is the same after a restart", async () => {
      await draw(move({ reservedCents: 185_000 }));
      store = await fresh.reopen();
      expect(await store.get("pot", "hank")).toEqual({
        version: 2,
        row: { ...empty, reservedCents: 185_000 },
      });
    });

    it("treats a mistake of its caller as a mistake: no such pot, parts of cents, two ways at once", async () => {
      await expect(draw(move({ pot: "nergens" }))).rejects.toThrow(TypeError);
      await expect(draw(move({ reservedCents: 0.5 }))).rejects.toThrow("whole cents");
      await expect(draw(move({}), move({}))).rejects.toThrow("twice");
      const change = { collection: "pot", id: "hank", expect: 1, row: empty } as const;
      await expect(store.commit(commitOf([change], { moves: [move({})] }))).rejects.toThrow("twice");
      const wrong = { committedCents: 960_001, reservedCents: -1, paidCents: 1, ceilingCents: 0.5 };
      for (const [figure, cents] of Object.entries(wrong)) {
        const row = { ...empty, [figure]: cents };
        await expect(store.commit(commitOf([{ ...change, row }]))).rejects.toThrow(TypeError);
      }
    });
  });
}
