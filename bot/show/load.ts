import { expectedStart } from "../domain/dossier/expected.ts";
import { intakeOf } from "../domain/dossier/intake.ts";
import { loadOf } from "../domain/dossier/load.ts";
import type { ShownLoad } from "../domain/dossier/shownDossier.ts";
import type { VakteamId } from "../domain/vakteam.ts";
import type { Showing } from "./showing.ts";

/** How full a team is at this moment. */
export async function loadNow(
  { store, register, day }: Pick<Showing, "store" | "register" | "day">,
  vakteam: VakteamId,
): Promise<ShownLoad> {
  const intake = intakeOf((await store.get("intake", vakteam))?.row, vakteam);
  const open = (await store.list("dossier", "open", "yes")).map(({ row }) => row);
  const { units, limit, waiting, oldest } = loadOf(open, intake);
  const isFull = waiting.length > 0 || units >= limit;
  return {
    vakteam: register.vakteams.get(vakteam)?.name ?? vakteam,
    units,
    limit,
    waiting: waiting.length,
    waitingUntil: [...new Set(waiting.flatMap(({ handoff }) => handoff?.expectedOn ?? []))].toSorted(),
    expectedOn: isFull ? expectedStart(open, intake, day) : undefined,
    oldest,
  };
}
