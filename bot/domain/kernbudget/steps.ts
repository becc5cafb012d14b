import type { Day } from "../calendar.ts";
import type { OfficialId } from "../official.ts";
import { competenceOn, consentAskedOf, mayDecide } from "./decider.ts";
import { factsOf, type PlanSources } from "./facts.ts";
import { partOf } from "./parties.ts";
import { isGranted, mayStart, type Plan } from "./plan.ts";
import type { PlanVerb } from "./verbs.ts";

/**
 * The buttons for one person on one day, most likely first. A convenience: every press is judged again, and a card that
 * was passed on or is old shows buttons that do nothing.
 */
export function stepsFor(
  sources: PlanSources,
  plan: Plan,
  official: OfficialId,
  day: Day,
): readonly PlanVerb[] {
  const deciding = decidingSteps(sources, plan, official, day);
  // Who decides on a plan leaves preparing it to others.
  return deciding.length > 0 ? deciding : otherSteps(sources, plan, official, day);
}

function decidingSteps(
  sources: PlanSources,
  plan: Plan,
  official: OfficialId,
  day: Day,
): readonly PlanVerb[] {
  const { register, scheme } = sources;
  if (plan.status !== "ready") return [];
  if (consentAskedOf(register, scheme, plan, official, day).length > 0) return ["consent", "recuse"];
  const competence = mayDecide(register, scheme, plan, official, day);
  if (competence === "portefeuilleFirst") return ["recuse"];
  if (typeof competence === "string") return [];
  if (competence.band.mode === "B") return ["agree", "explainForm", "recuse"];
  const { possibleCents } = factsOf(sources, plan, day);
  const fits = possibleCents >= plan.askedCents;
  return [
    ...(fits ? (["grant"] as const) : []),
    "grantPartForm",
    "refuseForm",
    ...(fits ? (["grantOnConditionForm"] as const) : (["waitlist"] as const)),
    "explainForm",
    "toCollege",
    "recuse",
  ];
}

function otherSteps(sources: PlanSources, plan: Plan, official: OfficialId, day: Day): readonly PlanVerb[] {
  const part = partOf(sources, plan, official, day);
  const { status } = plan;
  const steps: PlanVerb[] = [];
  if (part.advises && mayStart("advise", status) && !plan.advice) steps.push("adviseForm");
  if (part.prepares) {
    if (mayStart("apply", status)) steps.push("fillInForm");
    // Without the advice that was asked for it is not ready.
    const waitsForAdvice = plan.adviceFrom !== undefined && !plan.advice;
    if (mayStart("makeReady", status) && !waitsForAdvice) steps.push("makeReady");
    if (mayStart("assess", status)) steps.push("assessForm");
    if (mayStart("complete", status)) steps.push("completeForm", "drop");
    if (mayStart("askMore", status)) steps.push("askMore");
    const goesToCollege = competenceOn(sources.register, sources.scheme, plan, day).by === "college";
    if (status === "ready" && goesToCollege) steps.push("toCollege");
  }
  if (part.isSecretary && status === "onCollegeList") steps.push("recordCollegeForm");
  if (part.writes) {
    if (mayStart("sendLetter", status)) steps.push("sendLetter");
    if (isGranted(plan)) {
      if (mayStart("pay", status)) steps.push("pay");
      if (mayStart("account", status)) steps.push("account");
      if (mayStart("settle", status)) steps.push("settlePlanForm");
    }
  }
  if (part.prepares && !part.isSecretary && mayStart("withdraw", status)) steps.push("withdraw");
  return steps;
}
