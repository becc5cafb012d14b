import type { Day } from "./calendar.ts";
import { isPresent, rolesOf } from "./contact.ts";
import type { Official, OfficialId, RoleName } from "./official.ts";
import type { Register } from "./register.ts";

const ROLE: RoleName = "functioneel beheer";

/** Who keeps the register today and can be told so: each holder, or the deputy of a holder who is away. */
export function beheerders(register: Register, day: Day): readonly OfficialId[] {
  const present = rolesOf(register, { role: ROLE }, day).flatMap(
    ({ official, deputy }) =>
      [official, deputy].find((id) => id !== undefined && isPresent(register, id, day)) ?? [],
  );
  return [...new Set(present)].filter((id) => register.officials.get(id)?.entraId !== undefined);
}

/** The capacity in which somebody may say who is in the register; undefined when they may not. */
export function capacityInBeheer(register: Register, official: OfficialId, day: Day): RoleName | undefined {
  return beheerders(register, day).includes(official) ? ROLE : undefined;
}

/** Officials that somebody can still be linked to: they work here, and nobody is them at Teams yet. */
export function officialsToLink(register: Register): readonly Official[] {
  return [...register.officials.values()].filter(({ active, entraId }) => active && entraId === undefined);
}

/** The official with this Entra id, also one who left. */
export function officialWith(register: Register, entraId: string): Official | undefined {
  const wanted = entraId.toLowerCase();
  return [...register.officials.values()].find((one) => one.entraId?.toLowerCase() === wanted);
}
