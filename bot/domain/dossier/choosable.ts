import type { Day } from "../calendar.ts";
import { isPresent } from "../contact.ts";
import type { Official, OfficialId } from "../official.ts";
import type { Register } from "../register.ts";
import type { Vakteam } from "../vakteam.ts";
import { vakteamOf, type Contribution, type Dossier } from "./dossier.ts";
import { capacityIn, membersOf } from "./parties.ts";

/** Teams to which a dossier can go, or that can help: not the one that has it, nor those that gave it back. */
export function vakteamsFor({ vakteams }: Register, dossier: Dossier): readonly Vakteam[] {
  const now = vakteamOf(dossier);
  return [...vakteams.values()].filter(({ id }) => id !== now && !dossier.refusedBy.includes(id));
}

/** Members of the team that has it who are there today: to whom it can be assigned. */
export function membersFor(register: Register, dossier: Dossier, day: Day): readonly Official[] {
  const team = vakteamOf(dossier) ?? dossier.owner.vakteam;
  return present(register, team === undefined ? [] : membersOf(register, team, day), day);
}

/** Colleagues who can be asked what they know: everybody else who is there today. */
export function colleaguesFor(register: Register, asker: OfficialId, day: Day): readonly Official[] {
  return present(
    register,
    [...register.officials.keys()].filter((id) => id !== asker),
    day,
  );
}

/** What the team of somebody was asked to contribute and has not given yet. */
export function contributionsOf(
  register: Register,
  official: OfficialId,
  { contributions }: Dossier,
  day: Day,
): readonly Contribution[] {
  return contributions.filter(
    ({ vakteam, answer }) => !answer && capacityIn(register, official, vakteam, day) !== undefined,
  );
}

function present(register: Register, ids: readonly OfficialId[], day: Day): readonly Official[] {
  return ids.filter((id) => isPresent(register, id, day)).flatMap((id) => register.officials.get(id) ?? []);
}
