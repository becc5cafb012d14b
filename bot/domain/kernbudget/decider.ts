import { placeIn, type Day } from "../calendar.ts";
import { isPresent, rolesOf } from "../contact.ts";
import type { KernId } from "../kern.ts";
import type { OfficialId, Role } from "../official.ts";
import type { PortefeuilleId } from "../portefeuille.ts";
import type { Register } from "../register.ts";
import type { Capacity, Plan } from "./plan.ts";
import { bandOf, type Band, type Deputy, type Scheme } from "./scheme.ts";

/** Who decides on a plan on a day. */
export type Competence =
  | {
      readonly by: "person";
      readonly band: Band;
      readonly official: OfficialId;
      /** Every capacity the decision is taken in; two when the portefeuille it touches is the decider's own. */
      readonly capacities: readonly [Capacity, ...Capacity[]];
      /** Who is replaced, as the college or the mandate register arranged. */
      readonly insteadOf?: OfficialId | undefined;
      /** Portefeuilles whose holder must agree first. */
      readonly waitsFor: readonly Awaited[];
    }
  | { readonly by: "college"; readonly band: Band; readonly why: WhyCollege };

/** A portefeuillehouder who has not agreed yet. */
export interface Awaited {
  readonly portefeuille: PortefeuilleId;
  readonly official: OfficialId;
}

export type WhyCollege =
  | "amount" // the band says so
  | "nobody"; // whoever it would be has an interest, or nobody holds that office, and no replacement was arranged

/** Why somebody may not decide. */
export const NOT_COMPETENT = [
  "prepareOnly", // the secretariat sets things ready and never decides
  "ownPlan", // submitted or prepared by the same person
  "recused", // declared a personal interest
  "askedOther", // the question is addressed to somebody else
  "college", // only the college decides on this
  "portefeuilleFirst", // a portefeuillehouder must agree first
] as const;
export type NotCompetent = (typeof NOT_COMPETENT)[number];

/** Who decides on this plan on this day, in which capacity, from the scheme and the register and nothing else. */
export function competenceOn(register: Register, scheme: Scheme, plan: Plan, day: Day): Competence {
  const band = bandOf(scheme, plan.askedCents);
  const office = officeOf(register, band, plan.kern, day);
  if (band.decidedBy === "college") return { by: "college", band, why: "amount" };
  const deputies = band.mode === "C" ? scheme.mandateDeputies : scheme.collegeDeputies;
  const found = office && fillOffice(register, deputies, plan, office.official, day);
  if (!office || !found) return { by: "college", band, why: "nobody" };
  const touched = plan.portefeuilles.map((portefeuille) => ({
    portefeuille,
    holder: holderOf(register, scheme, plan, portefeuille, day),
  }));
  const own = touched.filter(({ holder }) => holder === found.official);
  const open = band.needsPortefeuille
    ? touched.filter(
        ({ portefeuille, holder }) =>
          !own.some((one) => one.portefeuille === portefeuille) && !agreed(plan, portefeuille, holder),
      )
    : [];
  const waitsFor = open.flatMap(({ portefeuille, holder }) =>
    holder === undefined ? [] : [{ portefeuille, official: holder }],
  );
  if (waitsFor.length < open.length) return { by: "college", band, why: "nobody" };
  return {
    by: "person",
    band,
    official: found.official,
    capacities: [
      { role: office.role, kern: office.kern },
      ...own.map(({ portefeuille }) => ({ role: "portefeuillehouder" as const, portefeuille })),
    ],
    insteadOf: found.insteadOf,
    waitsFor,
  };
}

