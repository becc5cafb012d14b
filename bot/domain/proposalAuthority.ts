import type { Day } from "./calendar.ts";
import { capacitiesOf, isPresent, rolesOf } from "./contact.ts";
import type { KernId } from "./kern.ts";
import type { OfficialId, RoleName } from "./official.ts";
import { whoOwns } from "./ownership.ts";
import type { Proposal } from "./proposal.ts";
import type { Register } from "./register.ts";
import type { TopicId } from "./topic.ts";
import type { VakteamId } from "./vakteam.ts";

/** Roles that may change any ownership; teamleider and aanspreekpunt may for their own team only. */
const EVERYWHERE: readonly RoleName[] = ["programmamanager", "functioneel beheer"];
const OWN_TEAM: readonly RoleName[] = ["teamleider", "aanspreekpunt"];

/**
 * The capacity in which somebody may say yes or no to a new owner; undefined when they may not.
 * A deputy counts as long as the holder is away.
 */
export function capacityToDecide(
  register: Register,
  official: OfficialId,
  vakteam: VakteamId,
  day: Day,
): RoleName | undefined {
  const roles = [
    ...OWN_TEAM.flatMap((role) => rolesOf(register, { role, vakteam }, day)),
    ...EVERYWHERE.flatMap((role) => rolesOf(register, { role }, day)),
  ];
  if (!isPresent(register, official, day)) return undefined;
  return roles.find(
    (role) =>
      role.official === official || (role.deputy === official && !isPresent(register, role.official, day)),
  )?.role;
}

/** The capacity in which somebody may decide this proposal: as above, and never on one's own. */
export function capacityFor(
  register: Register,
  official: OfficialId,
  { newVakteam, proposedBy }: Proposal,
  day: Day,
): RoleName | undefined {
  return official === proposedBy ? undefined : capacityToDecide(register, official, newVakteam, day);
}

/** Everybody who may decide this proposal on this day, whether they were asked or not. */
export function mayDecide(register: Register, proposal: Proposal, day: Day): readonly OfficialId[] {
  return [...register.officials.keys()].filter((id) => capacityFor(register, id, proposal, day));
}

/**
 * Whom to ask: the new team's teamleider, else its aanspreekpunt, else functioneel beheer; present people only, and
 * never the proposer.
 */
export function decidersFor(
  register: Register,
  vakteam: VakteamId,
  proposer: OfficialId,
  day: Day,
): readonly OfficialId[] {
  const ladder = [
    rolesOf(register, { role: "teamleider", vakteam }, day),
    rolesOf(register, { role: "aanspreekpunt", vakteam }, day),
    rolesOf(register, { role: "functioneel beheer" }, day),
  ];
  for (const roles of ladder) {
    const reachable = roles
      .map((role) =>
        [role.official, role.deputy].find(
          (id) => id !== undefined && id !== proposer && isPresent(register, id, day),
        ),
      )
      .filter((id) => id !== undefined)
      .filter((id) => register.officials.get(id)?.entraId !== undefined);
    if (reachable.length > 0) return [...new Set(reachable)];
  }
  return [];
}

/** Teams that hold a topic now, in this scope. */
export function teamsNow(
  register: Register,
  topic: TopicId,
  kern: KernId | undefined,
  day: Day,
): readonly VakteamId[] {
  const finding = whoOwns(register, topic, kern, day);
  if (finding.outcome === "unknown") return [];
  const rules = finding.outcome === "owned" ? [finding.rule] : finding.rivals;
  return [...new Set(rules.map((rule) => rule.vakteam))];
}

/** Teamleiders of these teams: they hear of a change, they do not decide on it. */
export function leadersOf(
  register: Register,
  vakteams: readonly VakteamId[],
  day: Day,
): readonly OfficialId[] {
  const roles = vakteams.flatMap((vakteam) => rolesOf(register, { role: "teamleider", vakteam }, day));
  return [...new Set(roles.map((role) => role.official))];
}

/** The first capacity somebody acts in, for the journal, when the act itself needs none. */
export function usualCapacity(register: Register, official: OfficialId, day: Day): string {
  return capacitiesOf(register, official, day)[0]?.role ?? "";
}
