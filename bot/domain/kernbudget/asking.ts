import { dayOf } from "../calendar.ts";
import { justAnswer, type Decision, type View } from "../decision.ts";
import type { Incoming } from "../incoming.ts";
import { consentAskedOf, mayDecide } from "./decider.ts";
import { schemeOn } from "./scheme.ts";
import type { Plan } from "./plan.ts";

/** "Pot nog vol?" */
export function askForPot(incoming: Incoming, { kernbudget, official }: View): Decision {
  if (!official)
    return justAnswer(incoming, { about: "refusal", why: "notInRegister" }, "not in the register");
  const scheme = kernbudget && schemeOn(kernbudget.schemes, dayOf(incoming.at));
  if (!scheme) return justAnswer(incoming, { about: "text", text: "noKernbudget" }, "no scheme");
  return justAnswer(incoming, { about: "pot", scheme: scheme.id }, "asked for the pot");
}

/**
 * "Akkoord joh", a thumb: words never decide. Says so when a plan waits for this person's tap; undefined when none
 * does, and the words mean something else.
 */
export function agreeInWords(incoming: Incoming, view: View): Decision | undefined {
  const plans = plansWaitingFor(view, dayOf(incoming.at));
  if (plans.length === 0) return undefined;
  return justAnswer(incoming, { about: "planTap", plans: plans.map(({ id }) => id) }, "words do not decide");
}

function plansWaitingFor({ kernbudget, official, register }: View, day: string): readonly Plan[] {
  if (!kernbudget || !official) return [];
  return kernbudget.plans.flatMap(({ row: plan }) => {
    const scheme = kernbudget.schemes.find(({ id }) => id === plan.scheme);
    if (!scheme || plan.status !== "ready") return [];
    const decides = typeof mayDecide(register, scheme, plan, official.id, day) !== "string";
    const agrees = consentAskedOf(register, scheme, plan, official.id, day).length > 0;
    return decides || agrees ? [plan] : [];
  });
}
