import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../storage/store.ts";
import { movesConformance } from "./conformanceMoves.ts";
import { outboxConformance } from "./conformanceOutbox.ts";
import { sentConformance } from "./conformanceSent.ts";
import { commitOf, journal, official, openProposal, write } from "./sample.ts";

/** A store that holds nothing yet. */
export interface FreshStore {
  readonly store: Store;
  /** Closes every store opened here and opens the same data again, as after a restart. */
  reopen(): Promise<Store>;
  /** Closes what is open and removes the data. */
  remove(): Promise<void>;
}

/** What every engine promises, whatever it stands on. */
export function conformance(name: string, openFresh: () => Promise<FreshStore>): void {
  let fresh: FreshStore;
  let store: Store;
  beforeEach(async () => {
    fresh = await openFresh();
    store = fresh.store;
  });
  afterEach(() => fresh.remove());

  describe(`${name}: rows`, () => {
    it("gives back what was committed, and counts versions from 1", async () => {
      expect(await store.get("official", "wout")).toBeUndefined();
      expect(await store.commit(commitOf([write(official("wout"), 0)]))).toEqual({ kind: "committed" });
      expect(await store.get("official", "wout")).toEqual({ version: 1, row: official("wout") });
      await store.commit(commitOf([write(official("wout", { active: false }), 1)]));
      const changed = await store.get("official", "wout");
      expect(changed).toEqual({ version: 2, row: official("wout", { active: false }) });
    });

    it("takes names and texts in any script, and rows with every kind of value", async () => {
      const row = official("zoë", { name: 'Zoë "Łukasz" \\ \u0007 \u2028 🐎\n\t', entraId: "e-1" });
      const safe = { ...row, id: "zoe" };
      await store.commit(commitOf([write(safe, 0)]));
      expect((await store.get("official", "zoe"))?.row).toEqual(safe);
    });

    it("refuses a commit on an outdated version and keeps everything as it was", async () => {
      await store.commit(commitOf([write(official("wout"), 0), write(official("mia"), 0)]));
      await store.commit(commitOf([write(official("wout", { name: "Wout 2" }), 1)]));
      const late = commitOf([write(official("mia", { name: "Mia 2" }), 1), write(official("wout"), 1)], {
        key: "late",
      });
      expect(await store.commit(late)).toEqual({ kind: "conflict" });
      expect(await store.get("official", "mia")).toEqual({ version: 1, row: official("mia") });
      expect(await store.replyOf("late")).toBeUndefined();
    });

    it.each([3, 60])(
      "stores %i rows that are made, changed and removed in one commit, or none",
      async (count) => {
        const ids = (what: string) => Array.from({ length: count }, (_, n) => `${what}${n}`);
        const start = [...ids("changed"), ...ids("removed")].map((id) => write(official(id), 0));
        await store.commit(commitOf(start, { key: "start" }));
        const change = (last: string) => [
          ...ids("changed").map((id) => write(official(id, { name: "Anders" }), 1)),
          ...ids("removed").map((id) => ({ collection: "official", id, expect: 1, row: null }) as const),
          ...[...ids("made").slice(1), last].map((id) => write(official(id), 0)),
        ];
        expect(await store.commit(commitOf(change("changed x"), { key: "a" }))).toEqual({
          kind: "committed",
        });
        const after = await store.all("official");
        expect(after.map(({ version }) => version).toSorted()).toEqual([
          ...ids("made").map(() => 1),
          ...ids("changed").map(() => 2),
        ]);
        expect(await store.commit(commitOf(change("made0"), { key: "b" }))).toEqual({ kind: "conflict" });
        expect(await store.commit(commitOf(change("made0"), { key: "a" }))).toMatchObject({
          kind: "replayed",
        });
        expect(await store.all("official")).toEqual(after);
      },
    );

    it("refuses to make a row that exists, and to change one that does not", async () => {
      await store.commit(commitOf([write(official("wout"), 0)]));
      expect((await store.commit(commitOf([write(official("wout"), 0)]))).kind).toBe("conflict");
      expect((await store.commit(commitOf([write(official("mia"), 3)]))).kind).toBe("conflict");
    });

    it("removes a row, and only in the version that was read", async () => {
      await store.commit(commitOf([write(official("wout"), 0)]));
      const remove = { collection: "official", id: "wout", row: null } as const;
      expect((await store.commit(commitOf([{ ...remove, expect: 2 }]))).kind).toBe("conflict");
      expect((await store.commit(commitOf([{ ...remove, expect: 1 }]))).kind).toBe("committed");
      expect(await store.get("official", "wout")).toBeUndefined();
      expect((await store.commit(commitOf([write(official("wout"), 0)]))).kind).toBe("committed");
      expect((await store.get("official", "wout"))?.version).toBe(1);
    });

    it("lets one of many racing writers through, and loses no update of those that try again", async () => {
      await store.commit(commitOf([write(official("counter", { name: "0" }), 0)]));
      const addOne = async (): Promise<void> => {
        for (;;) {
          const read = await store.get("official", "counter");
          const name = String(Number(read?.row.name) + 1);
          const outcome = await store.commit(
            commitOf([write(official("counter", { name }), read?.version ?? 0)]),
          );
          if (outcome.kind === "committed") return;
          expect(outcome.kind).toBe("conflict");
        }
      };
      await Promise.all(Array.from({ length: 20 }, addOne));
      expect(await store.get("official", "counter")).toEqual({
        version: 21,
        row: official("counter", { name: "20" }),
      });
    });

    it("does not let later changes to the caller's objects reach what is stored", async () => {
      const row = { ...official("wout"), name: "Wout" };
      const stored = store.commit(commitOf([write(row, 0)]));
      row.name = "Somebody else";
      await stored;
      expect((await store.get("official", "wout"))?.row.name).toBe("Wout");
    });

    it("treats a mistake of its caller as a mistake, before anything changes", async () => {
      const twice = commitOf([write(official("wout"), 0), write(official("wout"), 0)]);
      await expect(store.commit(twice)).rejects.toThrow("twice");
      for (const id of ["", " wout", "wout\t", "__proto__", "x".repeat(513)]) {
        await expect(store.commit(commitOf([write(official(id), 0)]))).rejects.toThrow(TypeError);
      }
      const otherId = { collection: "official", id: "mia", expect: 0, row: official("wout") } as const;
      await expect(store.commit(commitOf([otherId]))).rejects.toThrow("another id");
      const removal = { collection: "official", id: "mia", expect: 0, row: null } as const;
      await expect(store.commit(commitOf([removal]))).rejects.toThrow("names the version");
      expect(await store.all("official")).toEqual([]);
    });
  });

  describe(`${name}: looking up`, () => {
    it("lists all rows of a collection by id", async () => {
      for (const id of ["mia", "Bram", "wout", "a-1", "a:1"]) {
        await store.commit(commitOf([write(official(id), 0)]));
      }
      const ids = (await store.all("official")).map(({ row }) => row.id);
      expect(ids).toEqual(["Bram", "a-1", "a:1", "mia", "wout"]);
      expect(await store.all("kern")).toEqual([]);
    });

    it("finds rows by a declared index, also after they change or go", async () => {
      await store.commit(commitOf([write(official("wout", { entraId: "e1" }), 0)]));
      await store.commit(commitOf([write(official("mia", { entraId: "e1" }), 0)]));
      const idsUnder = async (key: string): Promise<string[]> =>
        (await store.list("official", "entraId", key)).map(({ row }) => row.id);
      expect(await idsUnder("e1")).toEqual(["mia", "wout"]);
      await store.commit(commitOf([write(official("wout", { entraId: "e2" }), 1)]));
      await store.commit(commitOf([{ collection: "official", id: "mia", expect: 1, row: null }]));
      expect(await idsUnder("e1")).toEqual([]);
      expect(await idsUnder("e2")).toEqual(["wout"]);
      expect(await idsUnder("nobody")).toEqual([]);
    });

    it("drops a row from an index that no longer counts it", async () => {
      const open = openProposal("p1", "honden");
      await store.commit(commitOf([{ collection: "proposal", id: "p1", expect: 0, row: open }]));
      expect((await store.list("proposal", "open", "honden")).length).toBe(1);
      const accepted = { ...open, status: "accepted", decidedBy: "mia", decidedAt: journal.at } as const;
      await store.commit(commitOf([{ collection: "proposal", id: "p1", expect: 1, row: accepted }]));
      expect(await store.list("proposal", "open", "honden")).toEqual([]);
    });

    it("keeps a stamp that changes when and only when one of its collections does", async () => {
      const register = () => store.stamp(["official", "kern"]);
      const empty = await register();
      await store.commit(commitOf([write(official("wout"), 0)]));
      const first = await register();
      expect(first).not.toBe(empty);
      const p1 = openProposal("p1", "honden");
      await store.commit(commitOf([{ collection: "proposal", id: "p1", expect: 0, row: p1 }]));
      await store.commit(commitOf([write(official("wout"), 0)]));
      expect(await register()).toBe(first);
      await store.commit(commitOf([{ collection: "official", id: "wout", expect: 1, row: null }]));
      expect(await register()).not.toBe(first);
    });
  });

  describe(`${name}: repeated commands`, () => {
    it("does a command once, and gives each repeat the first one's reply", async () => {
      const reply = { card: "Dankjewel", n: [1, null, { ja: true }] };
      const first = commitOf([write(official("wout"), 0)], { key: "press 1", reply });
      expect(await store.commit(first)).toEqual({ kind: "committed" });
      const again = commitOf([write(official("wout", { name: "Twice" }), 1)], { key: "press 1", reply: 2 });
      expect(await store.commit(again)).toEqual({ kind: "replayed", reply });
      expect(await store.replyOf("press 1")).toEqual({ reply });
      expect((await store.get("official", "wout"))?.version).toBe(1);
    });

    it("knows a repeat from a conflict: the repeat comes first", async () => {
      const first = commitOf([write(official("wout"), 0)], { key: "k", reply: "done" });
      await store.commit(first);
      expect(await store.commit(first)).toEqual({ kind: "replayed", reply: "done" });
    });

    it("does a command once when all its deliveries arrive together", async () => {
      const deliveries = Array.from({ length: 12 }, (_, n) =>
        store.commit(commitOf([write(official(`o${n}`), 0)], { key: "same", reply: "one" })),
      );
      const outcomes = await Promise.all(deliveries);
      expect(outcomes.filter(({ kind }) => kind === "committed").length).toBe(1);
      expect(outcomes.filter(({ kind }) => kind === "replayed").length).toBe(11);
      expect((await store.all("official")).length).toBe(1);
    });

    it("keeps nothing of a command that was refused", async () => {
      await store.commit(commitOf([write(official("wout"), 0)]));
      await store.commit(commitOf([write(official("wout"), 0)], { key: "k" }));
      expect(await store.replyOf("k")).toBeUndefined();
      const retried = commitOf([write(official("wout"), 1)], { key: "k", reply: "now" });
      expect((await store.commit(retried)).kind).toBe("committed");
      expect(await store.replyOf("unknown")).toBeUndefined();
    });
  });

  describe(`${name}: a restart`, () => {
    it("finds rows, versions, indexes, stamps and replies as they were", async () => {
      await store.commit(commitOf([write(official("wout", { entraId: "e1" }), 0)], { key: "k", reply: [1] }));
      await store.commit(commitOf([write(official("wout", { entraId: "e2" }), 1)]));
      const stamp = await store.stamp(["official"]);
      store = await fresh.reopen();
      expect(await store.get("official", "wout")).toEqual({
        version: 2,
        row: official("wout", { entraId: "e2" }),
      });
      expect((await store.list("official", "entraId", "e2")).length).toBe(1);
      expect(await store.list("official", "entraId", "e1")).toEqual([]);
      expect(await store.replyOf("k")).toEqual({ reply: [1] });
      expect(await store.stamp(["official"])).toBe(stamp);
      expect(await store.health()).toEqual({ ok: true });
    });

    it("takes no commits once it is closed", async () => {
      await store.close();
      expect((await store.commit(commitOf([write(official("wout"), 0)]))).kind).toBe("unavailable");
      store = await fresh.reopen();
      expect(await store.get("official", "wout")).toBeUndefined();
    });
  });

  movesConformance(name, openFresh);
  outboxConformance(name, openFresh);
  sentConformance(name, openFresh);
}
