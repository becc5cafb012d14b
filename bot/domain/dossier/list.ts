import type { Day } from "../calendar.ts";
import type { KernId } from "../kern.ts";
import type { OfficialId } from "../official.ts";
import type { Register } from "../register.ts";
import type { VakteamId } from "../vakteam.ts";
import { vakteamOf, type Dossier } from "./dossier.ts";
import { isWaiting } from "./load.ts";
import { sightOf } from "./reading.ts";

/** Which dossiers are asked for. What the viewer may not see is never in the list. */
export type DossierList =
  /** "Heb ik nog iets liggen?" */
  | { readonly of: "mine"; readonly official: OfficialId }
  /** "Wat speelt er in Veen?" */
  | { readonly of: "kern"; readonly kern: KernId }
  /** "Wat is er beloofd in Dussen?" */
  | { readonly of: "promised"; readonly kern?: KernId | undefined }
  /** "Wat ligt er bij BOR?", with how full the team is. */
  | { readonly of: "vakteam"; readonly vakteam: VakteamId }
  /** Several that may be meant: which one? */
  | { readonly of: "which"; readonly dossiers: readonly string[] };

/** The dossiers of a list that this person may see, the first day that matters first. */
export function dossiersIn(
  list: DossierList,
  open: readonly Dossier[],
  register: Register,
  viewer: OfficialId,
  day: Day,
): readonly Dossier[] {
  return open
    .filter((dossier) => fits(dossier, list) && sightOf(register, viewer, dossier, day) !== "nothing")
    .toSorted((a, b) => when(a).localeCompare(when(b)) || a.number.localeCompare(b.number));
}

function fits(dossier: Dossier, list: DossierList): boolean {
  switch (list.of) {
    case "mine":
      return isOfMine(dossier, list.official);
    case "kern":
      return dossier.shares.some(({ kern }) => kern === list.kern);
    case "promised":
      return dossier.shares.some(
        ({ kern, promised, feedback }) =>
          promised && !feedback && (list.kern === undefined || kern === list.kern),
      );
    case "vakteam":
      return vakteamOf(dossier) === list.vakteam || isWaiting(dossier, list.vakteam);
    case "which":
      return list.dossiers.includes(dossier.id);
  }
}

/** Something waits for them: their own work, a question to them, an answer they must tell. */
function isOfMine({ owner, consults, shares, status }: Dossier, official: OfficialId): boolean {
  return (
    owner.official === official ||
    consults.some(({ of, reply }) => of === official && !reply) ||
    (status === "answered" && shares.some(({ contact, feedback }) => contact === official && !feedback))
  );
}

/** The first day that matters; without one it comes last. */
function when({ shares, due, waits }: Dossier): Day {
  const promised = shares.flatMap(({ promised: given, feedback }) => (feedback ? [] : (given?.by ?? [])));
  return [...promised, due, waits?.until].filter((day) => day !== undefined).toSorted()[0] ?? "9999-12-31";
}
