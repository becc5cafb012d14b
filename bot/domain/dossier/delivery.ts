import type { Instant } from "../calendar.ts";
import { DELIVERY_TIMES, nextMoment, nextOfficeMoment } from "../workingDays.ts";
import type { Urgency } from "./handoff.ts";

/** When an offer sent now may be delivered: after the time to undo, and normally with the next round. */
export function deliveryOf(at: Instant, urgency?: Urgency): Instant {
  // A wish of the board gives visibility, never a place before the others.
  if (urgency !== "danger" && urgency !== "legalTerm") return nextMoment(at);
  return nextOfficeMoment(new Date(Date.parse(at) + DELIVERY_TIMES.pause * 60_000).toISOString());
}
