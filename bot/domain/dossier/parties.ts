import type { Day } from "../calendar.ts";
import { capacitiesOf, isPresent, regisseurOf, rolesOf } from "../contact.ts";
import type { KernId } from "../kern.ts";
import type { OfficialId, RoleName } from "../official.ts";
import type { Register } from "../register.ts";
import type { VakteamId } from "../vakteam.ts";
import { vakteamOf, type Dossier } from "./dossier.ts";
import { MOVES, type Act } from "./moves.ts";

/** What somebody is to a dossier. */
export type Party =
  | "owner"
  /** Keeps contact with the residents of one of its kernen, or is gebiedsregisseur there. */
  | "contact"
  /** Offered it. */
  | "sender"
  /** Works in the team that has it, or before which it lies. */
  | "vakteam"
  /** Speaks for that team: teamleider or aanspreekpunt. */
  | "speaker"
  /** The regisseur it was offered to. */
  | "regisseurAsked"
  /** Was asked something about it and has not replied. */
  | "asked"
  /** Works in a team that was asked for a contribution. */
  | "contributor"
  | "programmamanager"
  | "directie"
  /** Anybody in the register. */
  | "official";

const IN_TEAM: readonly RoleName[] = ["vakambtenaar", "aanspreekpunt", "teamleider"];
const SPEAKS: readonly RoleName[] = ["aanspreekpunt", "teamleider"];

/** Everything somebody is to this dossier on this day, each with the capacity it rests on. */
export function partiesOf(
  register: Register,
  official: OfficialId,
  dossier: Dossier,
  day: Day,
): ReadonlyMap<Party, RoleName> {
  const parties = new Map<Party, RoleName>();
  const roles = capacitiesOf(register, official, day);
  // Somebody in the register without a role works for the municipality all the same.
  const usual = roles[0] ?? { role: "vakambtenaar" };
  if (register.officials.get(official)?.active !== true) return parties;
  const { owner, handoff, shares, consults, contributions } = dossier;
  parties.set("official", usual.role);
  if (owner.official === official) parties.set("owner", owner.capacity);
  if (handoff?.from === official) parties.set("sender", handoff.capacity);
  if (handoff?.regisseur === official && handoff.state === "delivered")
    parties.set("regisseurAsked", "gebiedsregisseur");
  if (consults.some(({ of, reply }) => of === official && !reply)) parties.set("asked", usual.role);
  const isContact = shares.some(
    ({ kern, contact }) => contact === official || isRegisseur(register, official, kern, day),
  );
  const asRegisseur = roles.find(({ role }) => role === "gebiedsregisseur");
  if (isContact) parties.set("contact", asRegisseur?.role ?? usual.role);
  const team = vakteamOf(dossier) ?? owner.vakteam;
  const member = team === undefined ? undefined : capacityIn(register, official, team, day, IN_TEAM);
  if (member) parties.set("vakteam", member);
  const speaker = team === undefined ? undefined : capacityIn(register, official, team, day, SPEAKS);
  if (speaker) parties.set("speaker", speaker);
  const helping = contributions.find(
    ({ vakteam, answer }) => !answer && capacityIn(register, official, vakteam, day, IN_TEAM),
  );
  if (helping) parties.set("contributor", usual.role);
  for (const role of ["programmamanager", "directie"] as const)
    if (roles.some((one) => one.role === role)) parties.set(role, role);
  return parties;
}

/** The capacity in which somebody may take this step now; undefined when they may not. */
export function capacityFor(act: Act, parties: ReadonlyMap<Party, RoleName>): RoleName | undefined {
  return MOVES[act].by.map((party) => parties.get(party)).find((capacity) => capacity !== undefined);
}

/** The capacity in which somebody is in a team; a deputy of an absent speaker counts as a speaker. */
export function capacityIn(
  register: Register,
  official: OfficialId,
  vakteam: VakteamId,
  day: Day,
  among: readonly RoleName[] = IN_TEAM,
): RoleName | undefined {
  const held = among.flatMap((role) => rolesOf(register, { role, vakteam }, day));
  const fits = held.find(
    (role) =>
      role.official === official || (role.deputy === official && !isPresent(register, role.official, day)),
  );
  return fits?.role;
}

/** Everybody who works in a vakteam on this day, present or not. */
export function membersOf(register: Register, vakteam: VakteamId, day: Day): readonly OfficialId[] {
  const roles = IN_TEAM.flatMap((role) => rolesOf(register, { role, vakteam }, day));
  return [...new Set(roles.map(({ official }) => official))];
}

function isRegisseur(register: Register, official: OfficialId, kern: KernId | undefined, day: Day): boolean {
  if (kern === undefined) return false;
  return (
    regisseurOf(register, kern, day) === official ||
    rolesOf(register, { role: "gebiedsregisseur", kern }, day).some((role) => role.official === official)
  );
}
