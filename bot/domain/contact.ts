import { type Day, placeIn } from "./calendar.ts";
import type { KernId } from "./kern.ts";
import { absenceOn, type Absence, type OfficialId, type Role, type RoleName } from "./official.ts";
import type { OwnershipRule } from "./ownership.ts";
import type { Register } from "./register.ts";
import type { TopicId } from "./topic.ts";
import type { VakteamId } from "./vakteam.ts";

/** Somebody who was passed over because they are away or have left. Never says why. */
export interface Skipped {
  readonly official: OfficialId;
  /** Last day away; absent for somebody who left. */
  readonly until?: Day | undefined;
  /** Whether anybody was named to stand in. */
  readonly hasDeputy: boolean;
}

/** Whom to go to first for a rule, and who was passed over on the way. */
export interface Contact {
  readonly vakteam: VakteamId;
  /** Absent when nobody of the team is present: then it is the team as a whole. */
  readonly official?: OfficialId | undefined;
  readonly as: "named" | "deputy" | "aanspreekpunt" | "teamleider" | "team";
  readonly skipped: readonly Skipped[];
}

/**
 * The first present person: the one named on the rule, their deputy, the team's aanspreekpunten and their
 * deputies, the teamleider. Ends with the team itself, never with nobody.
 */
export function contactFor(register: Register, rule: OwnershipRule, day: Day): Contact {
  const skipped = new Map<OfficialId, Skipped>();
  const aanspreekpunten = rolesOf(register, { role: "aanspreekpunt", vakteam: rule.vakteam }, day);
  const line: {
    official: OfficialId | undefined;
    as: Contact["as"];
    deputies: (OfficialId | undefined)[];
  }[] = [
    { official: rule.person, as: "named", deputies: [rule.deputy] },
    // A rule that names somebody means that person: colleagues stand in only through the team.
    ...aanspreekpunten.map((role) => ({
      official: role.official,
      as: "aanspreekpunt" as const,
      deputies: [role.deputy],
    })),
    ...rolesOf(register, { role: "teamleider", vakteam: rule.vakteam }, day).map((role) => ({
      official: role.official,
      as: "teamleider" as const,
      deputies: [role.deputy],
    })),
  ];
  for (const { official, as, deputies } of line) {
    if (official === undefined) continue;
    const away = whyAway(register, official, day);
    if (away === undefined) return { vakteam: rule.vakteam, official, as, skipped: [...skipped.values()] };
    const standIns = [...deputies, away.absence?.deputy].filter((id) => id !== undefined);
    skipped.set(official, {
      official,
      until: away.absence?.to,
      hasDeputy: standIns.length > 0 || (skipped.get(official)?.hasDeputy ?? false),
    });
    const present = standIns.find((id) => whyAway(register, id, day) === undefined);
    if (present !== undefined) {
      return { vakteam: rule.vakteam, official: present, as: "deputy", skipped: [...skipped.values()] };
    }
  }
  return { vakteam: rule.vakteam, as: "team", skipped: [...skipped.values()] };
}

/** The roles of one kind that hold on this day for this scope. Several holders are several roles. */
export function rolesOf(
  register: Register,
  wanted: { role: RoleName; kern?: KernId; vakteam?: VakteamId; portefeuille?: string },
  day: Day,
): readonly Role[] {
  return rolesNamed(register, wanted.role).filter(
    (role) =>
      (wanted.kern === undefined || role.kern === wanted.kern) &&
      (wanted.vakteam === undefined || role.vakteam === wanted.vakteam) &&
      (wanted.portefeuille === undefined || role.portefeuille === wanted.portefeuille) &&
      placeIn(role, day) === "within",
  );
}

/** Roles by name, worked out once per register: a register never changes, it is replaced. */
const byName = new WeakMap<Register, ReadonlyMap<RoleName, readonly Role[]>>();

function rolesNamed(register: Register, name: RoleName): readonly Role[] {
  const roles = byName.get(register) ?? Map.groupBy(register.roles.values(), ({ role }) => role);
  byName.set(register, roles);
  return roles.get(name) ?? [];
}

/** All capacities a person acts in on this day. */
export function capacitiesOf(register: Register, official: OfficialId, day: Day): readonly Role[] {
  return [...register.roles.values()].filter(
    (role) => role.official === official && placeIn(role, day) === "within",
  );
}

/** The gebiedsregisseur to name for a kern: the holder, or the deputy while the holder is away. */
export function regisseurOf(register: Register, kern: KernId, day: Day): OfficialId | undefined {
  const role = rolesOf(register, { role: "gebiedsregisseur", kern }, day)[0];
  if (role === undefined) return undefined;
  const away = whyAway(register, role.official, day);
  if (away === undefined) return role.official;
  return [role.deputy, away.absence?.deputy].find((id) => id !== undefined && !whyAway(register, id, day));
}

/** Who holds the portefeuille a topic falls under. */
export function portefeuillehouderOf(register: Register, topic: TopicId, day: Day): OfficialId | undefined {
  const portefeuille = register.topics.get(topic)?.portefeuille;
  if (portefeuille === undefined) return undefined;
  return rolesOf(register, { role: "portefeuillehouder", portefeuille }, day)[0]?.official;
}

/** Whether somebody works here and is not away on this day. */
export function isPresent(register: Register, official: OfficialId, day: Day): boolean {
  return whyAway(register, official, day) === undefined;
}

/** Why somebody cannot be asked on this day; undefined when they are there. */
function whyAway(register: Register, id: OfficialId, day: Day): { absence?: Absence } | undefined {
  if (register.officials.get(id)?.active !== true) return {};
  const absence = absenceOn(register.absences.values(), id, day);
  return absence && { absence };
}
