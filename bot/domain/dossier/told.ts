import type { Day } from "../calendar.ts";
import type { Change } from "../commit.ts";
import { isPresent, regisseurOf, rolesOf } from "../contact.ts";
import type { OfficialId } from "../official.ts";
import type { Register } from "../register.ts";
import { setTimer } from "../timer.ts";
import type { VakteamId } from "../vakteam.ts";
import { nextMoment } from "../workingDays.ts";
import { digestId, type Digest, type DigestLine } from "./digest.ts";
import { underlying, type Dossier } from "./dossier.ts";
import type { Reminded } from "./reminders.ts";
import type { WorkMoment } from "./work.ts";

/** Something for one person that need not be heard at once. */
export interface Told {
  readonly to: OfficialId;
  readonly line: DigestLine;
}

/** Puts lines in the bundles of the next moment of delivery. The same line is not told twice in one bundle. */
export function inBundles(moment: WorkMoment, told: readonly Told[]): readonly Change[] {
  const at = nextMoment(moment.at);
  return [...Map.groupBy(told, ({ to }) => to)].flatMap(([official, mine]): Change[] => {
    const id = digestId(official, at);
    const known = moment.work.digests.get(id);
    const before = known?.row.lines ?? [];
    const fresh = mine
      .map(({ line }) => line)
      .filter((line) => !before.some((one) => JSON.stringify(one) === JSON.stringify(line)));
    if (fresh.length === 0) return [];
    const row: Digest = { id, official, at, lines: [...before, ...fresh], sent: false };
    const change: Change = { collection: "digest", id, expect: known?.version ?? 0, row };
    return known ? [change] : [change, setTimer({ kind: "digest", id }, "send", at)];
  });
}

/** Whom a reminder reaches on this day: people who are there, else those who stand in for them. */
export function peopleFor(
  register: Register,
  dossier: Dossier,
  to: Reminded,
  day: Day,
): readonly OfficialId[] {
  const team = teamOf(dossier);
  switch (to) {
    case "owner":
      if (isPresent(register, dossier.owner.official, day)) return [dossier.owner.official];
      return team === undefined ? contacts(register, dossier, day) : speakersOf(register, team, day);
    case "contact":
      return contacts(register, dossier, day);
    case "team":
    case "speaker":
      return team === undefined ? [] : speakersOf(register, team, day);
    case "teamleider":
      return team === undefined ? [] : holders(register, "teamleider", team, day);
    case "programmamanager":
      return rolesOf(register, { role: "programmamanager" }, day).map(({ official }) => official);
  }
}

/** Those who keep contact with the residents, or their deputies when they are away. */
export function contacts(register: Register, { shares }: Dossier, day: Day): readonly OfficialId[] {
  const all = shares.flatMap(({ contact, kern, feedback }) => {
    if (feedback) return [];
    if (isPresent(register, contact, day)) return [contact];
    return (kern === undefined ? undefined : regisseurOf(register, kern, day)) ?? contact;
  });
  return [...new Set(all)];
}

/** Who speaks for a team and is there: an aanspreekpunt or the deputy, else the teamleider. */
export function speakersOf(register: Register, vakteam: VakteamId, day: Day): readonly OfficialId[] {
  const first = holders(register, "aanspreekpunt", vakteam, day);
  return first.length > 0 ? first : holders(register, "teamleider", vakteam, day);
}

function holders(
  register: Register,
  role: "aanspreekpunt" | "teamleider",
  vakteam: VakteamId,
  day: Day,
): readonly OfficialId[] {
  const present = rolesOf(register, { role, vakteam }, day).flatMap(
    ({ official, deputy }) =>
      [official, deputy].filter((id) => id !== undefined).find((id) => isPresent(register, id, day)) ?? [],
  );
  return [...new Set(present)];
}

function teamOf(dossier: Dossier): VakteamId | undefined {
  return underlying(dossier) === "offered" ? dossier.handoff?.vakteam : dossier.owner.vakteam;
}
