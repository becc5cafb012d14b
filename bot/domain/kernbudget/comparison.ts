import type { KernId } from "../kern.ts";
import type { Register } from "../register.ts";
import type { Cents } from "./amount.ts";
import { isOpen, type Plan, type PlanId } from "./plan.ts";
import type { Scheme } from "./scheme.ts";
import { balanceOf } from "./ledger.ts";

/** One plan that is not decided yet, beside the one that is looked at. */
export interface OpenPlan {
  readonly id: PlanId;
  readonly kern: string;
  readonly applicant: string;
  readonly askedCents: Cents;
  /** The day by which its turn is counted; absent for what is no complete application yet. */
  readonly since?: string | undefined;
}

/** What went to a kern. For information only: a kern has no right to a share. */
export interface KernSpread {
  readonly kern: string;
  readonly committedCents: Cents;
  readonly plans: number;
}

export interface Comparison {
  /** The other open plans, in the order in which their turn comes. */
  readonly others: readonly OpenPlan[];
  /** How many open plans come before this one. */
  readonly before: number;
  /** Every kern by name, also those that never asked. No ranking. */
  readonly spread: readonly KernSpread[];
}

/** This plan, or none in particular, beside everything that draws on the same pot. `plans` are all plans of the scheme. */
export function compare(register: Register, scheme: Scheme, plans: readonly Plan[], plan?: Plan): Comparison {
  const others = plans
    .filter((other) => other.id !== plan?.id && isOpen(other))
    .map((other): OpenPlan => ({
      id: other.id,
      kern: nameOf(register, other.kern),
      applicant: other.applicant,
      askedCents: other.askedCents,
      since: turnOf(scheme, other),
    }))
    .toSorted((one, other) => byTurn(one, other));
  const turn = plan && { since: turnOf(scheme, plan), id: plan.id };
  const before = others.filter((other) => turn !== undefined && byTurn(other, turn) < 0);
  return { others, before: before.length, spread: spreadOf(register, plans) };
}

function turnOf({ order }: Scheme, { receivedOn, completeOn }: Plan): string | undefined {
  return order === "complete" ? completeOn : receivedOn.toSorted()[0];
}

type Turn = Pick<OpenPlan, "since" | "id">;

/** Without a day the turn has not come; on one day the id decides, so that the order is the same for everybody. */
function byTurn(one: Turn, other: Turn): number {
  const last = "9999";
  return (one.since ?? last).localeCompare(other.since ?? last) || one.id.localeCompare(other.id);
}

function spreadOf(register: Register, plans: readonly Plan[]): readonly KernSpread[] {
  return [...register.kernen.values()]
    .map(({ id, name }) => {
      const own = plans.filter(({ kern, status }) => kern === id && status !== "idea" && status !== "plan");
      const committed = own.reduce((sum, { ledger }) => sum + balanceOf(ledger).committedCents, 0);
      return { kern: name, committedCents: committed, plans: own.length };
    })
    .toSorted((one, other) => one.kern.localeCompare(other.kern, "nl"));
}

function nameOf(register: Register, kern: KernId): string {
  return register.kernen.get(kern)?.name ?? kern;
}
