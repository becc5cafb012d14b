import type { Kern } from "../kern.ts";
import type { Portefeuille } from "../portefeuille.ts";
import type { Vakteam } from "../vakteam.ts";
import type { Comparison } from "./comparison.ts";
import type { PlanFacts } from "./facts.ts";
import type { Plan } from "./plan.ts";
import type { PlanRefusal } from "./refusal.ts";
import type { PlanForm, PlanVerb } from "./verbs.ts";

/** A plan as one person sees it. */
export interface ShownPlan {
  readonly about: "plan" | "planMore";
  readonly plan: Plan;
  readonly facts: PlanFacts;
  /** Names of officials by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly steps: readonly PlanVerb[];
}

export interface ShownPlanForm {
  readonly about: "planForm";
  readonly form: PlanForm;
  readonly plan: Plan;
  readonly facts: PlanFacts;
  readonly today: string;
  readonly kernen: readonly Kern[];
  readonly portefeuilles: readonly Portefeuille[];
  readonly vakteams: readonly Vakteam[];
}

export interface ShownPlanRefusal {
  readonly about: "planRefusal";
  readonly why: PlanRefusal;
  readonly facts: PlanFacts;
}

/** Plans that wait for a tap of the viewer. */
export interface ShownPlanTap {
  readonly about: "planTap";
  readonly plans: readonly Pick<PlanFacts, "kern" | "applicant" | "askedCents">[];
}

export interface ShownPot {
  readonly about: "pot";
  readonly scheme: string;
  readonly pot: PlanFacts["pot"];
  readonly open: Comparison["others"];
  readonly spread: Comparison["spread"];
}
