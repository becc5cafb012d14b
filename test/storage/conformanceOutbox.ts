import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OutboxItem, OutboxMessage, Store } from "../../storage/store.ts";
import type { FreshStore } from "./conformance.ts";
import { commitOf, message, minutesLater, NOON, official, write } from "./sample.ts";

const MINUTE = 60_000;

/** What every engine promises about messages on their way out. */
export function outboxConformance(name: string, openFresh: () => Promise<FreshStore>): void {
  let fresh: FreshStore;
  let store: Store;
  beforeEach(async () => {
    fresh = await openFresh();
    store = fresh.store;
  });
  afterEach(() => fresh.remove());

  async function post(...outbox: OutboxMessage[]): Promise<void> {
    expect((await store.commit(commitOf([], { outbox }))).kind).toBe("committed");
  }
  async function claimed(now: string, limit = 10, owner = "one"): Promise<string[]> {
    return idsOf(await store.claim(limit, owner, 5 * MINUTE, now));
  }

  describe(`${name}: messages on their way out`, () => {
    it("hands out what was committed, whole, and with how often it was tried", async () => {
      const full = message("m1", "personal:e1", {
        token: "t1",
        addressee: "e1",
        card: "proposal:p1:e1",
        notice: { about: "proposal", proposal: "p1" },
      });
      await post(full);
      expect(await store.claim(10, "one", MINUTE, NOON)).toEqual([{ ...full, attempts: 0 }]);
    });

    it("hands out nothing of a commit that was refused", async () => {
      await store.commit(commitOf([write(official("wout"), 0)]));
      await store.commit(commitOf([write(official("wout"), 0)], { outbox: [message("m1", "c")] }));
      expect(await claimed(NOON)).toEqual([]);
    });

    it("hands out the oldest message of each conversation, and the next only once that one is settled", async () => {
      await post(message("a1", "a"), message("a2", "a"), message("b1", "b"));
      await post(message("a3", "a"));
      expect((await claimed(NOON)).sort()).toEqual(["a1", "b1"]);
      expect(await claimed(NOON)).toEqual([]);
      await store.settle("a1", { kind: "sent" }, NOON);
      expect(await claimed(NOON)).toEqual(["a2"]);
      await store.settle("a2", { kind: "sent", activityId: "x" }, NOON);
      expect(await claimed(NOON)).toEqual(["a3"]);
    });

    it("hands out no more than was asked for", async () => {
      await post(...["a", "b", "c", "d"].map((conversation) => message(`m-${conversation}`, conversation)));
      const first = await claimed(NOON, 3);
      const second = await claimed(NOON, 3);
      expect(first.length).toBe(3);
      expect([...first, ...second].sort()).toEqual(["m-a", "m-b", "m-c", "m-d"]);
    });

    it("holds a message for who took it until the lease passes", async () => {
      await post(message("m1", "a"));
      expect(await claimed(NOON, 10, "one")).toEqual(["m1"]);
      expect(await claimed(minutesLater(4), 10, "two")).toEqual([]);
      expect(await claimed(minutesLater(6), 10, "two")).toEqual(["m1"]);
    });

    it("tries again not before the moment it was told, counting the tries", async () => {
      await post(message("m1", "a"), message("m2", "a"));
      await claimed(NOON);
      await store.settle("m1", { kind: "retry", notBefore: minutesLater(10), why: "429" }, NOON);
      expect(await claimed(minutesLater(9))).toEqual([]);
      const [again] = await store.claim(10, "one", MINUTE, minutesLater(11));
      expect(again).toMatchObject({ id: "m1", attempts: 1 });
    });

    it("keeps what was given up, and lets the conversation go on", async () => {
      await post(message("m1", "a"), message("m2", "a"));
      await claimed(NOON);
      await store.settle("m1", { kind: "dead", why: "the bot was removed" }, NOON);
      expect(await claimed(NOON)).toEqual(["m2"]);
      expect(await store.deadMessages()).toEqual([{ ...message("m1", "a"), attempts: 1 }]);
    });

    it("offers what may have arrived once more, at its moment, without holding anybody up", async () => {
      await post(message("m1", "a"), message("m2", "a"));
      await claimed(NOON);
      await store.settle("m1", { kind: "unknown", remindAt: minutesLater(60), why: "time-out" }, NOON);
      expect(await claimed(NOON)).toEqual(["m2"]);
      await store.settle("m2", { kind: "sent" }, NOON);
      expect(await claimed(minutesLater(59))).toEqual([]);
      store = await fresh.reopen();
      const [reminder] = await store.claim(10, "one", MINUTE, minutesLater(60));
      expect(reminder).toEqual({ ...message("m1", "a"), attempts: 1, unknown: true });
      expect(await claimed(minutesLater(60))).toEqual([]);
    });

    it("ends a reminder as sent, or as given up when its fate is unknown again", async () => {
      await post(message("m1", "a"), message("m2", "b"));
      await claimed(NOON);
      for (const id of ["m1", "m2"])
        await store.settle(id, { kind: "unknown", remindAt: minutesLater(60), why: "time-out" }, NOON);
      expect((await claimed(minutesLater(60))).sort()).toEqual(["m1", "m2"]);
      await store.settle("m1", { kind: "sent" }, minutesLater(60));
      const again = { kind: "unknown", remindAt: minutesLater(120), why: "time-out" } as const;
      await store.settle("m2", again, minutesLater(60));
      expect(idsOf(await store.deadMessages())).toEqual(["m2"]);
      expect(await claimed(minutesLater(200))).toEqual([]);
    });

    it("takes a second word about a settled message for what it is: late", async () => {
      await post(message("m1", "a"));
      await claimed(NOON);
      await store.settle("m1", { kind: "sent" }, NOON);
      await store.settle("m1", { kind: "dead", why: "late" }, NOON);
      await store.settle("never-there", { kind: "sent" }, NOON);
      expect(await store.deadMessages()).toEqual([]);
      expect(await claimed(minutesLater(60))).toEqual([]);
    });

    it("does not hand one message to two senders who ask at the same moment", async () => {
      const ids = Array.from({ length: 40 }, (_, n) => `m${n}`);
      await post(...ids.map((id) => message(id, `conversation of ${id}`)));
      const asked = await Promise.all([1, 2, 3, 4].map((n) => claimed(NOON, 20, `sender ${n}`)));
      expect(asked.flat().sort()).toEqual([...ids].sort());
    });

    it("loses no message over a restart, in order, with tries and given-up ones", async () => {
      await post(message("a1", "a"), message("a2", "a"), message("b1", "b"), message("c1", "c"));
      await claimed(NOON);
      await store.settle("a1", { kind: "sent" }, NOON);
      await store.settle("b1", { kind: "retry", notBefore: minutesLater(10), why: "503" }, NOON);
      await store.settle("c1", { kind: "dead", why: "gone" }, NOON);
      store = await fresh.reopen();
      expect(await claimed(minutesLater(1))).toEqual(["a2"]);
      const offered = await store.claim(10, "one", MINUTE, minutesLater(12));
      expect(offered).toContainEqual(expect.objectContaining({ id: "b1", attempts: 1 }));
      expect(idsOf(await store.deadMessages())).toEqual(["c1"]);
    });

    it("does not wait out an hour that the clock lost", async () => {
      await post(message("m1", "a"), message("m2", "b"));
      await claimed(NOON);
      await store.settle("m2", { kind: "retry", notBefore: minutesLater(1), why: "429" }, NOON);
      const hourBack = (minutes: number) => minutesLater(minutes - 60);
      expect(await claimed(hourBack(0))).toEqual([]);
      expect(await claimed(hourBack(2))).toEqual(["m2"]);
      expect(await claimed(hourBack(6))).toEqual(["m1"]);
    });
  });
}

function idsOf(items: readonly OutboxItem[]): string[] {
  return items.map(({ id }) => id);
}
