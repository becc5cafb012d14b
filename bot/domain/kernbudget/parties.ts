import type { Day } from "../calendar.ts";
import { capacitiesOf, isPresent, regisseurOf, rolesOf } from "../contact.ts";
import type { OfficialId, RoleName } from "../official.ts";
import type { Register } from "../register.ts";
import type { VakteamId } from "../vakteam.ts";
import { competenceOn, isSecretary, kernbestuurderOf } from "./decider.ts";
import type { PlanSources } from "./facts.ts";
import type { Plan } from "./plan.ts";

/** What somebody has to do with a plan, apart from deciding on it. */
export interface Part {
  /** May fill it in, assess it and set it ready: in which role. */
  readonly prepares?: RoleName | undefined;
  /** May give the advice that is asked for. */
  readonly advises: boolean;
  /** May send the letter and pay. */
  readonly writes: boolean;
  /** Keeps the list of the college. */
  readonly isSecretary: boolean;
}

export function partOf({ register, scheme }: PlanSources, plan: Plan, official: OfficialId, day: Day): Part {
  const writes = inTeam(register, scheme.letterBy, official, day) !== undefined;
  const secretary = isSecretary(register, official, day);
  return {
    prepares:
      preparerRole(register, plan, official, day) ??
      (writes ? inTeam(register, scheme.letterBy, official, day) : undefined) ??
      (secretary ? "bestuurssecretariaat" : undefined),
    advises: plan.adviceFrom !== undefined && inTeam(register, plan.adviceFrom, official, day) !== undefined,
    writes,
    isSecretary: secretary,
  };
}

function preparerRole(register: Register, plan: Plan, official: OfficialId, day: Day): RoleName | undefined {
  const own = rolesOf(register, { role: "gebiedsregisseur", kern: plan.kern }, day);
  if (own.some((role) => role.official === official || role.deputy === official)) return "gebiedsregisseur";
  if (rolesOf(register, { role: "programmamanager" }, day).some((role) => role.official === official))
    return "programmamanager";
  if (official !== plan.submittedBy) return undefined;
  return capacitiesOf(register, official, day)[0]?.role ?? "vakambtenaar";
}

/** The role of somebody in a vakteam, or of the colleague they are the deputy of. */
function inTeam(
  register: Register,
  vakteam: VakteamId,
  official: OfficialId,
  day: Day,
): RoleName | undefined {
  return (["aanspreekpunt", "vakambtenaar", "teamleider"] as const).find((role) =>
    rolesOf(register, { role, vakteam }, day).some(
      (one) => one.official === official || one.deputy === official,
    ),
  );
}

/** Who is shown a plan as it stands now, each once. Their card changes in place; only who is new hears of it. */
export function involvedIn(sources: PlanSources, plan: Plan, day: Day): readonly OfficialId[] {
  const { register, scheme } = sources;
  const { status } = plan;
  const ids: (OfficialId | undefined)[] = [plan.submittedBy];
  if (status !== "idea" && status !== "plan") {
    ids.push(regisseurOf(register, plan.kern, day), kernbestuurderOf(register, plan.kern, day)?.official);
    if (plan.adviceFrom !== undefined) ids.push(contactOf(register, plan.adviceFrom, day));
  }
  const competence = competenceOn(register, scheme, plan, day);
  if (status === "ready" && competence.by === "person") {
    ids.push(competence.official, ...competence.waitsFor.map(({ official }) => official));
    if (competence.band.mode !== "C") ids.push(...secretaries(register, day));
  }
  if (status === "onCollegeList" || (status === "ready" && competence.by === "college"))
    ids.push(...secretaries(register, day));
  ids.push(...plan.consents.map(({ by }) => by), ...plan.recused);
  if (plan.decision) ids.push(plan.decision.by, contactOf(register, scheme.letterBy, day));
  return [...new Set(ids)].filter((id) => id !== undefined);
}

function secretaries(register: Register, day: Day): readonly OfficialId[] {
  return rolesOf(register, { role: "bestuurssecretariaat" }, day).map(({ official }) => official);
}

/** The first of a vakteam who is there: its aanspreekpunt, their deputy, its teamleider. */
export function contactOf(register: Register, vakteam: VakteamId, day: Day): OfficialId | undefined {
  const line = (["aanspreekpunt", "teamleider"] as const).flatMap((role) =>
    rolesOf(register, { role, vakteam }, day).flatMap(({ official, deputy }) => [official, deputy]),
  );
  return line.find((id) => id !== undefined && isPresent(register, id, day)) ?? line[0];
}
