import type { Day, Instant } from "../calendar.ts";
import type { ConversationId } from "../conversation.ts";
import type { CardId } from "../delivery.ts";
import type { KernId } from "../kern.ts";
import type { OfficialId, RoleName } from "../official.ts";
import type { TopicId } from "../topic.ts";
import type { VakteamId } from "../vakteam.ts";
import type { Handoff } from "./handoff.ts";

export type DossierId = string;

/**
 * Where a dossier stands. `moves.ts` says who may take which step.
 *
 *   registered ─▶ triage ─┬─▶ communityLed ─┐
 *                         ├─▶ partnerLed ───┤
 *                         ├─▶ regularChannel┤
 *                         ├─▶ cancelled     │
 *                         └─▶ offered       │ the sender stays the owner until somebody takes it
 *   offered ─take─▶ inProgress ◀─▶ scheduled, onHold, awaitingDecision
 *           ◀─redirect─┘ └─return─▶ triage  │
 *   inProgress ─▶ answered ─────────────────┴─▶ closed ─▶ reopened ─▶ inProgress, triage
 *
 *   replyRequested stands in for offered or a status of work while the other side is asked something.
 */
export const STATUSES = [
  "registered",
  "triage",
  "offered",
  "replyRequested",
  "inProgress",
  "scheduled",
  "onHold",
  "awaitingDecision",
  "communityLed",
  "partnerLed",
  "regularChannel",
  "answered",
  "closed",
  "reopened",
  "cancelled",
] as const;
export type Status = (typeof STATUSES)[number];

/** A question is light: a colleague waits for it. An opgave is shared by gemeente, dorp and partners. */
export type Sort = "question" | "dossier" | "opgave";

/** How much work it is for a vakteam, as the sender judges and the team may change; a limit counts middle ones. */
export const WEIGHTS = { small: 0.5, middle: 1, large: 2 } as const;
export type Weight = keyof typeof WEIGHTS;

/** What is asked of whoever takes it. */
export const ASKED = ["answer", "advice", "act", "decide", "thinkAlong"] as const;
export type Asked = (typeof ASKED)[number];

/** Who is responsible now: always exactly one person, in one capacity. */
export interface Owner {
  readonly official: OfficialId;
  readonly capacity: RoleName;
  /** The team for which, when it is the work of a team. */
  readonly vakteam?: VakteamId | undefined;
}

/** What was promised to residents, by whom it will be kept. */
export interface Promised {
  readonly text: string;
  /** Absent for a promise without a day. */
  readonly by?: Day | undefined;
}

/** One kern that waits for the same answer, and who keeps contact with its residents. */
export interface KernShare {
  /** Absent for a question about the whole municipality. */
  readonly kern?: KernId | undefined;
  readonly contact: OfficialId;
  readonly promised?: Promised | undefined;
  readonly since: Instant;
  readonly feedback?: Feedback | undefined;
}

/** How residents of one kern heard of the outcome, or why they need not hear. */
export interface Feedback {
  readonly on: Day;
  readonly by: OfficialId;
  /** When, how and to whom, without names of residents; or the reason that nobody is told. */
  readonly text: string;
  readonly told: boolean;
}

/** A step in the life of a dossier. Nothing is ever overwritten. */
export interface Step {
  readonly at: Instant;
  /** Official, or "kernwijzer" for what time does. */
  readonly who: OfficialId;
  readonly capacity: string;
  readonly act: string;
  /** The status it led to. */
  readonly status: Status;
  readonly why: string;
}

/** Work of another team within the dossier: one owner, several contributors. */
export interface Contribution {
  readonly id: string;
  readonly vakteam: VakteamId;
  readonly asked: string;
  readonly askedBy: OfficialId;
  readonly askedAt: Instant;
  readonly answer?: { readonly by: OfficialId; readonly at: Instant; readonly text: string } | undefined;
}

