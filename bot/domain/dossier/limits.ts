import type { Day, Instant } from "../calendar.ts";
import { isPresent, rolesOf } from "../contact.ts";
import type { OfficialId, Role, RoleName } from "../official.ts";
import type { Refusal } from "../refusal.ts";
import type { Register } from "../register.ts";
import { sensitiveIn } from "../sensitive.ts";
import type { VakteamId } from "../vakteam.ts";
import { touched, type Intake } from "./intake.ts";

/** Above this a limit limits nothing. */
const HIGHEST = 200;
/** Longest reason that is kept, in characters. */
const LONGEST_REASON = 500;

/** What somebody wants a team's limits to be. */
export interface LimitWanted {
  readonly limit: number;
  readonly perWeek: number;
  readonly why: string;
}

/** Who asks for it, at which moment. */
export interface LimitAsker {
  readonly official: OfficialId;
  readonly at: Instant;
  readonly day: Day;
  readonly register: Register;
}

/** The capacity in which somebody may change the limits of a team; undefined when they may not. */
export function capacityToLimit(
  register: Register,
  official: OfficialId,
  vakteam: VakteamId,
  day: Day,
): RoleName | undefined {
  if (!isPresent(register, official, day)) return undefined;
  const roles = [
    ...rolesOf(register, { role: "teamleider", vakteam }, day),
    ...rolesOf(register, { role: "programmamanager" }, day),
    ...rolesOf(register, { role: "functioneel beheer" }, day),
  ];
  return roles.find((role) => actsIn(register, role, official, day))?.role;
}

/** A deputy acts while the holder is away. */
function actsIn(register: Register, role: Role, official: OfficialId, day: Day): boolean {
  if (role.official === official) return true;
  return role.deputy === official && !isPresent(register, role.official, day);
}

/** The intake with other limits. Never without a reason: it is the first thing people ask when their offer waits. */
export function changeLimit(
  intake: Intake,
  { limit, perWeek, why }: LimitWanted,
  { official, at, day, register }: LimitAsker,
): { readonly intake: Intake; readonly capacity: RoleName } | Refusal {
  const capacity = capacityToLimit(register, official, intake.id, day);
  if (capacity === undefined) return "notYourTeam";
  const reason = why.trim().slice(0, LONGEST_REASON);
  if (reason === "") return "reasonMissing";
  if (sensitiveIn(reason).length > 0) return "sensitive";
  if (!isLimit(limit) || !isLimit(perWeek)) return "badInput";
  const change = { at, by: official, limit, perWeek, why: reason };
  return { intake: { ...touched(intake), limit, perWeek, changes: [...intake.changes, change] }, capacity };
}

/** At least one: a team that takes in nothing at all would hold everything up without anybody seeing why. */
function isLimit(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= HIGHEST;
}
