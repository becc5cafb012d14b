import type { Instant } from "../calendar.ts";
import type { OfficialId } from "../official.ts";
import type { VakteamId } from "../vakteam.ts";

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

/** The intake of a team; the usual one when nobody changed it. */
export function intakeOf(known: Intake | undefined, vakteam: VakteamId): Intake {
  return known ?? { id: vakteam, ...DEFAULT_INTAKE, delivered: [], turn: 0, changes: [] };
}

/** After any act on the team's work: whoever decided on older work must decide again. */
export function touched(intake: Intake): Intake {
  return { ...intake, turn: intake.turn + 1 };
}

/** After a moment of delivery. */
export function afterDelivery(intake: Intake, at: Instant, count: number): Intake {
  const fresh = Array.from({ length: count }, () => at);
  return { ...touched(intake), delivered: [...lastWeek(intake, at), ...fresh] };
}

/** What is left of this week's deliveries. */
export function leftThisWeek(intake: Intake, at: Instant): number {
  return Math.max(0, intake.perWeek - lastWeek(intake, at).length);
}

function lastWeek({ delivered }: Intake, at: Instant): readonly Instant[] {
  return delivered.filter((one) => Date.parse(at) - Date.parse(one) < WEEK_MS);
}
