import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PotMove } from "../../bot/domain/pot.ts";
import type { Change, Commit, SendOutcome, Store } from "../../storage/store.ts";
import { LONG } from "../faults/storeForm.ts";
import type { FreshStore } from "./conformance.ts";
import { byId, PlainStore } from "./plainStore.ts";
import { commitOf, message, minutesLater, official } from "./sample.ts";

const LEASE = 5;

/** One row change as it is drawn; what it expects is worked out from what is there when its turn comes. */
interface PlannedChange {
  readonly id: string;
  readonly how: "write" | "remove" | "outdated";
}
interface PlannedCommit {
  readonly key: string | undefined;
  readonly changes: readonly PlannedChange[];
  readonly conversations: readonly string[];
  readonly moves: readonly PotMove[];
}
type Step =
  | { readonly do: "commit"; readonly planned: PlannedCommit }
  | { readonly do: "send"; readonly outcomes: readonly SendOutcome["kind"][] }
  | { readonly do: "wait"; readonly minutes: number }
  | { readonly do: "restart" };

const plannedChange = fc.record<PlannedChange>({
  id: fc.constantFrom("an", "bo", "cor", "daan"),
  how: fc.oneof(
    { weight: 5, arbitrary: fc.constant("write" as const) },
    { weight: 2, arbitrary: fc.constant("remove" as const) },
    { weight: 1, arbitrary: fc.constant("outdated" as const) },
  ),
});
const cents = fc.integer({ min: -60, max: 60 });
const plannedMove = fc.record<PotMove>({
  pot: fc.constantFrom("hank", "veen"),
  committedCents: cents,
  reservedCents: cents,
  paidCents: fc.constantFrom(0, 0, 0, 10, -10),
});
const plannedCommit = fc.record<PlannedCommit>({
  key: fc.option(fc.constantFrom("k1", "k2", "k3", "k4"), { nil: undefined, freq: 2 }),
  changes: fc.uniqueArray(plannedChange, { selector: ({ id }) => id, maxLength: 3 }),
  conversations: fc.array(fc.constantFrom("a", "b"), { maxLength: 2 }),
  moves: fc.uniqueArray(plannedMove, { selector: ({ pot }) => pot, maxLength: 2 }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("commit" as const), planned: plannedCommit }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("send" as const),
      outcomes: fc.array(fc.constantFrom<SendOutcome["kind"][]>("sent", "retry", "unknown", "dead"), {
        maxLength: 2,
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wait" as const), minutes: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.constant({ do: "restart" as const }) },
);

/** Random histories of commits, sends and restarts, each told to an engine and to a plain model of a store. */
export function histories(name: string, openFresh: () => Promise<FreshStore>, numRuns: number): void {
  describe(`${name}: histories`, () => {
    it(
      "answers and holds what a plain model does, whatever happens in whatever order",
      async () => {
        const history = fc.array(step, { minLength: 1, maxLength: 30 });
        await fc.assert(
          fc.asyncProperty(history, async (steps) => {
            const fresh = await openFresh();
            try {
              await follow(fresh, steps);
            } finally {
              await fresh.remove();
            }
          }),
          { numRuns },
        );
      },
      LONG ? 1_800_000 : 120_000,
    );
  });
}

async function follow(fresh: FreshStore, steps: readonly Step[]): Promise<void> {
  const plain = new PlainStore();
  let { store } = fresh;
  for (const id of ["hank", "veen"]) {
    const row = { id, ceilingCents: 100, committedCents: 0, reservedCents: 0, paidCents: 0 };
    await store.commit(commitOf([{ collection: "pot", id, expect: 0, row }]));
    plain.pots.set(id, { version: 1, row });
  }
  let minute = 0;
  for (const [at, step] of steps.entries()) {
    if (step.do === "commit") {
      const commit = commitFor(plain, step.planned, at);
      expect(await store.commit(commit)).toEqual(plain.commit(commit));
    } else if (step.do === "send") {
      await send(store, plain, step.outcomes, minute);
    } else if (step.do === "wait") {
      minute += step.minutes;
    } else {
      // Past every lease: engines may or may not remember over a restart who was sending.
      minute += LEASE + 1;
      store = await fresh.reopen();
    }
    expect(await store.all("official")).toEqual([...plain.officials].sort().map(([, kept]) => kept));
    expect(await store.all("pot")).toEqual([...plain.pots.values()]);
    expect(await store.all("delivery")).toEqual([...plain.deliveries].sort().map(([, kept]) => kept));
    expect(byId(await store.deadMessages())).toEqual(plain.dead());
  }
  for (const [key, reply] of plain.replies) expect(await store.replyOf(key)).toEqual({ reply });
}

async function send(
  store: Store,
  plain: PlainStore,
  outcomes: readonly SendOutcome["kind"][],
  minute: number,
): Promise<void> {
  const now = minutesLater(minute);
  const claimed = byId(await store.claim(100, "sender", LEASE * 60_000, now));
  expect(claimed).toEqual(plain.claim(now, minutesLater(minute + LEASE)));
  for (const [at, kind] of outcomes.entries()) {
    const item = claimed[at];
    if (item === undefined) continue;
    const { id, conversation } = item;
    const later = minutesLater(minute + 3);
    const outcome: SendOutcome =
      kind === "sent"
        ? { kind, activityId: id, delivery: { id: `card in ${conversation}`, conversation, activityId: id } }
        : { kind, why: "said so", notBefore: later, remindAt: later };
    await store.settle(id, outcome, now);
    plain.settle(id, outcome);
  }
}

function commitFor(
  plain: PlainStore,
  { key, changes, conversations, moves }: PlannedCommit,
  at: number,
): Commit {
  const outbox = conversations.map((conversation, n) => message(`m-${at}-${n}`, conversation));
  const planned = changes.map(({ id, how }): Change => {
    const version = plain.officials.get(id)?.version ?? 0;
    if (how === "remove" && version > 0) return { collection: "official", id, expect: version, row: null };
    const expected = how === "outdated" ? version + 1 : version;
    return { collection: "official", id, expect: expected, row: official(id, { name: `step ${at}` }) };
  });
  return commitOf(planned, { key, moves, outbox, reply: { step: at } });
}
