import { justAnswer, refuse, type Decision } from "../decision.ts";
import { sensitiveIn } from "../sensitive.ts";
import { readAmount, type Cents } from "./amount.ts";
import { carryOut, planNotice, refusePlan, stepBy, type PlanPress } from "./carrying.ts";
import { mayDecide } from "./decider.ts";
import { factsOf, type NamedCapacity, type PlanFacts } from "./facts.ts";
import { balanceOf, granting, releasing, type LedgerEntry } from "./ledger.ts";
import { stepped, type Plan, type PlanDecision } from "./plan.ts";
import { recordOf } from "./record.ts";

/** Longest reason or condition that is kept, in characters. */
const LONGEST_REASON = 500;

export type DecidingVerb = "grant" | "grantPart" | "grantOnCondition" | "refuse" | "waitlist";

const ACT = {
  grant: "grant",
  grantPart: "grantPart",
  grantOnCondition: "grant",
  refuse: "refuse",
  waitlist: "waitlist",
} as const;
const OUTCOME = {
  grant: "granted",
  grantPart: "partlyGranted",
  refuse: "refused",
  waitlist: "waitlisted",
} as const;

/**
 * Somebody decides on a plan: judged at this moment on scheme, register, amount and pot, whatever the card said when
 * it was made. The plan, its ledger, the move of the pot and the record of the decision are one commit.
 */
export function decideOn(press: PlanPress, verb: DecidingVerb): Decision {
  const { incoming, sources, official, day, at } = press;
  const plan = press.current.row;
  const act = ACT[verb];
  if (plan.status !== "ready") return justAnswer(incoming, planNotice(plan), "decided before");
  const competence = mayDecide(sources.register, sources.scheme, plan, official, day);
  if (typeof competence === "string") return refusePlan(incoming, plan, competence);
  if (competence.band.mode === "B") return refusePlan(incoming, plan, "college");
  const facts = factsOf(sources, plan, day);
  const said = wordsIn(press);
  if (said === "sensitive") return refuse(incoming, "sensitive");
  if (said.reason === "" && needsReason(verb, facts)) return refusePlan(incoming, plan, "reasonNeeded");
  if (verb === "grantOnCondition" && said.condition === "") return refusePlan(incoming, plan, "reasonNeeded");
  const cents = amountFor(press, verb);
  if (cents === undefined) return refusePlan(incoming, plan, "badAmount");
  if (cents > facts.possibleCents) return refusePlan(incoming, plan, "overCeiling");
  return keepDecision(press, facts, {
    outcome: OUTCOME[act],
    cents,
    by: official,
    capacities: competence.capacities,
    insteadOf: competence.insteadOf,
    at,
    motivation: said.reason,
    condition: verb === "grantOnCondition" ? said.condition : undefined,
  });
}

/** Keeps a decision: the plan with its ledger, and its record. */
export function keepDecision(press: PlanPress, facts: PlanFacts, decision: PlanDecision): Decision {
  const { current, at } = press;
  const plan = current.row;
  const act = actOf(decision.outcome);
  const named = decision.capacities.map((capacity) => namedIn(facts, capacity));
  const after = stepped(plan, stepBy(press, act, spoken(named), decision.motivation), {
    decision,
    ledger: [...plan.ledger, ...linesFor(plan, decision, at)],
  });
  if (!after) return justAnswer(press.incoming, planNotice(plan), "decided before");
  const record = recordOf(
    {
      plan: plan.id,
      version: current.version,
      by: { id: decision.by, name: press.view.official?.name ?? decision.by },
      capacities: named,
      insteadOf: decision.insteadOf,
      at,
      outcome: decision.outcome,
      cents: decision.cents,
      motivation: decision.motivation,
      condition: decision.condition,
      college: decision.college,
      shown: facts,
    },
    press.view.digest,
  );
  return carryOut(press, after, {
    changes: [{ collection: "decisionRecord", id: record.id, expect: 0, row: record }],
  });
}

function actOf(outcome: PlanDecision["outcome"]): (typeof ACT)[DecidingVerb] {
  switch (outcome) {
    case "granted":
      return "grant";
    case "partlyGranted":
      return "grantPart";
    case "refused":
      return "refuse";
    case "waitlisted":
      return "waitlist";
  }
}

function linesFor(plan: Plan, { outcome, cents }: PlanDecision, at: string): readonly LedgerEntry[] {
  const balance = balanceOf(plan.ledger);
  return outcome === "granted" || outcome === "partlyGranted"
    ? granting(balance, cents, at)
    : releasing(balance, at);
}

/** Saying no and giving less need a reason, and so does a yes that departs from what the scheme asks. */
function needsReason(verb: DecidingVerb, facts: PlanFacts): boolean {
  if (verb === "refuse" || verb === "grantPart") return true;
  return verb !== "waitlist" && exceptionsIn(facts).length > 0;
}

/** In what a plan departs from the scheme. */
export function exceptionsIn(facts: PlanFacts): readonly ("shortNotice" | "criteria" | "ownShare")[] {
  return [
    ...(facts.shortNotice === undefined ? [] : (["shortNotice"] as const)),
    ...(facts.criteria.every(({ met }) => met) ? [] : (["criteria"] as const)),
    ...((facts.ownPercent ?? 0) >= facts.ownPercentNeeded ? [] : (["ownShare"] as const)),
  ];
}

function amountFor({ incoming, current }: PlanPress, verb: DecidingVerb): Cents | undefined {
  if (verb === "refuse" || verb === "waitlist") return 0;
  if (verb !== "grantPart") return current.row.askedCents;
  const cents = readAmount(incoming.act.input.amount ?? "");
  return cents !== undefined && cents > 0 && cents < current.row.askedCents ? cents : undefined;
}

export function wordsIn({
  incoming,
}: PlanPress): { readonly reason: string; readonly condition: string } | "sensitive" {
  const { reason = "", condition = "" } = incoming.act.input;
  const said = {
    reason: reason.trim().slice(0, LONGEST_REASON),
    condition: condition.trim().slice(0, LONGEST_REASON),
  };
  return sensitiveIn(`${said.reason}\n${said.condition}`).length > 0 ? "sensitive" : said;
}

function namedIn({ decides }: PlanFacts, capacity: NamedCapacity): NamedCapacity {
  const same = decides.capacities.find(
    ({ role, kern, portefeuille }) =>
      role === capacity.role && kern === capacity.kern && portefeuille === capacity.portefeuille,
  );
  return same ?? capacity;
}

/** "kernwethouder Hank, portefeuillehouder Beheer openbare ruimte": for the journal. */
function spoken(capacities: readonly NamedCapacity[]): string {
  return capacities.map(({ role, scope }) => (scope === undefined ? role : `${role} ${scope}`)).join(", ");
}
