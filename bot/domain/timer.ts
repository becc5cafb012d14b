import type { Instant } from "./calendar.ts";
import type { Change, Versioned } from "./commit.ts";
import type { SubjectKind } from "./token.ts";

/** Names one moment of one row: `proposal:<id>:undecided`. Setting it again moves the moment. */
export type TimerId = string;

/** The collections whose rows can have moments: those with buttons, and some that only time acts on. */
export type TimedKind = SubjectKind | "intake" | "digest";

/** The row a moment is about: of the collection of the same name. */
export interface Timed {
  readonly kind: TimedKind;
  readonly id: string;
}

/** A moment at which a row must be looked at again. It goes off once, and is gone then. */
export interface Timer {
  readonly id: TimerId;
  readonly at: Instant;
  readonly subject: Timed;
  /** Which moment of the subject this is, one word. */
  readonly what: string;
}

/** Sets a moment for a row that has no such moment yet, or moves the one it has. */
export function setTimer(subject: Timed, what: string, at: Instant, set?: Versioned<Timer>): Change {
  const row: Timer = { id: timerId(subject, what), at, subject, what };
  return { collection: "timer", id: row.id, expect: set?.version ?? 0, row };
}

export function timerId({ kind, id }: Timed, what: string): TimerId {
  return `${kind}:${id}:${what}`;
}
