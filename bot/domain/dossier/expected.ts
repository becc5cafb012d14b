import type { Day } from "../calendar.ts";
import { addWorkingDays } from "../workingDays.ts";
import type { Dossier } from "./dossier.ts";
import type { Intake } from "./intake.ts";
import { loadOf, takesRoom, unitsOf } from "./load.ts";

/** Working days after which a team that has no days for its work is expected to finish something. */
const WITHOUT_A_DAY = 10;

/**
 * When a full team is expected to have room for one more: the first working day after enough of the work in hand is due
 * to let in what waits already and this one. Overdue counts as finished today, so it is an estimate and said as one.
 */
export function expectedStart(open: readonly Dossier[], intake: Intake, today: Day, units = 1): Day {
  const { waiting, units: inHand } = loadOf(open, intake);
  let missing =
    inHand + waiting.reduce((total, dossier) => total + unitsOf(dossier), 0) + units - intake.limit;
  const byDay = open
    .filter((dossier) => takesRoom(dossier, intake.id))
    .map((dossier) => ({
      day: latest(dossier.due ?? addWorkingDays(today, WITHOUT_A_DAY), today),
      units: unitsOf(dossier),
    }))
    .toSorted((a, b) => a.day.localeCompare(b.day));
  let day = today;
  for (const done of byDay) {
    if (missing <= 0) break;
    missing -= done.units;
    day = done.day;
  }
  // More waits than the work in hand makes room for: then at the pace at which the team takes in.
  const weeks = missing > 0 ? Math.ceil(missing / Math.max(intake.perWeek, 1)) : 0;
  return addWorkingDays(day, 1 + weeks * 5);
}

function latest(a: Day, b: Day): Day {
  return a > b ? a : b;
}
