import { timeOf } from "../calendar.ts";
import { justAnswer, refuse, type Decision } from "../decision.ts";
import { carryOut, planNotice, refusePlan, stepBy, type PlanPress } from "./carrying.ts";
import { consentAskedOf, mayDecide } from "./decider.ts";
import { wordsIn } from "./deciding.ts";
import { stepped } from "./plan.ts";
import { nextCollege } from "./scheme.ts";

/** Bestuurlijk akkoord: the college decides, at the first meeting it is in time for. */
export function agreeOn(press: PlanPress): Decision {
  const { incoming, sources, official, day } = press;
  const plan = press.current.row;
  if (plan.status !== "ready") return justAnswer(incoming, planNotice(plan), "decided before");
  const competence = mayDecide(sources.register, sources.scheme, plan, official, day);
  if (typeof competence === "string") return refusePlan(incoming, plan, competence);
  if (competence.band.mode !== "B") return refuse(incoming, "unknownButton");
  return onList(press, "agree", competence.capacities[0].role);
}

/** Puts a plan on the list of the first meeting of the college that it is in time for. */
export function onList(press: PlanPress, act: "agree" | "toCollege", capacity: string): Decision {
  const { sources, day, at } = press;
  const said = wordsIn(press);
  if (said === "sensitive") return refuse(press.incoming, "sensitive");
  const after = stepped(press.current.row, stepBy(press, act, capacity, said.reason), {
    collegeOn: nextCollege(sources.scheme, day, timeOf(at)),
  });
  if (!after) return justAnswer(press.incoming, planNotice(press.current.row), "not now");
  return carryOut(press, after);
}

/** "Persoonlijk belang": no reason is asked. Who declared it is never recorded as decider. */
export function recuse(press: PlanPress): Decision {
  const { incoming, sources, official, day } = press;
  const plan = press.current.row;
  const competence = mayDecide(sources.register, sources.scheme, plan, official, day);
  const isAsked = consentAskedOf(sources.register, sources.scheme, plan, official, day).length > 0;
  if (typeof competence === "string" && competence !== "portefeuilleFirst" && !isAsked)
    return refusePlan(incoming, plan, competence);
  const after = stepped(plan, stepBy(press, "recuse", ""), { recused: [...plan.recused, official] });
  return after ? carryOut(press, after) : justAnswer(incoming, planNotice(plan), "decided before");
}

/** A portefeuillehouder agrees that the kernbestuurder decides on what touches the portefeuille. */
export function consent(press: PlanPress): Decision {
  const { incoming, sources, official, day, at } = press;
  const plan = press.current.row;
  if (plan.status !== "ready") return justAnswer(incoming, planNotice(plan), "decided before");
  const asked = consentAskedOf(sources.register, sources.scheme, plan, official, day);
  if (asked.length === 0) return refusePlan(incoming, plan, "askedOther");
  const after = stepped(plan, stepBy(press, "consent", "portefeuillehouder"), {
    consents: [...plan.consents, ...asked.map((portefeuille) => ({ portefeuille, by: official, at }))],
  });
  return after ? carryOut(press, after) : justAnswer(incoming, planNotice(plan), "decided before");
}
