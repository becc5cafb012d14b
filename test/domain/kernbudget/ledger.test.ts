import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  balanceOf,
  granting,
  lapsing,
  moveOf,
  paying,
  releasing,
  reserving,
  settling,
  type Balance,
  type LedgerEntry,
} from "../../../bot/domain/kernbudget/ledger.ts";
import { freeCents, moved, type Pot } from "../../../bot/domain/pot.ts";

const AT = "2026-04-14T07:12:00.000Z";
const POT = "kernbudget-2026";

function pot(ceilingCents: number): Pot {
  return { id: POT, ceilingCents, committedCents: 0, reservedCents: 0, paidCents: 0 };
}

describe("the ledger of a plan", () => {
  it("holds, and then grants all in one move", () => {
    const held = reserving(7_500_00, AT);
    expect(moveOf(POT, held)).toEqual({ pot: POT, reservedCents: 7_500_00, committedCents: 0, paidCents: 0 });
    const granted = granting(balanceOf(held), 7_500_00, AT);
    expect(moveOf(POT, granted)).toEqual({
      pot: POT,
      reservedCents: -7_500_00,
      committedCents: 7_500_00,
      paidCents: 0,
    });
  });

  it("frees the difference when less is granted, and everything when nothing is", () => {
    const balance = balanceOf(reserving(2_000_00, AT));
    expect(balanceOf(granting(balance, 500_00, AT))).toMatchObject({
      reservedCents: -2_000_00,
      committedCents: 500_00,
    });
    expect(balanceOf(releasing(balance, AT))).toMatchObject({ reservedCents: -2_000_00, committedCents: 0 });
  });

  it("pays what was granted, and takes back what was not used", () => {
    const paid = { reservedCents: 0, committedCents: 1_000_00, paidCents: 1_000_00 };
    expect(paying(paid, AT)).toEqual([]);
    expect(balanceOf(settling(paid, 800_00, AT))).toEqual({
      reservedCents: 0,
      committedCents: -200_00,
      paidCents: -200_00,
    });
    expect(settling(paid, 1_000_00, AT)).toEqual([]);
    expect(balanceOf(lapsing({ ...paid, paidCents: 0 }, AT))).toMatchObject({ committedCents: -1_000_00 });
  });

  it("has no move for no lines", () => {
    expect(moveOf(POT, releasing(balanceOf([]), AT))).toBeUndefined();
  });
});

/** One thing that is tried on one of a few plans. */
const attempt = fc.record({
  plan: fc.integer({ min: 0, max: 3 }),
  what: fc.constantFrom("reserve", "release", "grant", "pay", "settle", "lapse"),
  cents: fc.integer({ min: 1, max: 4_000_00 }),
});

function linesFor(what: string, balance: Balance, cents: number): readonly LedgerEntry[] {
  switch (what) {
    case "reserve":
      return balance.reservedCents + balance.committedCents > 0 ? [] : reserving(cents, AT);
    case "release":
      return releasing(balance, AT);
    case "grant":
      return balance.committedCents > 0 ? [] : granting(balance, cents, AT);
    case "pay":
      return paying(balance, AT);
    case "settle":
      return settling(balance, Math.min(cents, balance.committedCents), AT);
    default:
      return lapsing(balance, AT);
  }
}

describe("any sequence of what may happen to plans", () => {
  it("keeps the pot equal to the sum of its plans, and never over its ceiling", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_600_00 }),
        fc.array(attempt, { maxLength: 60 }),
        (ceiling, attempts) => {
          let held = pot(ceiling);
          const plans: LedgerEntry[][] = [[], [], [], []];
          for (const { plan, what, cents } of attempts) {
            const entries = linesFor(what, balanceOf(plans[plan] ?? []), cents);
            const move = moveOf(POT, entries);
            const after = move && moved(held, move);
            if (!after) continue;
            held = after;
            plans[plan]?.push(...entries);
            expect(freeCents(held)).toBeGreaterThanOrEqual(0);
            expect(held).toMatchObject(balanceOf(plans.flat()));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
