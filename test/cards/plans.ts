import { factsOf, type PlanSources } from "../../bot/domain/kernbudget/facts.ts";
import { PLAN_STATUSES, type Plan } from "../../bot/domain/kernbudget/plan.ts";
import { PLAN_REFUSALS } from "../../bot/domain/kernbudget/refusal.ts";
import { compare } from "../../bot/domain/kernbudget/comparison.ts";
import { stepsFor } from "../../bot/domain/kernbudget/steps.ts";
import { PLAN_FORMS } from "../../bot/domain/kernbudget/verbs.ts";
import type { Shown } from "../../bot/domain/shown.ts";
import { practiceRegister } from "../domain/kernbudget/practiceRegister.ts";
import { practiceScheme } from "../domain/kernbudget/practiceScheme.ts";
import { somePlan } from "../domain/kernbudget/somePlan.ts";
import type { Named } from "./everyCard.ts";
import { NASTY } from "./nasty.ts";

const DAY = "2026-04-14";
const AT = "2026-04-14T07:12:00.000Z";
const register = practiceRegister();
const pot = {
  id: "kernbudget-2026",
  ceilingCents: 112_000_00,
  committedCents: 96_400_00,
  reservedCents: 6_000_00,
  paidCents: 0,
};

/** A plan in a status, with everything that can be told of it. */
function planIn(status: Plan["status"], changes: Partial<Plan> = {}): Plan {
  const isDecided = PLAN_STATUSES.indexOf(status) >= PLAN_STATUSES.indexOf("granted");
  return somePlan({
    status,
    applicant: NASTY,
    purpose: NASTY,
    caseNumber: NASTY,
    activityOn: "2026-04-27",
    receivedOn: ["2026-03-03", "2026-03-10"],
    volunteers: 12,
    portefeuilles: ["openbare-ruimte"],
    adviceFrom: "bor",
    advice: { by: "wout-sjabloon", at: AT, text: NASTY },
    criteria: ["kern"],
    funds: [{ source: NASTY, cents: 15_000_00, status: "promised", since: "2026-03-01" }],
    collegeOn: status === "onCollegeList" ? "2026-04-21" : undefined,
    decision: isDecided
      ? {
          outcome: status === "refused" ? "refused" : "granted",
          cents: status === "refused" ? 0 : 7_500_00,
          by: "anna-fictema",
          capacities: [{ role: "kernwethouder", kern: "hank" }],
          at: AT,
          motivation: NASTY,
          condition: NASTY,
          college: { on: "2026-04-21", number: NASTY },
          letterSentOn: status === "notified" ? "2026-04-16" : undefined,
        }
      : undefined,
    ...changes,
  });
}

function sourcesOf(plan: Plan): PlanSources {
  return {
    register,
    scheme: practiceScheme,
    pot,
    plans: [plan, somePlan({ id: "other", completeOn: "2026-03-01" })],
  };
}

function seen(about: "plan" | "planMore", plan: Plan, by: string): Named {
  const sources = sourcesOf(plan);
  const shown: Shown = {
    about,
    plan,
    facts: factsOf(sources, plan, DAY),
    names: { "anna-fictema": "Anna Fictema" },
    steps: stepsFor(sources, plan, by, DAY),
  };
  return { name: `${about} ${plan.status} for ${by}`, shown };
}

/** Every card of a plan, for each who has to do with it, and everything else that is said of the money. */
export function everyPlan(): readonly Named[] {
  const people = ["anna-fictema", "joris-proefstra", "wout-sjabloon", "babs-doublure", "gijs-kladversie"];
  const ready = planIn("ready");
  const facts = factsOf(sourcesOf(ready), ready, DAY);
  const { others, spread } = compare(register, practiceScheme, [ready]);
  const money = {
    ceilingCents: 112_000_00,
    committedCents: 96_400_00,
    reservedCents: 6_000_00,
    freeCents: 9_600_00,
  };
  return [
    ...PLAN_STATUSES.flatMap((status) => people.map((by) => seen("plan", planIn(status), by))),
    seen("plan", planIn("received", { advice: undefined }), "wout-sjabloon"),
    seen("plan", planIn("ready", { portefeuilles: ["sport"] }), "lies-voorbeeldsma"),
    seen("plan", planIn("ready", { askedCents: 9_900_00 }), "anna-fictema"),
    seen("planMore", ready, "anna-fictema"),
    ...PLAN_FORMS.map((form): Named => ({
      name: `form ${form}`,
      shown: {
        about: "planForm",
        form,
        plan: ready,
        facts,
        today: DAY,
        kernen: [...register.kernen.values()],
        portefeuilles: [...register.portefeuilles.values()],
        vakteams: [...register.vakteams.values()],
      },
    })),
    ...PLAN_REFUSALS.map((why): Named => ({
      name: `refused ${why}`,
      shown: { about: "planRefusal", why, facts },
    })),
    { name: "one plan waits for a tap", shown: { about: "planTap", plans: [facts] } },
    { name: "two plans wait for a tap", shown: { about: "planTap", plans: [facts, facts] } },
    { name: "the pot", shown: { about: "pot", scheme: NASTY, pot: money, open: others, spread } },
  ];
}
