import { addDays, dayOf, type Instant } from "./calendar.ts";
import type { OfficialId } from "./official.ts";

/** `access:<entraId>`: a person has one request at most. */
export type AccessRequestId = string;

interface Asker {
  readonly id: AccessRequestId;
  /** Entra object id of who is not in the register, from the signed activity. */
  readonly person: string;
}

interface Asked extends Asker {
  /** What Teams calls this person, to be shown and for nothing else: it is no proof of anything. */
  readonly name?: string | undefined;
  readonly askedAt: Instant;
  /** Functioneel beheer, as it was asked. */
  readonly askedOf: readonly OfficialId[];
}

interface Decided extends Asked {
  readonly decidedBy: OfficialId;
  readonly decidedAt: Instant;
}

/**
 * Somebody of the municipality's tenant who is not in the register, and whether they will be.
 *
 *   offered ──askAccess (the person)──▶ open ──link (functioneel beheer)────▶ linked     an official has their Entra id
 *      ▲                                 └────refuse (functioneel beheer)──▶ refused    nothing changes
 *      └── a month after a refusal, or when the link was taken away ─────────────┘
 */
export type AccessRequest =
  | (Asker & { readonly status: "offered" })
  | (Asked & { readonly status: "open" })
  | (Decided & { readonly status: "linked"; readonly official: OfficialId })
  | (Decided & { readonly status: "refused"; readonly reason: string });

export type OpenRequest = AccessRequest & { readonly status: "open" };

export function accessRequestOf(entraId: string): AccessRequestId {
  return `access:${entraId}`;
}

/** Days that a refusal holds: asking every day would be no use to anybody. */
const REFUSED_FOR = 30;

/** Whether somebody who is not in the register may ask now. */
export function mayAsk(request: AccessRequest, at: Instant): boolean {
  switch (request.status) {
    case "offered":
    case "linked": // they are not in the register, so the link was taken away again
      return true;
    case "open":
      return false;
    case "refused":
      return addDays(dayOf(request.decidedAt), REFUSED_FOR) <= dayOf(at);
  }
}
