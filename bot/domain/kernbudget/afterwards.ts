import { addDays, dayOf, isDay } from "../calendar.ts";
import { justAnswer, refuse, type Decision } from "../decision.ts";
import { readAmount } from "./amount.ts";
import { carryOut, planNotice, refusePlan, stepBy, type PlanPress } from "./carrying.ts";
import { isSecretary } from "./decider.ts";
import { keepDecision, wordsIn } from "./deciding.ts";
import { factsOf } from "./facts.ts";
import { balanceOf, paying, settling } from "./ledger.ts";
import { partOf } from "./parties.ts";
import { isGranted, stepped, type Plan, type PlanAct } from "./plan.ts";

/** The letter is out: only now it has effect (Awb 3:40), and may be told. */
export function sendLetter(press: PlanPress): Decision {
  const { current, day } = press;
  const { decision } = current.row;
  return handle(press, "sendLetter", decision ? { decision: { ...decision, letterSentOn: day } } : {});
}

export function pay(press: PlanPress): Decision {
  const { ledger } = press.current.row;
  return handle(press, "pay", { ledger: [...ledger, ...paying(balanceOf(ledger), press.at)] });
}

/** The applicants have shown what became of it. */
export function account(press: PlanPress): Decision {
  return handle(press, "account", {});
}

/** Settled for what was used, never for more than was granted; what is too much is free again. */
export function settleFor(press: PlanPress): Decision {
  const { incoming, current, at } = press;
  const { ledger, decision } = current.row;
  const cents = readAmount(incoming.act.input.amount ?? "");
  if (cents === undefined || cents > (decision?.cents ?? 0))
    return refusePlan(incoming, current.row, "badAmount");
  return handle(press, "settle", { ledger: [...ledger, ...settling(balanceOf(ledger), cents, at)] });
}

function handle(
  press: PlanPress,
  act: PlanAct,
  changes: Partial<Omit<Plan, "status" | "history">>,
): Decision {
  const { incoming, sources, current, official, day } = press;
  const plan = current.row;
  if (!partOf(sources, plan, official, day).writes) return refusePlan(incoming, plan, "notYours");
  const said = wordsIn(press);
  if (said === "sensitive") return refuse(incoming, "sensitive");
  // A refusal ends with its letter: there is nothing to pay.
  const isPossible = act === "sendLetter" || isGranted(plan);
  const after = isPossible ? stepped(plan, stepBy(press, act, "subsidies", said.reason), changes) : undefined;
  return after ? carryOut(press, after) : justAnswer(incoming, planNotice(plan), "not now");
}

/** What the college decided, written down by its secretariat: day, number on the list, amount, condition. */
export function recordCollege(press: PlanPress): Decision {
  const { incoming, sources, current, official, day, at } = press;
  const plan = current.row;
  const { input } = incoming.act;
  if (plan.status !== "onCollegeList") return justAnswer(incoming, planNotice(plan), "not now");
  if (!isSecretary(sources.register, official, day)) return refusePlan(incoming, plan, "notYours");
  const said = wordsIn(press);
  if (said === "sensitive") return refuse(incoming, "sensitive");
  const on = input.collegeDay ?? "";
  const number = (input.listNumber ?? "").trim().slice(0, 50);
  if (!isDay(on) || on > day || on < addDays(dayOf(at), -366)) return refusePlan(incoming, plan, "badDay");
  if (number === "") return refusePlan(incoming, plan, "incomplete");
  const cents = readAmount(input.amount ?? "");
  if (cents === undefined || cents > plan.askedCents) return refusePlan(incoming, plan, "badAmount");
  if (cents < plan.askedCents && said.reason === "") return refusePlan(incoming, plan, "reasonNeeded");
  const facts = factsOf(sources, plan, day);
  if (cents > facts.possibleCents) return refusePlan(incoming, plan, "overCeiling");
  return keepDecision(press, facts, {
    outcome: cents === 0 ? "refused" : cents < plan.askedCents ? "partlyGranted" : "granted",
    cents,
    by: official,
    capacities: [{ role: "bestuurssecretariaat" }],
    at,
    motivation: said.reason,
    condition: said.condition === "" ? undefined : said.condition,
    college: { on, number },
  });
}
