import type { Day, Instant } from "../calendar.ts";
import type { OfficialId, RoleName } from "../official.ts";
import type { VakteamId } from "../vakteam.ts";
import type { Status } from "./dossier.ts";

/** Why something may go before the queue. Nothing else is urgent. */
export const URGENCIES = ["danger", "legalTerm", "board"] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Reasons with which a team gives something back. */
export const RETURN_REASONS = [
  "answeredBefore",
  "regularChannel",
  "tooLittleKnown",
  "villageOrPartner",
  "noCapacity",
  "notMunicipal",
  "double",
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** Reasons for which a vakambtenaar may ask a regisseur to come in. */
export const REGIE_REASONS = ["severalParties", "tension", "noOwner", "newInitiative"] as const;
export type RegieReason = (typeof REGIE_REASONS)[number];

/** Why a colleague was, or was not, named on an offer. Kept, so that "Waarom jij?" can be answered later. */
export interface Candidate {
  readonly official: OfficialId;
  readonly verdict: "named" | "heavierLoad" | "away" | "refusedBefore" | "atLimit" | "otherKern" | "left";
  /** Weighted work in hand. */
  readonly load: number;
}

/**
 * An offer of work. It waits (`queued`) until the undo time is over, the next moment of delivery has come and the team
 * has room; then it lies before the team (`delivered`).
 *
 *   queued ─▶ delivered ─▶ accepted | returned | redirected
 *      └──────────┴──────▶ withdrawn
 */
export interface Handoff {
  readonly from: OfficialId;
  readonly capacity: RoleName;
  readonly at: Instant;
  /** The team it is offered to; absent for an offer to a regisseur. */
  readonly vakteam?: VakteamId | undefined;
  /** The regisseur it is offered to. */
  readonly regisseur?: OfficialId | undefined;
  readonly regieReason?: RegieReason | undefined;
  readonly state: "queued" | "delivered" | "accepted" | "returned" | "redirected" | "withdrawn";
  /** Not before this moment: the time to undo, and the next moment of delivery. */
  readonly deliverAt: Instant;
  readonly deliveredAt?: Instant | undefined;
  /** The day on which the team is expected to have room; told to the sender. */
  readonly expectedOn?: Day | undefined;
  readonly urgency?: { readonly kind: Urgency; readonly why: string } | undefined;
  /** The status to go back to when it is withdrawn. */
  readonly before: Status;
  /** Who is named first on the card, and why the others are not. */
  readonly named?: OfficialId | undefined;
  readonly candidates: readonly Candidate[];
  readonly reason?:
    { readonly kind: ReturnReason; readonly text: string; readonly from?: Day | undefined } | undefined;
}
