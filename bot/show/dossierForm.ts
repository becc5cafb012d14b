import { colleaguesFor, contributionsOf, membersFor, vakteamsFor } from "../domain/dossier/choosable.ts";
import type { Notice } from "../domain/notice.ts";
import type { Shown } from "../domain/shown.ts";
import { namesFor } from "./dossierNames.ts";
import { showHandover } from "./handover.ts";
import { byName, known, type Showing } from "./showing.ts";

/** The form of one step, with who and what can be chosen. An offer has more to say, so it has a card of its own. */
export async function showDossierForm(
  showing: Showing,
  notice: Notice & { about: "dossierForm" },
): Promise<Shown> {
  const { store, register, day, viewer } = showing;
  const { dossier: id, step } = notice;
  const { row: dossier } = known(await store.get("dossier", id), notice);
  if (step === "offer" && viewer.official) return showHandover(showing, dossier, true);
  const me = viewer.official?.id ?? "";
  return {
    about: "dossierForm",
    dossier,
    names: namesFor(register, dossier),
    step,
    vakteams: byName(vakteamsFor(register, dossier)),
    colleagues: byName(
      step === "assign" ? membersFor(register, dossier, day) : colleaguesFor(register, me, day),
    ),
    contributions: contributionsOf(register, me, dossier, day),
  };
}
