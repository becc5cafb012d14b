import { dayOf } from "../calendar.ts";
import { isPresent, rolesOf } from "../contact.ts";
import type { OfficialId } from "../official.ts";
import { whoOwns } from "../ownership.ts";
import type { VakteamId } from "../vakteam.ts";
import type { Dossier } from "./dossier.ts";
import type { Candidate } from "./handoff.ts";
import { personLoad } from "./load.ts";
import { membersOf } from "./parties.ts";
import type { WorkMoment } from "./work.ts";

/** Weighted work in hand above which nobody is named. Working agreements set it, nobody is shown it. */
const CAP = 6;

/**
 * Whom to name on an offer: whoever the register names for this subject there, else whoever of the team is there, has
 * room and has the least in hand; of equals the one who was named longest ago. Everybody's reason is kept. With nobody
 * to name it is the team's.
 */
export function candidatesFor(
  moment: WorkMoment,
  dossier: Dossier,
  vakteam: VakteamId,
): readonly Candidate[] {
  const { register, at, work } = moment;
  const day = dayOf(at);
  const open = work.open.map(({ row }) => row);
  const refused = new Set(
    dossier.history.filter(({ act }) => act === "giveBack" || act === "redirect").map(({ who }) => who),
  );
  const judged = eligible(moment, dossier, vakteam).map((official) => {
    const load = personLoad(open, official);
    const verdict: Candidate["verdict"] = !isPresent(register, official, day)
      ? "away"
      : refused.has(official)
        ? "refusedBefore"
        : load >= CAP
          ? "atLimit"
          : "heavierLoad";
    return { official, load, verdict };
  });
  const free = judged.filter(({ verdict }) => verdict === "heavierLoad");
  const owner = ownerOf(moment, dossier, vakteam);
  const named =
    free.find(({ official }) => official === owner) ??
    free.toSorted(
      (a, b) => a.load - b.load || lastNamed(open, a.official).localeCompare(lastNamed(open, b.official)),
    )[0];
  return judged.map((one) => (one === named ? { ...one, verdict: "named" } : one));
}

/** Those who can do it: the person of the register, the team's people; the teamleider only where there is nobody else. */
function eligible({ register, at }: WorkMoment, dossier: Dossier, vakteam: VakteamId): readonly OfficialId[] {
  const day = dayOf(at);
  const leaders = rolesOf(register, { role: "teamleider", vakteam }, day).map(({ official }) => official);
  const members = membersOf(register, vakteam, day);
  const others = members.filter((id) => !leaders.includes(id));
  const finding = whoOwns(register, dossier.topic ?? "", dossier.shares[0]?.kern, day);
  const named =
    finding.outcome === "owned" && finding.rule.vakteam === vakteam
      ? [finding.rule.person, finding.rule.deputy].filter((id) => id !== undefined)
      : [];
  return [...new Set([...named, ...(others.length > 0 ? others : members)])];
}

/** Who the register names for this subject there: they know it, so they go first while they have room. */
function ownerOf({ register, at }: WorkMoment, dossier: Dossier, vakteam: VakteamId): OfficialId | undefined {
  if (dossier.topic === undefined) return undefined;
  const finding = whoOwns(register, dossier.topic, dossier.shares[0]?.kern, dayOf(at));
  return finding.outcome === "owned" && finding.rule.vakteam === vakteam ? finding.rule.person : undefined;
}

function lastNamed(open: readonly Dossier[], official: OfficialId): string {
  return (
    open
      .flatMap(({ handoff }) => (handoff?.named === official ? [handoff.at] : []))
      .toSorted()
      .at(-1) ?? ""
  );
}