/** Something asked that somebody must say something on, without any change of owner. */
export interface Consult {
  readonly of: OfficialId;
  readonly by: OfficialId;
  readonly question: string;
  readonly at: Instant;
  readonly reply?: { readonly at: Instant; readonly text: string } | undefined;
  /** The status to go back to with the reply; absent for a colleague who is only consulted. */
  readonly back?: Status | undefined;
}

/** What can be asked back before it is offered, in this order. */
export type DraftAsks = "kern" | "promisedDay" | "regie" | "driehoek";

/** What is still being filled in before it is offered. It stays when Teams is closed half-way. */
export interface Draft {
  /** Entra object id of whoever fills it in, and where. */
  readonly by: string;
  readonly conversation: ConversationId;
  readonly vakteam?: VakteamId | undefined;
  readonly regisseur?: OfficialId | undefined;
  /** What is asked back now; the next thing typed there answers it. */
  readonly asks?: DraftAsks | undefined;
  /** Urgency was asked for; which of the three doors it is must be said first. */
  readonly urgent: boolean;
}

/** Where a card of the dossier stands: changed in place with every step. */
export type Place = ({ readonly entraId: string } | { readonly conversation: ConversationId }) & {
  /** Set when it took the place of another card. */
  readonly card?: CardId | undefined;
};

export interface Dossier {
  readonly id: DossierId;
  /** As people say it: `D-2026-0001`. */
  readonly number: string;
  readonly sort: Sort;
  /** One sentence, without names of residents. */
  readonly title: string;
  readonly topic?: TopicId | undefined;
  /** At least one; more when kernen are bundled. */
  readonly shares: readonly KernShare[];
  readonly status: Status;
  readonly owner: Owner;
  readonly weight: Weight;
  readonly asked: Asked;
  /** What is done already, and who was spoken to. */
  readonly done: string;
  /** What the village and partners do themselves. */
  readonly driehoek: string;
  /** When something must come back. */
  readonly due?: Day | undefined;
  /** Case number in the case system, or the mark under which the contact centre keeps contact details. */
  readonly reference?: string | undefined;
  readonly registeredBy: OfficialId;
  readonly registeredAt: Instant;
  readonly draft?: Draft | undefined;
  /** The latest offer to a team or to a regisseur. */
  readonly handoff?: Handoff | undefined;
  /** Times it went on to another team; the third time needs the programmamanager. */
  readonly hops: number;
  /** Who or what it waits for, until when. */
  readonly waits?: { readonly until: Day; readonly what: string } | undefined;
  readonly consults: readonly Consult[];
  readonly contributions: readonly Contribution[];
  /** For the regisseur, to tell residents. */
  readonly answer?: { readonly text: string; readonly by: OfficialId; readonly at: Instant } | undefined;
  /** Teams that gave it back or sent it on: they are not offered it again. */
  readonly refusedBy: readonly VakteamId[];
  readonly places: readonly Place[];
  /** The latest moment at which somebody was reminded; earlier moments do not come again. */
  readonly reminded?: Instant | undefined;
  readonly history: readonly Step[];
}

/** Whether anybody still has to do something. */
export function isOpen({ status }: Pick<Dossier, "status">): boolean {
  return status !== "closed" && status !== "cancelled";
}

/** Statuses in which a vakteam has it on its hands. */
const AT_WORK: readonly Status[] = ["inProgress", "scheduled", "onHold", "awaitingDecision"];

/** Whether it is still being filled in: nobody but its maker has seen it. */
export function isDraft({ draft, status }: Pick<Dossier, "draft" | "status">): boolean {
  return draft !== undefined && (status === "registered" || status === "triage");
}

/** The status that counts: what a question in between stands in for. */
export function underlying({ status, consults }: Pick<Dossier, "status" | "consults">): Status {
  return status === "replyRequested" ? (consults.at(-1)?.back ?? "triage") : status;
}

/** The vakteam that works on it, or that it lies before; undefined when no team has to do with it now. */
export function vakteamOf(dossier: Dossier): VakteamId | undefined {
  const status = underlying(dossier);
  if (status === "offered") return dossier.handoff?.vakteam;
  return AT_WORK.includes(status) ? dossier.owner.vakteam : undefined;
}
