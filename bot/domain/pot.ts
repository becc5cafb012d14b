export type PotId = string;

/**
 * The money of one scheme in one year, in whole cents. It changes by moves only, which the store judges and applies
 * together with the commit they belong to; what each move was for stands in the ledger.
 */
export interface Pot {
  readonly id: PotId;
  /** The subsidieplafond. */
  readonly ceilingCents: number;
  /** Granted, paid out or not. */
  readonly committedCents: number;
  /** Held for plans that wait for a decision. */
  readonly reservedCents: number;
  /** The part of what was committed that has been paid. */
  readonly paidCents: number;
}

/** What a commit does to a pot: each figure goes up or down by so many cents. */
export interface PotMove {
  readonly pot: PotId;
  readonly committedCents: number;
  readonly reservedCents: number;
  readonly paidCents: number;
}

/** What is left to reserve or commit. */
export function freeCents({ ceilingCents, committedCents, reservedCents }: Pot): number {
  return ceilingCents - committedCents - reservedCents;
}

/** The pot after a move; undefined when the move may not be: over the ceiling, or a figure below nothing. */
export function moved(pot: Pot, move: PotMove): Pot | undefined {
  const after: Pot = {
    ...pot,
    committedCents: pot.committedCents + move.committedCents,
    reservedCents: pot.reservedCents + move.reservedCents,
    paidCents: pot.paidCents + move.paidCents,
  };
  const isWhole =
    after.committedCents >= 0 &&
    after.reservedCents >= 0 &&
    after.paidCents >= 0 &&
    after.paidCents <= after.committedCents;
  return isWhole && freeCents(after) >= 0 ? after : undefined;
}
