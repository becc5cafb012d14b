import { compare } from "../domain/kernbudget/comparison.ts";
import { factsOf, type PlanSources } from "../domain/kernbudget/facts.ts";
import { sourcesFor, sourcesUnder } from "../domain/kernbudget/kernbudget.ts";
import type { Plan } from "../domain/kernbudget/plan.ts";
import { stepsFor } from "../domain/kernbudget/steps.ts";
import type { Notice } from "../domain/notice.ts";
import { freeCents } from "../domain/pot.ts";
import type { Shown } from "../domain/shown.ts";
import { lookUpKernbudget } from "../lookUpKernbudget.ts";
import { byName, known, type Showing } from "./showing.ts";

export async function showPlan(
  showing: Showing,
  notice: Notice & { about: "plan" | "planMore" },
): Promise<Shown> {
  const { plan, sources } = await planFor(showing, notice, notice.plan);
  const { register, viewer, day } = showing;
  const steps = viewer.official ? stepsFor(sources, plan, viewer.official.id, day) : [];
  const people = [plan.submittedBy, ...plan.history.map(({ by }) => by), plan.decision?.insteadOf];
  return {
    about: notice.about,
    plan,
    facts: factsOf(sources, plan, day),
    names: Object.fromEntries(
      people.flatMap((id) => (id === undefined ? [] : [[id, register.officials.get(id)?.name ?? id]])),
    ),
    steps,
  };
}

export async function showPlanForm(showing: Showing, notice: Notice & { about: "planForm" }): Promise<Shown> {
  const { plan, sources } = await planFor(showing, notice, notice.plan);
  const { register, day } = showing;
  return {
    about: "planForm",
    form: notice.form,
    plan,
    facts: factsOf(sources, plan, day),
    today: day,
    kernen: byName(register.kernen.values()),
    portefeuilles: byName(register.portefeuilles.values()),
    vakteams: byName(register.vakteams.values()),
  };
}

export async function showPlanRefusal(
  showing: Showing,
  notice: Notice & { about: "planRefusal" },
): Promise<Shown> {
  const { plan, sources } = await planFor(showing, notice, notice.plan);
  return { about: "planRefusal", why: notice.why, facts: factsOf(sources, plan, showing.day) };
}

export async function showPlanTap(showing: Showing, notice: Notice & { about: "planTap" }): Promise<Shown> {
  const plans = await Promise.all(notice.plans.map((id) => planFor(showing, notice, id)));
  const facts = plans.map(({ plan, sources }) => factsOf(sources, plan, showing.day));
  return {
    about: "planTap",
    plans: facts.map(({ kern, applicant, askedCents }) => ({ kern, applicant, askedCents })),
  };
}

export async function showPot(
  { store, register }: Showing,
  notice: Notice & { about: "pot" },
): Promise<Shown> {
  const kernbudget = await lookUpKernbudget(store);
  const scheme = known(
    kernbudget.schemes.find(({ id }) => id === notice.scheme),
    notice,
  );
  const { pot, plans } = known(sourcesUnder(register, kernbudget, scheme), notice);
  const { others, spread } = compare(register, scheme, plans);
  const { ceilingCents, committedCents, reservedCents } = pot;
  return {
    about: "pot",
    scheme: scheme.name,
    pot: { ceilingCents, committedCents, reservedCents, freeCents: freeCents(pot) },
    open: others,
    spread,
  };
}

async function planFor(
  { store, register }: Showing,
  notice: Notice,
  id: string,
): Promise<{ readonly plan: Plan; readonly sources: PlanSources }> {
  const kernbudget = await lookUpKernbudget(store);
  const plan = known(
    kernbudget.plans.find(({ row }) => row.id === id),
    notice,
  ).row;
  return { plan, sources: known(sourcesFor(register, kernbudget, plan), notice) };
}
