import { dayOf } from "../calendar.ts";
import { justAnswer, refuse, type Decision, type Pressed, type Pressing, type View } from "../decision.ts";
import { newToken } from "../token.ts";
import { account, pay, recordCollege, sendLetter, settleFor } from "./afterwards.ts";
import { agreeOn, consent, recuse } from "./agreeing.ts";
import { planNotice, type PlanPress } from "./carrying.ts";
import { decideOn } from "./deciding.ts";
import { fillIn } from "./intake.ts";
import { sourcesFor } from "./kernbudget.ts";
import { advise, askMore, assess, complete, end, explainFirst, makeReady, toCollege } from "./preparing.ts";
import { formOf, PLAN_VERBS, type PlanVerb } from "./verbs.ts";

/** A press on the card of a plan. An older card gets the plan as it stands now, and changes nothing. */
export function pressOnPlan(
  incoming: Pressing,
  view: View,
  { current, token }: Pressed & { readonly kind: "plan" },
): Decision {
  const { official, kernbudget, register } = view;
  const { row: plan, version } = current;
  if (!official) return refuse(incoming, "notInRegister");
  const sources = kernbudget && sourcesFor(register, kernbudget, plan);
  if (!sources) return refuse(incoming, "outdated");
  const notice = planNotice(plan);
  const looked = { changes: [], say: [], act: "look", capacity: "" } as const;
  if (token.version !== version) {
    const { change, token: fresh } = newToken(view, { kind: "plan", id: plan.id }, version);
    return { ...looked, changes: [change], answer: { notice, token: fresh }, why: "an older card" };
  }
  const pressed = PLAN_VERBS.find((one) => one === incoming.act.verb);
  const picked = PLAN_VERBS.find((one) => one === incoming.act.input.step);
  const verb = pressed === "pick" ? picked : pressed;
  if (!verb) return refuse(incoming, "unknownButton");
  if (verb === "back") return { ...looked, answer: { notice, token: token.id }, why: "left the form" };
  if (verb === "more") {
    const more = { about: "planMore", plan: plan.id } as const;
    return { ...looked, answer: { notice: more, token: token.id }, why: "looked at every step" };
  }
  const form = formOf(verb);
  if (form) {
    const shown = { about: "planForm", plan: plan.id, form } as const;
    return { ...looked, answer: { notice: shown, token: token.id }, why: "opened a form" };
  }
  const { at } = incoming;
  return step({ incoming, view, sources, current, official: official.id, day: dayOf(at), at }, verb);
}

function step(press: PlanPress, verb: PlanVerb): Decision {
  switch (verb) {
    case "fillIn":
      return fillIn(press);
    case "assess":
      return assess(press);
    case "advise":
      return advise(press);
    case "makeReady":
      return makeReady(press);
    case "askMore":
      return askMore(press);
    case "complete":
      return complete(press);
    case "drop":
    case "withdraw":
      return end(press, verb);
    case "consent":
      return consent(press);
    case "recuse":
      return recuse(press);
    case "agree":
      return agreeOn(press);
    case "toCollege":
      return toCollege(press);
    case "explain":
      return explainFirst(press);
    case "grant":
    case "grantPart":
    case "grantOnCondition":
    case "refuse":
    case "waitlist":
      return decideOn(press, verb);
    case "recordCollege":
      return recordCollege(press);
    case "sendLetter":
      return sendLetter(press);
    case "pay":
      return pay(press);
    case "account":
      return account(press);
    case "settlePlan":
      return settleFor(press);
    default:
      return justAnswer(press.incoming, planNotice(press.current.row), "no step");
  }
}