/** In which capacities somebody may decide at this moment, or why not. Whoever pressed what, and on whose card. */
export function mayDecide(
  register: Register,
  scheme: Scheme,
  plan: Plan,
  official: OfficialId,
  day: Day,
): (Competence & { readonly by: "person" }) | NotCompetent {
  const competence = competenceOn(register, scheme, plan, day);
  if (official === plan.submittedBy || plan.preparedBy.includes(official)) return "ownPlan";
  if (plan.recused.includes(official)) return "recused";
  const isAsked = competence.by === "person" && competence.official === official;
  if (!isAsked && isSecretary(register, official, day)) return "prepareOnly";
  if (competence.by === "college") return "college";
  if (!isAsked) return "askedOther";
  return competence.waitsFor.length > 0 ? "portefeuilleFirst" : competence;
}

/** The portefeuilles for which this person is asked to agree. */
export function consentAskedOf(
  register: Register,
  scheme: Scheme,
  plan: Plan,
  official: OfficialId,
  day: Day,
): readonly PortefeuilleId[] {
  const competence = competenceOn(register, scheme, plan, day);
  if (competence.by === "college") return [];
  return competence.waitsFor.filter((one) => one.official === official).map((one) => one.portefeuille);
}

export function isSecretary(register: Register, official: OfficialId, day: Day): boolean {
  return rolesOf(register, { role: "bestuurssecretariaat" }, day).some((role) => role.official === official);
}

/** The member of the college for a kern: its kernwethouder, or the burgemeester as its kernbestuurder. */
export function kernbestuurderOf(register: Register, kern: KernId, day: Day): Role | undefined {
  return (
    rolesOf(register, { role: "kernwethouder", kern }, day)[0] ??
    rolesOf(register, { role: "kernbestuurder", kern }, day)[0]
  );
}

function officeOf(register: Register, band: Band, kern: KernId, day: Day): Role | undefined {
  switch (band.decidedBy) {
    case "gebiedsregisseur":
      return rolesOf(register, { role: "gebiedsregisseur", kern }, day)[0];
    case "programmamanager":
      return rolesOf(register, { role: "programmamanager" }, day)[0];
    case "kernwethouder":
      return kernbestuurderOf(register, kern, day);
    case "college":
      return undefined;
  }
}

/**
 * The holder of an office, or the deputy that was arranged for them. A holder who is away and has no deputy is waited
 * for; one who may not decide on this plan and has no deputy is not.
 */
function fillOffice(
  register: Register,
  deputies: readonly Deputy[],
  plan: Plan,
  holder: OfficialId,
  day: Day,
): { readonly official: OfficialId; readonly insteadOf?: OfficialId } | undefined {
  const isFree = mayTouch(register, plan, holder);
  if (isFree && isPresent(register, holder, day)) return { official: holder };
  const arranged = deputies
    .filter((one) => one.of === holder && placeIn(one, day) === "within")
    .find((one) => mayTouch(register, plan, one.deputy) && isPresent(register, one.deputy, day));
  if (arranged) return { official: arranged.deputy, insteadOf: holder };
  return isFree ? { official: holder } : undefined;
}

/** Whoever submitted it, prepared it or has an interest in it stays away from it; so does whoever left. */
function mayTouch(
  register: Register,
  { submittedBy, preparedBy, recused }: Plan,
  official: OfficialId,
): boolean {
  const isActive = register.officials.get(official)?.active === true;
  return (
    isActive && official !== submittedBy && !preparedBy.includes(official) && !recused.includes(official)
  );
}

function holderOf(
  register: Register,
  scheme: Scheme,
  plan: Plan,
  portefeuille: PortefeuilleId,
  day: Day,
): OfficialId | undefined {
  const holder = rolesOf(register, { role: "portefeuillehouder", portefeuille }, day)[0];
  return holder && fillOffice(register, scheme.collegeDeputies, plan, holder.official, day)?.official;
}

/** Agreed by whoever holds it now: what a predecessor said does not count for a successor. */
function agreed(plan: Plan, portefeuille: PortefeuilleId, holder: OfficialId | undefined): boolean {
  return plan.consents.some((one) => one.portefeuille === portefeuille && one.by === holder);
}
