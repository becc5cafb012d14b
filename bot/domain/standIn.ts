import type { Day } from "./calendar.ts";
import { capacitiesOf, isPresent, rolesOf } from "./contact.ts";
import type { OfficialId } from "./official.ts";
import type { Register } from "./register.ts";

/**
 * Who serves what somebody cannot be reached for: their deputy, the aanspreekpunt of their team, its teamleider,
 * functioneel beheer; the first who is present, known to Entra and was not tried. Undefined when there is nobody.
 */
export function standInFor(
  register: Register,
  official: OfficialId,
  tried: ReadonlySet<OfficialId>,
  day: Day,
): OfficialId | undefined {
  const roles = capacitiesOf(register, official, day);
  const teams = [...new Set(roles.flatMap(({ vakteam }) => vakteam ?? []))];
  const inTeams = (role: "aanspreekpunt" | "teamleider") =>
    teams.flatMap((vakteam) => rolesOf(register, { role, vakteam }, day).map((one) => one.official));
  const line = [
    ...roles.map(({ deputy }) => deputy),
    ...inTeams("aanspreekpunt"),
    ...inTeams("teamleider"),
    ...rolesOf(register, { role: "functioneel beheer" }, day).map((one) => one.official),
  ];
  return line.find(
    (id) =>
      id !== undefined &&
      id !== official &&
      !tried.has(id) &&
      register.officials.get(id)?.entraId !== undefined &&
      isPresent(register, id, day),
  );
}
