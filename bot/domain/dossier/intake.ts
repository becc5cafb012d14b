import type { Instant } from "../calendar.ts";
import type { OfficialId } from "../official.ts";
import type { VakteamId } from "../vakteam.ts";
import { WEIGHTS, type Weight } from "./dossier.ts";
import { unitsOf, type TeamLoad } from "./load.ts";

/**
 * What a vakteam takes in: its limits and when they changed. Every act that changes what a team has in hand also writes
 * this row, so that two offers at the same moment never both get the last place.
 */
export interface Intake {
  readonly id: VakteamId;
  /** Weighted units in hand at most. */
  readonly limit: number;
  /** New deliveries a week at most. */
  readonly perWeek: number;
  /** Deliveries of late, oldest first; older than a week falls out. */
  readonly delivered: readonly Instant[];
  /** Goes up with each act on the team's work. */
  readonly turn: number;
  readonly changes: readonly LimitChange[];
}

/** Limits change only with a reason. */
export interface LimitChange {
  readonly at: Instant;
  readonly by: OfficialId;
  readonly limit: number;
  readonly perWeek: number;
  readonly why: string;
}

/** What a team takes in until its teamleider says otherwise. */
export const DEFAULT_INTAKE = { limit: 8, perWeek: 3 } as const;

const WEEK_MS = 7 * 86_400_000;

/** The intake of a team; the usual limits when nobody changed them. */
export function intakeOf(
  known: Intake | undefined,
  vakteam: VakteamId,
  usual: { readonly limit: number; readonly perWeek: number } = DEFAULT_INTAKE,
): Intake {
  if (!known) return { id: vakteam, ...usual, delivered: [], turn: 0, changes: [] };
  // A row that only keeps deliveries follows the usual limits; what somebody decided on stays.
  return known.changes.length > 0 ? known : { ...known, limit: usual.limit, perWeek: usual.perWeek };
}

/** Whether a team has room for one more of this weight, besides what waits already; if not, what there is too much of. */
export function roomFor(
  { units, waiting }: Pick<TeamLoad, "units" | "waiting">,
  intake: Intake,
  weight: Weight,
  at: Instant,
): "room" | "full" | "weekFull" {
  const before = waiting.reduce((total, dossier) => total + unitsOf(dossier), units);
  // What is heavier than the limit itself fits in empty hands, or it would never be done.
  if (before > 0 && before + WEIGHTS[weight] > intake.limit) return "full";
  return leftThisWeek(intake, at) > waiting.length ? "room" : "weekFull";
}

/** After any act on the team's work: whoever decided on older work must decide again. */
export function touched(intake: Intake): Intake {
  return { ...intake, turn: intake.turn + 1 };
}

/** After a moment of delivery. */
export function afterDelivery(intake: Intake, at: Instant, count: number): Intake {
  const fresh = Array.from({ length: count }, () => at);
  return { ...touched(intake), delivered: [...deliveredLately(intake, at), ...fresh] };
}

/** What is left of this week's deliveries. */
export function leftThisWeek(intake: Intake, at: Instant): number {
  return Math.max(0, intake.perWeek - deliveredLately(intake, at).length);
}

/** Deliveries that count for this week. */
export function deliveredLately({ delivered }: Intake, at: Instant): readonly Instant[] {
  return delivered.filter((one) => Date.parse(at) - Date.parse(one) < WEEK_MS);
}
