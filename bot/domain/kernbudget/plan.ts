import type { Day, Instant } from "../calendar.ts";
import type { KernId } from "../kern.ts";
import type { OfficialId, RoleName } from "../official.ts";
import type { PortefeuilleId } from "../portefeuille.ts";
import type { VakteamId } from "../vakteam.ts";
import type { Cents } from "./amount.ts";
import type { Fund, OwnShare, Proviso } from "./cofinancing.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { Suspension } from "./legalClock.ts";
import type { SchemeId } from "./scheme.ts";

export type PlanId = string;

/**
 * The life of a plan that asks for kernbudget. Akkoord is not granted, and granted is not yet told (bekendgemaakt).
 *
 *   idea, plan ──apply──▶ received ◀──complete── incomplete ──drop──▶ notProcessed
 *                          │   └────askMore────────▲
 *                          └─assess─▶ assessed ◀──explain──┐
 *                                        └──makeReady──▶ ready ──agree, toCollege──▶ onCollegeList
 *                                                          │                              │
 *                                grant, grantPart, refuse, waitlist ◀──────recordCollege──┘
 *                                          ▼
 *   granted, partlyGranted, refused ──sendLetter──▶ notified ──pay──▶ paid ──account──▶ accounted ──settle──▶ settled
 *
 *   waitlisted ──makeReady──▶ ready      granted, partlyGranted, notified ──lapse──▶ lapsed
 *   Until it is decided it can be withdrawn. Consent of a portefeuillehouder, an advice and a personal interest
 *   change what is known of it and leave its status as it is.
 */
export const PLAN_STATUSES = [
  "idea",
  "plan",
  "received",
  "incomplete",
  "assessed",
  "ready",
  "onCollegeList",
  "granted",
  "partlyGranted",
  "refused",
  "waitlisted",
  "notProcessed",
  "withdrawn",
  "notified",
  "paid",
  "accounted",
  "settled",
  "lapsed",
] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** A plan of people in a kern. Names an organisation, never a resident. */
export interface Plan {
  readonly id: PlanId;
  readonly scheme: SchemeId;
  readonly status: PlanStatus;
  readonly kern: KernId;
  /** Who asks: "Oranjevereniging Drongelen", "Stichting i.o. Moestuin Achter 't Veldje". */
  readonly applicant: string;
  readonly purpose: string;
  readonly askedCents: Cents;
  readonly own: OwnShare;
  /** How many volunteers help; told, never counted as money. */
  readonly volunteers?: number | undefined;
  readonly funds: readonly Fund[];
  /** The day of what it is for, when it has one. */
  readonly activityOn?: Day | undefined;
  /** The zaak in which the form is kept: "Z-26-00417". */
  readonly caseNumber?: string | undefined;
  readonly submittedBy: OfficialId;
  /** Who assessed it or set it ready. They never decide on it. */
  readonly preparedBy: readonly OfficialId[];
  /** Days on which it may have been received; more than one when that is unclear. */
  readonly receivedOn: readonly Day[];
  readonly completeOn?: Day | undefined;
  readonly suspensions: readonly Suspension[];
  readonly portefeuilles: readonly PortefeuilleId[];
  /** The vakteam that is asked for advice. */
  readonly adviceFrom?: VakteamId | undefined;
  readonly advice?: Advice | undefined;
  /** Criteria of the scheme that are met, by id. */
  readonly criteria: readonly string[];
  readonly consents: readonly Consent[];
  /** Who declared a personal interest. The reason is never asked. */
  readonly recused: readonly OfficialId[];
  /** The meeting of the college it is on the list of. */
  readonly collegeOn?: Day | undefined;
  readonly decision?: PlanDecision | undefined;
  readonly ledger: readonly LedgerEntry[];
  readonly history: readonly PlanStep[];
}

/** What a vakteam says of it. */
export interface Advice {
  readonly by: OfficialId;
  readonly at: Instant;
  readonly text: string;
}

/** A portefeuillehouder agrees. Not a decision. */
export interface Consent {
  readonly portefeuille: PortefeuilleId;
  readonly by: OfficialId;
  readonly at: Instant;
}

/** In what role somebody acts, and for which kern or portefeuille. */
export interface Capacity {
  readonly role: RoleName;
  readonly kern?: KernId | undefined;
  readonly portefeuille?: PortefeuilleId | undefined;
}

