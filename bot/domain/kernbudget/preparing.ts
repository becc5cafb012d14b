import { isDay } from "../calendar.ts";
import { justAnswer, refuse, type Decision } from "../decision.ts";
import { freeCents } from "../pot.ts";
import { sensitiveIn } from "../sensitive.ts";
import { carryOut, planNotice, refusePlan, stepBy, type PlanPress } from "./carrying.ts";
import { onList } from "./agreeing.ts";
import { competenceOn, mayDecide } from "./decider.ts";
import { wordsIn } from "./deciding.ts";
import { balanceOf, releasing, reserving } from "./ledger.ts";
import { partOf } from "./parties.ts";
import { stepped, type Plan, type PlanAct } from "./plan.ts";

/** Longest advice that is kept, in characters. */
const LONGEST_ADVICE = 1000;

/** Which criteria are met, and what is known of it. Whoever assesses a plan does not decide on it. */
export function assess(press: PlanPress): Decision {
  const { incoming, sources, current, official } = press;
  const known = new Set(sources.scheme.criteria.map(({ id }) => id));
  const ticked = (incoming.act.input.criteria ?? "").split(",").filter((id) => known.has(id));
  const preparedBy = [...new Set([...current.row.preparedBy, official])];
  return prepare(press, "assess", { criteria: ticked, preparedBy });
}

/** Held at readiness: whoever is ready first is first. When the pot cannot hold it, the decider sees what is possible. */
export function makeReady(press: PlanPress): Decision {
  const { sources, current, official, at } = press;
  const plan = current.row;
  const missing = plan.askedCents - balanceOf(plan.ledger).reservedCents;
  const fits = missing <= freeCents(sources.pot);
  const preparedBy = [...new Set([...plan.preparedBy, official])];
  return prepare(press, "makeReady", {
    preparedBy,
    decision: undefined,
    ledger: fits ? [...plan.ledger, ...reserving(missing, at)] : plan.ledger,
  });
}

/** Asks the applicants to complete it; from then on the legal term stands still, if the letter left. */
export function askMore(press: PlanPress): Decision {
  const { current, day } = press;
  return prepare(press, "askMore", {
    suspensions: [...current.row.suspensions, { invitedOn: day, inWriting: true }],
  });
}

export function complete(press: PlanPress): Decision {
  const { current, day, incoming } = press;
  const completedOn = incoming.act.input.activityDay ?? day;
  if (!isDay(completedOn) || completedOn > day) return refusePlan(incoming, current.row, "badDay");
  const suspensions = current.row.suspensions.map((one) => ({
    ...one,
    completedOn: one.completedOn ?? completedOn,
  }));
  return prepare(press, "complete", { suspensions, completeOn: completedOn });
}

/** Withdrawn by the applicants, or not processed: what was held is free again. */
export function end(press: PlanPress, act: "withdraw" | "drop"): Decision {
  const { ledger } = press.current.row;
  return prepare(press, act, { ledger: [...ledger, ...releasing(balanceOf(ledger), press.at)] });
}

function prepare(
  press: PlanPress,
  act: PlanAct,
  changes: Partial<Omit<Plan, "status" | "history">>,
): Decision {
  const { incoming, sources, current, official, day } = press;
  const role = partOf(sources, current.row, official, day).prepares;
  if (!role) return refusePlan(incoming, current.row, "notYours");
  const said = wordsIn(press);
  if (said === "sensitive") return refuse(incoming, "sensitive");
  const after = stepped(current.row, stepBy(press, act, role, said.reason), changes);
  return after ? carryOut(press, after) : justAnswer(incoming, planNotice(current.row), "not now");
}

/** What a vakteam says of it, in its own words. Not a decision, and it leaves the status as it is. */
export function advise(press: PlanPress): Decision {
  const { incoming, sources, current, official, day, at } = press;
  const plan = current.row;
  if (!partOf(sources, plan, official, day).advises) return refusePlan(incoming, plan, "notYours");
  const text = (incoming.act.input.advice ?? "").trim().slice(0, LONGEST_ADVICE);
  if (text === "") return refusePlan(incoming, plan, "incomplete");
  if (sensitiveIn(text).length > 0) return refuse(incoming, "sensitive");
  const after = stepped(plan, stepBy(press, "advise", "vakadvies"), { advice: { by: official, at, text } });
  return after ? carryOut(press, after) : justAnswer(incoming, planNotice(plan), "not now");
}

/** "Eerst toelichting": back to who prepared it, with the question. The money stays held. */
export function explainFirst(press: PlanPress): Decision {
  const { incoming, sources, current, official, day } = press;
  const plan = current.row;
  if (plan.status !== "ready") return justAnswer(incoming, planNotice(plan), "not now");
  const competence = mayDecide(sources.register, sources.scheme, plan, official, day);
  if (typeof competence === "string") return refusePlan(incoming, plan, competence);
  const said = wordsIn(press);
  if (said === "sensitive") return refuse(incoming, "sensitive");
  if (said.reason === "") return refusePlan(incoming, plan, "reasonNeeded");
  const after = stepped(plan, stepBy(press, "explain", competence.capacities[0].role, said.reason));
  return after ? carryOut(press, after) : justAnswer(incoming, planNotice(plan), "not now");
}

/** To the college: by who decides, at any time; by who prepares, when nobody else decides on it. */
export function toCollege(press: PlanPress): Decision {
  const { incoming, sources, current, official, day } = press;
  const plan = current.row;
  if (plan.status !== "ready") return justAnswer(incoming, planNotice(plan), "not now");
  const competence = competenceOn(sources.register, sources.scheme, plan, day);
  const may = mayDecide(sources.register, sources.scheme, plan, official, day);
  if (typeof may !== "string") return onList(press, "toCollege", may.capacities[0].role);
  const role = partOf(sources, plan, official, day).prepares;
  if (competence.by !== "college" || !role) return refusePlan(incoming, plan, may);
  return onList(press, "toCollege", role);
}
