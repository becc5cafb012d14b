import type { Day } from "../domain/calendar.ts";
import { isDraft, isOpen, vakteamOf, type Dossier } from "../domain/dossier/dossier.ts";
import { membersOf, partiesOf, type Party } from "../domain/dossier/parties.ts";
import { outlineOf, sightOf, type Sight } from "../domain/dossier/reading.ts";
import { stepsFor } from "../domain/dossier/steps.ts";
import type { Notice } from "../domain/notice.ts";
import type { RoleName } from "../domain/official.ts";
import type { Register } from "../domain/register.ts";
import type { Shown } from "../domain/shown.ts";
import { vakteamsIn } from "../domain/vakteamChannel.ts";
import { namesFor } from "./dossierNames.ts";
import { showHandover } from "./handover.ts";
import { loadNow } from "./load.ts";
import { known, refreshFor, type Showing } from "./showing.ts";

type DossierNotice = Notice & { about: "dossier" | "dossierMore" | "dossierWhy" | "dossierTimeline" };

/**
 * A dossier for one viewer, or for everybody in a conversation: with what the team may do in the team's own channel,
 * the outline elsewhere. Those who may do more ask for their own card.
 */
export async function showDossier(showing: Showing, notice: DossierNotice): Promise<Shown> {
  const { store, register, day, viewer, together } = showing;
  const { row: dossier } = known(await store.get("dossier", notice.dossier), notice);
  if (notice.about === "dossier" && isDraft(dossier) && dossier.draft?.by === viewer.official?.entraId)
    return showHandover(showing, dossier);
  const sight = sightHere(showing, dossier);
  const team = vakteamOf(dossier);
  return {
    about: notice.about,
    dossier: sight === "all" ? dossier : outlineOf(dossier),
    names: namesFor(register, dossier),
    sight,
    steps: sight === "nothing" ? [] : stepsFor(dossier, partiesHere(showing, dossier)),
    viewer: viewer.official?.id,
    today: day,
    load: team === undefined || sight !== "all" ? undefined : await loadNow(showing, team),
    refreshFor:
      together && isOpen(dossier) ? await refreshFor(showing, readers(register, dossier, day)) : undefined,
  };
}

function sightHere(showing: Showing, dossier: Dossier): Sight {
  const { register, day, viewer, conversation } = showing;
  if (viewer.official) return sightOf(register, viewer.official.id, dossier, day);
  if (isOwnChannel(showing, dossier)) return "all";
  const { places } = dossier;
  const stands = places.some((place) => "conversation" in place && place.conversation === conversation?.id);
  return stands ? "outline" : "nothing";
}

/** The channel of the team that has it: whoever reads there is of that team. */
function isOwnChannel({ vakteamChannels, conversation }: Showing, dossier: Dossier): boolean {
  const team = vakteamOf(dossier) ?? dossier.owner.vakteam ?? dossier.handoff?.vakteam;
  const channel = conversation?.channel ?? conversation?.id;
  return team !== undefined && channel !== undefined && vakteamsIn(vakteamChannels, channel).includes(team);
}

function partiesHere(showing: Showing, dossier: Dossier): ReadonlyMap<Party, RoleName> {
  const { register, day, viewer } = showing;
  if (viewer.official) return partiesOf(register, viewer.official.id, dossier, day);
  const isTheirs = (vakteamOf(dossier) ?? dossier.owner.vakteam) !== undefined;
  return isTheirs && isOwnChannel(showing, dossier) ? new Map([["vakteam", "vakambtenaar"]]) : new Map();
}

/** Those who may do something with it. */
function readers(register: Register, dossier: Dossier, day: Day): readonly string[] {
  const team = vakteamOf(dossier);
  const members = team === undefined ? [] : membersOf(register, team, day);
  return [...new Set([...members, dossier.owner.official, ...dossier.shares.map(({ contact }) => contact)])];
}