export interface PlanDecision {
  readonly outcome: "granted" | "partlyGranted" | "refused" | "waitlisted";
  readonly cents: Cents;
  readonly by: OfficialId;
  readonly capacities: readonly Capacity[];
  /** The member or official who was replaced, as the college or the mandate register arranged. */
  readonly insteadOf?: OfficialId | undefined;
  readonly at: Instant;
  /** Empty when nothing had to be said. */
  readonly motivation: string;
  readonly condition?: string | undefined;
  readonly proviso?: Proviso | undefined;
  /** Where the college decided: the day and the number on its list. */
  readonly college?: { readonly on: Day; readonly number: string } | undefined;
  readonly letterSentOn?: Day | undefined;
}

/** One step in its life. */
export interface PlanStep {
  readonly act: PlanAct;
  /** An official, or "kernwijzer" for what time does. */
  readonly by: OfficialId;
  readonly capacity: string;
  readonly at: Instant;
  readonly why: string;
}

const UNDECIDED = ["idea", "plan", "received", "incomplete", "assessed", "ready", "onCollegeList"] as const;
const GRANTED = ["granted", "partlyGranted"] as const;

/** Each act: the statuses it may start from, and the one it leads to; "stays" leaves it as it is. */
export const PLAN_ACTS = {
  start: { from: [], to: "plan" },
  change: { from: ["idea", "plan"], to: "stays" },
  apply: { from: ["idea", "plan"], to: "received" },
  askMore: { from: ["received", "assessed"], to: "incomplete" },
  complete: { from: ["incomplete"], to: "received" },
  drop: { from: ["incomplete"], to: "notProcessed" },
  assess: { from: ["received", "assessed"], to: "assessed" },
  advise: { from: ["received", "assessed"], to: "stays" },
  makeReady: { from: ["assessed", "waitlisted"], to: "ready" },
  consent: { from: ["ready"], to: "stays" },
  recuse: { from: ["ready"], to: "stays" },
  explain: { from: ["ready"], to: "assessed" },
  agree: { from: ["ready"], to: "onCollegeList" },
  toCollege: { from: ["ready"], to: "onCollegeList" },
  grant: { from: ["ready", "onCollegeList"], to: "granted" },
  grantPart: { from: ["ready", "onCollegeList"], to: "partlyGranted" },
  refuse: { from: ["ready", "onCollegeList"], to: "refused" },
  waitlist: { from: ["ready", "onCollegeList"], to: "waitlisted" },
  withdraw: { from: [...UNDECIDED, "waitlisted"], to: "withdrawn" },
  sendLetter: { from: [...GRANTED, "refused"], to: "notified" },
  pay: { from: ["notified"], to: "paid" },
  account: { from: ["paid"], to: "accounted" },
  settle: { from: ["accounted"], to: "settled" },
  lapse: { from: [...GRANTED, "notified"], to: "lapsed" },
} as const satisfies Readonly<
  Record<string, { readonly from: readonly PlanStatus[]; readonly to: PlanStatus | "stays" }>
>;
export type PlanAct = keyof typeof PLAN_ACTS;

/** Whether an act may start from a status. */
export function mayStart(act: PlanAct, status: PlanStatus): boolean {
  return PLAN_ACTS[act].from.some((one) => one === status);
}

/**
 * The plan after an act, with the step in its history; undefined when the act does not start from its status. Who may
 * take the step is judged before, see `decider.ts`.
 */
export function stepped(
  plan: Plan,
  step: PlanStep,
  changes: Partial<Omit<Plan, "status" | "history">> = {},
): Plan | undefined {
  if (!mayStart(step.act, plan.status)) return undefined;
  const { to } = PLAN_ACTS[step.act];
  return {
    ...plan,
    ...changes,
    status: to === "stays" ? plan.status : to,
    history: [...plan.history, step],
  };
}

/** Whether nothing was decided on it yet. */
export function isOpen({ status }: Plan): boolean {
  return UNDECIDED.some((one) => one === status);
}

/** Whether money may go to the applicant: a refusal ends with its letter. */
export function isGranted({ decision }: Plan): boolean {
  return decision?.outcome === "granted" || decision?.outcome === "partlyGranted";
}
