import type { Versioned } from "../commit.ts";
import type { Pot } from "../pot.ts";
import type { Register } from "../register.ts";
import type { PlanSources } from "./facts.ts";
import type { Plan } from "./plan.ts";
import type { Scheme } from "./scheme.ts";

/** The money for plans as it stands: looked up for acts that are about it. */
export interface Kernbudget {
  readonly schemes: readonly Scheme[];
  readonly pots: readonly Pot[];
  readonly plans: readonly Versioned<Plan>[];
}

/** What the facts of a plan under this scheme are worked out from; undefined when its pot is not there. */
export function sourcesUnder(
  register: Register,
  { pots, plans }: Kernbudget,
  scheme: Scheme,
): PlanSources | undefined {
  const pot = pots.find(({ id }) => id === scheme.pot);
  const own = plans.filter(({ row }) => row.scheme === scheme.id).map(({ row }) => row);
  return pot && { register, scheme, pot, plans: own };
}

/** The same for the scheme of a plan. */
export function sourcesFor(register: Register, kernbudget: Kernbudget, plan: Plan): PlanSources | undefined {
  const scheme = kernbudget.schemes.find(({ id }) => id === plan.scheme);
  return scheme && sourcesUnder(register, kernbudget, scheme);
}
