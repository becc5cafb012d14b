import type { Weight } from "../domain/dossier/dossier.ts";
import { expectedStart } from "../domain/dossier/expected.ts";
import { intakeOf, roomFor } from "../domain/dossier/intake.ts";
import { loadOf } from "../domain/dossier/load.ts";
import type { ShownLoad } from "../domain/dossier/shownDossier.ts";
import type { VakteamId } from "../domain/vakteam.ts";
import type { Showing } from "./showing.ts";

/** How full a team is at this moment, and when it is expected to begin on one more of this weight. */
export async function loadNow(
  { store, register, at }: Pick<Showing, "store" | "register" | "at">,
  vakteam: VakteamId,
  weight: Weight = "middle",
): Promise<ShownLoad> {
  const intake = intakeOf((await store.get("intake", vakteam))?.row, vakteam);
  const open = (await store.list("dossier", "open", "yes")).map(({ row }) => row);
  const load = loadOf(open, intake);
  const { units, limit, waiting, oldest } = load;
  const isFull = roomFor(load, intake, weight, at) !== "room";
  return {
    vakteam: register.vakteams.get(vakteam)?.name ?? vakteam,
    units,
    limit,
    waiting: waiting.length,
    waitingUntil: [...new Set(waiting.flatMap(({ handoff }) => handoff?.expectedOn ?? []))].toSorted(),
    expectedOn: isFull ? expectedStart(open, intake, at, weight) : undefined,
    oldest,
  };
}
