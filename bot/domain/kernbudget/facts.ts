import type { Day } from "../calendar.ts";
import { freeCents, type Pot } from "../pot.ts";
import type { Register } from "../register.ts";
import type { Cents } from "./amount.ts";
import { leverageOf, ownShareCents, ownSharePercent, tenfold, type Leverage } from "./cofinancing.ts";
import { compare, type Comparison } from "./comparison.ts";
import { competenceOn, type WhyCollege } from "./decider.ts";
import { termOf, type Term } from "./legalClock.ts";
import { balanceOf, type Balance } from "./ledger.ts";
import type { Capacity, Plan } from "./plan.ts";
import type { Mode, Scheme } from "./scheme.ts";

/** A capacity with the name of its kern or portefeuille. */
export interface NamedCapacity extends Capacity {
  readonly scope?: string | undefined;
}

/** Everything a card can say of a plan on one day. The decider's card shows it, and its record keeps it. */
export interface PlanFacts {
  readonly scheme: string;
  readonly legalSource: string;
  readonly kern: string;
  readonly applicant: string;
  readonly purpose: string;
  readonly askedCents: Cents;
  readonly caseNumber?: string | undefined;
  readonly ownMoneyCents: Cents;
  readonly hours: number;
  readonly ownPercent?: number | undefined;
  readonly ownPercentNeeded: number;
  readonly leverage: Leverage;
  /** Promised money from elsewhere, in tenths of what is asked. */
  readonly leverageTenths?: number | undefined;
  readonly activityOn?: Day | undefined;
  /** Days until what it is for, when that is shorter than the scheme asks. */
  readonly shortNotice?: number | undefined;
  readonly advice?: { readonly from: string; readonly text?: string | undefined } | undefined;
  readonly criteria: readonly { readonly id: string; readonly text: string; readonly met: boolean }[];
  readonly portefeuilles: readonly string[];
  readonly decides: {
    readonly by: "person" | "college";
    readonly name?: string | undefined;
    readonly capacities: readonly NamedCapacity[];
    readonly insteadOf?: string | undefined;
    readonly waitsFor: readonly { readonly name: string; readonly portefeuille: string }[];
    readonly mode: Mode;
    readonly why?: WhyCollege | undefined;
  };
  readonly pot: {
    readonly ceilingCents: Cents;
    readonly committedCents: Cents;
    readonly reservedCents: Cents;
    readonly freeCents: Cents;
  };
  readonly balance: Balance;
  /** The most that can be granted now: what is free and what is held for it. */
  readonly possibleCents: Cents;
  readonly term?: Term | undefined;
  readonly comparison: Comparison;
}

/** What facts are worked out from. */
export interface PlanSources {
  readonly register: Register;
  readonly scheme: Scheme;
  readonly pot: Pot;
  /** All plans of the scheme. */
  readonly plans: readonly Plan[];
}

export function factsOf({ register, scheme, pot, plans }: PlanSources, plan: Plan, day: Day): PlanFacts {
  const own = ownShareCents(plan.own, scheme.hourCents);
  const leverage = leverageOf(plan.funds);
  const balance = balanceOf(plan.ledger);
  return {
    scheme: scheme.name,
    legalSource: scheme.legalSource,
    kern: register.kernen.get(plan.kern)?.name ?? plan.kern,
    applicant: plan.applicant,
    purpose: plan.purpose,
    askedCents: plan.askedCents,
    caseNumber: plan.caseNumber,
    ownMoneyCents: plan.own.moneyCents,
    hours: plan.own.hours,
    ownPercent: ownSharePercent(own + (scheme.fundsCountAsOwn ? leverage.promised : 0), plan.askedCents),
    ownPercentNeeded: scheme.ownSharePercent,
    leverage,
    leverageTenths: tenfold(leverage.promised, plan.decision?.cents ?? plan.askedCents),
    activityOn: plan.activityOn,
    shortNotice: shortNotice(scheme, plan, day),
    advice: adviceOn(register, plan),
    criteria: scheme.criteria.map(({ id, text }) => ({ id, text, met: plan.criteria.includes(id) })),
    portefeuilles: plan.portefeuilles.map((id) => register.portefeuilles.get(id)?.name ?? id),
    decides: decidesOn(register, scheme, plan, day),
    pot: {
      ceilingCents: pot.ceilingCents,
      committedCents: pot.committedCents,
      reservedCents: pot.reservedCents,
      freeCents: freeCents(pot),
    },
    balance,
    possibleCents: Math.min(plan.askedCents, freeCents(pot) + balance.reservedCents),
    term: termOf({
      received: plan.receivedOn,
      weeks: scheme.decisionWeeks,
      suspensions: plan.suspensions,
      today: day,
    }),
    comparison: compare(register, scheme, plans, plan),
  };
}

function adviceOn(register: Register, { adviceFrom, advice }: Plan): PlanFacts["advice"] {
  if (adviceFrom === undefined) return undefined;
  return { from: register.vakteams.get(adviceFrom)?.name ?? adviceFrom, text: advice?.text };
}

function decidesOn(register: Register, scheme: Scheme, plan: Plan, day: Day): PlanFacts["decides"] {
  const competence = competenceOn(register, scheme, plan, day);
  const { mode } = competence.band;
  if (competence.by === "college")
    return { by: "college", mode, capacities: [], waitsFor: [], why: competence.why };
  const name = (official: string) => register.officials.get(official)?.name ?? official;
  return {
    by: "person",
    mode,
    name: name(competence.official),
    capacities: competence.capacities.map((capacity) => named(register, capacity)),
    insteadOf: competence.insteadOf && name(competence.insteadOf),
    waitsFor: competence.waitsFor.map(({ official, portefeuille }) => ({
      name: name(official),
      portefeuille: register.portefeuilles.get(portefeuille)?.name ?? portefeuille,
    })),
  };
}

/** A capacity with the name of what it is for. */
export function named(register: Register, capacity: Capacity): NamedCapacity {
  const scope =
    register.kernen.get(capacity.kern ?? "")?.name ??
    register.portefeuilles.get(capacity.portefeuille ?? "")?.name;
  return { ...capacity, scope };
}

/** Days from now until the activity, when that is less than the weeks a plan is normally asked for before it. */
function shortNotice({ leadWeeks }: Scheme, { activityOn }: Plan, day: Day): number | undefined {
  if (activityOn === undefined) return undefined;
  const days = Math.round((Date.parse(activityOn) - Date.parse(day)) / 86_400_000);
  return days < leadWeeks * 7 ? days : undefined;
}
