import { absenceOn, type OfficialId, type Role, type RoleName } from "./official.ts";
import { placeIn, type Day } from "./calendar.ts";
import type { KernId } from "./kern.ts";
import type { Reading } from "./language/reading.ts";
import type { PortefeuilleId } from "./portefeuille.ts";
import type { Register } from "./register.ts";
import type { VakteamId } from "./vakteam.ts";

/** "Wie is teamleider van BOR?": the roles that may be meant, and for what. */
export interface RoleAsked {
  readonly roles: readonly RoleName[];
  readonly kern?: KernId | undefined;
  readonly vakteam?: VakteamId | undefined;
  readonly portefeuille?: PortefeuilleId | undefined;
}

/** Somebody who holds a role, for all of the scopes that were asked about. */
export interface Holder {
  readonly official: OfficialId;
  readonly role: RoleName;
  /** The roles themselves, one per kern, team or portefeuille. */
  readonly held: readonly Role[];
  /** Last day away, when away now. */
  readonly awayUntil?: Day | undefined;
  readonly deputy?: OfficialId | undefined;
}

/** A kern narrows roles in kernen, a team those of teams, a subject those of portefeuilles. */
export function roleAsked(reading: Reading, register: Register): RoleAsked {
  const { roles, kernen, ambiguousKernen, vakteams, topics } = reading;
  const topic = register.topics.get(topics[0]?.topic ?? "");
  return {
    // A kern has its kernwethouder, or the burgemeester as kernbestuurder: asked for one, either is the answer.
    roles: roles.includes("kernwethouder") ? [...roles, "kernbestuurder"] : roles,
    // "De wethouder van Hank": whoever Hank else may be, a wethouder has a kern.
    kern: kernen[0] ?? ambiguousKernen[0],
    vakteam: vakteams[0],
    portefeuille: topic?.portefeuille,
  };
}

/** Who holds these roles on this day: only what fits every scope that was named and that the role can have. */
export function holdersOf(register: Register, asked: RoleAsked, day: Day): readonly Holder[] {
  const fits = (role: Role) =>
    asked.roles.includes(role.role) &&
    placeIn(role, day) === "within" &&
    (asked.kern === undefined || role.kern === asked.kern) &&
    (asked.vakteam === undefined || role.vakteam === asked.vakteam) &&
    (asked.portefeuille === undefined || asked.kern !== undefined || fitsPortefeuille(role, asked));
  const held = [...register.roles.values()].filter(fits);
  const byHolder = Map.groupBy(held, ({ official, role }) => `${official} ${role}`);
  return [...byHolder.values()].flatMap((roles) => holder(register, roles, day));
}

/** Only a portefeuille can be named by its subject; for other roles a subject in the sentence says nothing. */
function fitsPortefeuille(role: Role, { portefeuille, roles }: RoleAsked): boolean {
  return role.portefeuille === portefeuille || !roles.includes("portefeuillehouder");
}

function holder(register: Register, held: readonly Role[], day: Day): readonly Holder[] {
  const [first] = held;
  if (first === undefined || register.officials.get(first.official)?.active !== true) return [];
  const away = absenceOn(register.absences.values(), first.official, day);
  return [
    {
      official: first.official,
      role: first.role,
      held,
      awayUntil: away?.to,
      deputy: first.deputy ?? away?.deputy,
    },
  ];
}
