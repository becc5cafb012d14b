import { dossiersIn } from "../domain/dossier/list.ts";
import type { Notice } from "../domain/notice.ts";
import type { Shown } from "../domain/shown.ts";
import { namesFor } from "./dossierNames.ts";
import { loadNow } from "./load.ts";
import { known, type Showing } from "./showing.ts";

/** Lines on one card; the rest is counted. */
const LINES = 5;

export async function showDossierList(
  showing: Showing,
  notice: Notice & { about: "dossierList" },
): Promise<Shown> {
  const { store, register, day, viewer } = showing;
  const all = (await store.list("dossier", "open", "yes")).map(({ row }) => row);
  const me = viewer.official?.id;
  const fitting = me === undefined ? [] : dossiersIn(notice, all, register, me, day);
  const team = notice.of === "vakteam" ? notice.vakteam : undefined;
  const kern = "kern" in notice ? notice.kern : undefined;
  return {
    about: "dossierList",
    of: notice.of,
    scope: register.kernen.get(kern ?? "")?.name ?? register.vakteams.get(team ?? "")?.name,
    lines: fitting.slice(0, LINES).map((dossier) => ({
      dossier,
      names: namesFor(register, dossier),
    })),
    more: Math.max(0, fitting.length - LINES),
    load: team === undefined ? undefined : await loadNow(showing, team),
  };
}

export async function showDigest(
  { store, register }: Showing,
  notice: Notice & { about: "digest" },
): Promise<Shown> {
  const { row: digest } = known(await store.get("digest", notice.digest), notice);
  const lines = await Promise.all(
    digest.lines.map(async (line) => {
      const dossier = (await store.get("dossier", line.dossier))?.row;
      return dossier ? [{ line, dossier, names: namesFor(register, dossier) }] : [];
    }),
  );
  return { about: "digest", lines: lines.flat() };
}
