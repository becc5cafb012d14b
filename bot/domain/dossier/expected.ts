import { addDays, dayOf, type Day, type Instant } from "../calendar.ts";
import { officeHolidays, type Holidays } from "../holidays.ts";
import { addWorkingDays } from "../workingDays.ts";
import { WEIGHTS, type Dossier, type Weight } from "./dossier.ts";
import { deliveredLately, type Intake } from "./intake.ts";
import { loadOf, takesRoom, unitsOf } from "./load.ts";

/** Working days after which work without a day is expected to be finished. */
export const WITHOUT_A_DAY = 10;

/** What an estimate depends on besides the work itself. */
export interface Pace {
  readonly holidays?: Holidays;
  readonly withoutADay?: number;
}

/**
 * When a full team is expected to begin on one more: the first working day after enough of the work in hand is due to
 * let in what waits already and this one, and not before the team may take in that many in its week. What is overdue
 * counts as finished today. An estimate, and said as one: the sender chooses on it.
 */
export function expectedStart(
  open: readonly Dossier[],
  intake: Intake,
  at: Instant,
  weight: Weight = "middle",
  pace: Pace = {},
): Day {
  const { waiting } = loadOf(open, intake);
  const { holidays = officeHolidays } = pace;
  const today = dayOf(at);
  const before = addWorkingDays(roomOn(open, intake, today, weight, pace), 1, holidays);
  const allowed = addWorkingDays(allowedOn(intake, at, waiting.length + 1), 0, holidays);
  return before > allowed ? before : allowed;
}

/** The day on which the work in hand has made room for everything that waits and one more. */
function roomOn(
  open: readonly Dossier[],
  intake: Intake,
  today: Day,
  weight: Weight,
  { holidays = officeHolidays, withoutADay = WITHOUT_A_DAY }: Pace,
): Day {
  const { waiting, units: inHand } = loadOf(open, intake);
  const asked = [...waiting.map(unitsOf), WEIGHTS[weight]].map((units) => Math.min(units, intake.limit));
  let missing = inHand + asked.reduce((total, units) => total + units, 0) - intake.limit;
  const byDay = open
    .filter((dossier) => takesRoom(dossier, intake.id))
    .map((dossier) => ({
      day: finishedOn(dossier, today) ?? addWorkingDays(today, withoutADay, holidays),
      units: unitsOf(dossier),
    }))
    .toSorted((a, b) => a.day.localeCompare(b.day));
  let day = today;
  for (const done of byDay) {
    if (missing <= 0) return day;
    missing -= done.units;
    day = done.day;
  }
  // More waits than the work in hand makes room for: then at the pace at which the team takes in.
  const weeks = missing > 0 ? Math.ceil(missing / intake.perWeek) : 0;
  return addWorkingDays(day, weeks * 5, holidays);
}

/** What waits for something is not finished before that has come. */
function finishedOn({ due, waits }: Dossier, today: Day): Day | undefined {
  const day = [due, waits?.until]
    .filter((one) => one !== undefined)
    .toSorted()
    .at(-1);
  return day === undefined || day > today ? day : today;
}

/** The day on which a team may take in this many more: each delivery makes place for another a week later. */
function allowedOn(intake: Intake, at: Instant, count: number): Day {
  const lately = deliveredLately(intake, at).map(dayOf);
  const free = Math.max(0, intake.perWeek - lately.length);
  // More than may be was delivered when something could not wait: the surplus makes no place.
  const days = [
    ...lately.slice(-intake.perWeek),
    ...Array.from({ length: free }, () => addDays(dayOf(at), -7)),
  ];
  const turn = (count - 1) % intake.perWeek;
  const rounds = Math.floor((count - 1) / intake.perWeek);
  const inOrder = days.toSorted();
  return addDays(inOrder[turn] ?? dayOf(at), 7 * (rounds + 1));
}
