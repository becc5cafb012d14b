import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Delivery } from "../../bot/domain/delivery.ts";
import type { Store } from "../../storage/store.ts";
import type { FreshStore } from "./conformance.ts";
import { commitOf, message, NOON } from "./sample.ts";

const CARD = "proposal:p1:e1";

/** What every engine promises about a message that was sent and the card that stands since: one unit. */
export function sentConformance(name: string, openFresh: () => Promise<FreshStore>): void {
  let fresh: FreshStore;
  let store: Store;
  beforeEach(async () => {
    fresh = await openFresh();
    store = fresh.store;
    const outbox = ["m1", "m2"].map((id) => message(id, "a", { card: CARD }));
    expect((await store.commit(commitOf([], { outbox }))).kind).toBe("committed");
  });
  afterEach(() => fresh.remove());

  function stands(activityId: string): Delivery {
    return { id: CARD, conversation: "a", activityId };
  }
  async function send(activityId: string): Promise<void> {
    const [item] = await store.claim(1, "one", 60_000, NOON);
    const delivery = stands(activityId);
    await store.settle(item?.id ?? "", { kind: "sent", activityId, delivery }, NOON);
  }

  describe(`${name}: a card that was sent`, () => {
    it("can be found where it stands once its message is settled, before the next one goes", async () => {
      await send("x");
      expect(await store.get("delivery", CARD)).toEqual({ version: 1, row: stands("x") });
      await send("y");
      expect(await store.get("delivery", CARD)).toEqual({ version: 2, row: stands("y") });
      expect(await store.claim(10, "one", 60_000, NOON)).toEqual([]);
    });

    it("is found there after a restart, and its message is not offered again", async () => {
      await send("x");
      await send("y");
      store = await fresh.reopen();
      expect(await store.get("delivery", CARD)).toEqual({ version: 2, row: stands("y") });
      expect(await store.all("delivery")).toHaveLength(1);
      expect(await store.claim(10, "one", 60_000, NOON)).toEqual([]);
    });

    it("takes the place of what is there, whatever its version, and an outdated commit on it is refused", async () => {
      const change = { collection: "delivery", id: CARD } as const;
      await store.commit(commitOf([{ ...change, expect: 0, row: stands("w") }]));
      await send("x");
      expect(await store.get("delivery", CARD)).toEqual({ version: 2, row: stands("x") });
      const late = commitOf([{ ...change, expect: 1, row: stands("v") }]);
      expect(await store.commit(late)).toEqual({ kind: "conflict" });
      expect(await store.commit(commitOf([{ ...change, expect: 2, row: null }]))).toEqual({
        kind: "committed",
      });
      await send("y");
      expect(await store.get("delivery", CARD)).toEqual({ version: 1, row: stands("y") });
    });

    it("loses neither of a commit and a settlement on one row that come together", async () => {
      const change = { collection: "delivery", id: CARD, expect: 0, row: stands("w") } as const;
      const [outcome] = await Promise.all([store.commit(commitOf([change])), send("x")]);
      const version = outcome.kind === "committed" ? 2 : 1;
      expect(await store.get("delivery", CARD)).toEqual({ version, row: stands("x") });
      store = await fresh.reopen();
      expect(await store.get("delivery", CARD)).toEqual({ version, row: stands("x") });
    });

    it("keeps nothing of a second word about a settled message, or about one that never was", async () => {
      await send("x");
      for (const id of ["m1", "never-there"])
        await store.settle(id, { kind: "sent", activityId: "z", delivery: stands("z") }, NOON);
      expect(await store.get("delivery", CARD)).toEqual({ version: 1, row: stands("x") });
    });

    it("refuses a name that nothing could be kept under, before anything changes", async () => {
      const named = commitOf([], { outbox: [message("m3", "b", { card: "a\tb" })] });
      await expect(store.commit(named)).rejects.toThrow(TypeError);
      await store.claim(1, "one", 60_000, NOON);
      const delivery = { ...stands("x"), id: "a\tb" };
      await expect(store.settle("m1", { kind: "sent", activityId: "x", delivery }, NOON)).rejects.toThrow(
        TypeError,
      );
      await store.settle("m1", { kind: "sent", activityId: "x", delivery: stands("x") }, NOON);
      expect(await store.get("delivery", CARD)).toEqual({ version: 1, row: stands("x") });
    });
  });
}
