import { addDays, type Day } from "../calendar.ts";
import { legalHolidays } from "../holidays.ts";
import { isWorkingDay } from "../workingDays.ts";

/** The term stands still while the applicant completes the application (Awb 4:15, first paragraph, a). */
export interface Suspension {
  /** The day on which the applicant was invited. */
  readonly invitedOn: Day;
  /** The day on which it was complete; absent while it is waited for. */
  readonly completedOn?: Day | undefined;
  /** Whether the invitation left in writing: only then does the term surely stand still. */
  readonly inWriting: boolean;
}

/** One way to read the facts, and what the term comes to then. */
export interface TermReading {
  readonly receivedOn: Day;
  readonly suspended: boolean;
  readonly decideBy: Day;
}

export interface TermFacts {
  /** Every day on which it may have been received: by the regisseur, at the counter. One when that is clear. */
  readonly received: readonly Day[];
  readonly weeks: number;
  readonly suspensions: readonly Suspension[];
  /** Today; an invitation that was not answered holds up the term until now, and not longer. */
  readonly today: Day;
}

/** The day before which must be decided, with every reading of it. */
export interface Term {
  /** The earliest: the one that is guarded. */
  readonly decideBy: Day;
  /** In order; more than one when facts are unclear. */
  readonly readings: readonly TermReading[];
}

/**
 * The legal term of a plan; undefined when nothing was received yet. Weeks are counted from the day after receipt, the
 * days of a suspension come on top, and a term that ends on a Saturday, Sunday or public holiday ends on the next
 * working day (Algemene termijnenwet, articles 1 and 3). Where facts are unclear, every reading is worked out.
 */
export function termOf(facts: TermFacts): Term | undefined {
  const suspensions = [facts.suspensions, facts.suspensions.filter(({ inWriting }) => inWriting)];
  const all = [...new Set(facts.received)].flatMap((receivedOn) =>
    suspensions.map((held): TermReading => ({
      receivedOn,
      suspended: held.length > 0,
      decideBy: decideBy(receivedOn, held, facts),
    })),
  );
  const readings = [...new Map(all.map((reading) => [JSON.stringify(reading), reading])).values()].toSorted(
    (one, other) => one.decideBy.localeCompare(other.decideBy),
  );
  const [earliest] = readings;
  return earliest && { decideBy: earliest.decideBy, readings };
}

function decideBy(receivedOn: Day, suspensions: readonly Suspension[], { weeks, today }: TermFacts): Day {
  const held = suspensions.map((suspension) => daysHeld(suspension, today));
  const end = addDays(receivedOn, weeks * 7 + held.reduce((sum, days) => sum + days, 0));
  return nextLegalDay(end);
}

/** From the day after the invitation until completion. The day of completion itself counts again: the careful reading. */
function daysHeld({ invitedOn, completedOn }: Suspension, today: Day): number {
  const until = completedOn ?? today;
  return Math.max(0, Math.round((Date.parse(until) - Date.parse(invitedOn)) / 86_400_000) - 1);
}

function nextLegalDay(day: Day): Day {
  return isWorkingDay(day, legalHolidays) ? day : nextLegalDay(addDays(day, 1));
}
