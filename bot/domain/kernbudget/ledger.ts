import type { Instant } from "../calendar.ts";
import type { PotId, PotMove } from "../pot.ts";
import type { Cents } from "./amount.ts";

/** What happens to the money of one plan. */
export const LEDGER_KINDS = [
  "reserve", // held for it until it is decided
  "release", // not held any more
  "commit", // granted
  "uncommit", // what was granted is not, or not all, needed
  "pay",
  "repay",
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/** One line of the ledger. Never changed or taken out: what is put right gets a line of its own. */
export interface LedgerEntry {
  readonly kind: LedgerKind;
  /** Above nothing. */
  readonly cents: Cents;
  readonly at: Instant;
}

/** What a plan holds of the pot, as its ledger adds up. */
export interface Balance {
  readonly reservedCents: Cents;
  readonly committedCents: Cents;
  readonly paidCents: Cents;
}

const EFFECT: Readonly<Record<LedgerKind, readonly [field: keyof Balance, sign: 1 | -1]>> = {
  reserve: ["reservedCents", 1],
  release: ["reservedCents", -1],
  commit: ["committedCents", 1],
  uncommit: ["committedCents", -1],
  pay: ["paidCents", 1],
  repay: ["paidCents", -1],
};

const NOTHING: Balance = { reservedCents: 0, committedCents: 0, paidCents: 0 };

export function balanceOf(entries: readonly LedgerEntry[]): Balance {
  return entries.reduce((balance, { kind, cents }) => {
    const [field, sign] = EFFECT[kind];
    return { ...balance, [field]: balance[field] + sign * cents };
  }, NOTHING);
}

/**
 * New lines as the one move they are for the pot; the store judges it in the commit that keeps the lines. Undefined
 * when there are none. Granting gives back what was held and commits what was granted in the same move.
 */
export function moveOf(pot: PotId, entries: readonly LedgerEntry[]): PotMove | undefined {
  return entries.length === 0 ? undefined : { pot, ...balanceOf(entries) };
}

/** The lines for a change, in order; what changes nothing is no line. */
function lines(at: Instant, ...changes: readonly (readonly [LedgerKind, Cents])[]): readonly LedgerEntry[] {
  return changes.filter(([, cents]) => cents > 0).map(([kind, cents]) => ({ kind, cents, at }));
}

export function reserving(cents: Cents, at: Instant): readonly LedgerEntry[] {
  return lines(at, ["reserve", cents]);
}

/** Whatever is held is given back: refused, withdrawn, sent back, or on the list for next year. */
export function releasing({ reservedCents }: Balance, at: Instant): readonly LedgerEntry[] {
  return lines(at, ["release", reservedCents]);
}

/** Granted: what was held is given back and what was granted is committed. */
export function granting({ reservedCents }: Balance, cents: Cents, at: Instant): readonly LedgerEntry[] {
  return lines(at, ["release", reservedCents], ["commit", cents]);
}

/** Everything that was granted and not paid yet. */
export function paying({ committedCents, paidCents }: Balance, at: Instant): readonly LedgerEntry[] {
  return lines(at, ["pay", committedCents - paidCents]);
}

/** Settled for no more than was granted: what is too much is paid back and free again. */
export function settling(
  { committedCents, paidCents }: Balance,
  finalCents: Cents,
  at: Instant,
): readonly LedgerEntry[] {
  return lines(at, ["repay", paidCents - finalCents], ["uncommit", committedCents - finalCents]);
}

/** A proviso that was not met in time: nothing was paid, so all of it is free again. */
export function lapsing({ committedCents, paidCents }: Balance, at: Instant): readonly LedgerEntry[] {
  return lines(at, ["uncommit", committedCents - paidCents]);
}
