import type { Known, ShownDigest, ShownDossierList } from "../bot/domain/dossier/shownDossier.ts";
import { buttonOn } from "./actions.ts";
import { briefly } from "./briefly.ts";
import { shortDay } from "./dates.ts";
import { kernenOf, statusOf } from "./dossier.ts";
import { beside, card, footnote, heading, plain, subtle, text, type Card, type Element } from "./elements.ts";
import { loadReport } from "./load.ts";
import { nl } from "./texts.nl/index.ts";

/** Lines of a bundle that can be opened; a longer one is better read as a list. */
const LINES_SHOWN = 10;
/** Longest remark in a line, in characters. */
const REMARK = 200;

/** Dossiers in order of the first day that matters, each with a way to open it. */
export function dossierListCard(shown: ShownDossierList, token: string | undefined): Card {
  const words = nl.dossierList;
  const title = titleOf(shown);
  const body = [heading(title), ...loadReport(shown.load)];
  if (shown.lines.length === 0) return card(title, [...body, text(words.nothing[shown.of])]);
  const lines = shown.lines.map((line) => lineOf(line, shown.of === "promised", token));
  const more = shown.more > 0 ? [footnote(words.more(shown.more))] : [];
  return card(title, [...body, ...lines, ...more]);
}

function titleOf({ of, scope }: ShownDossierList): string {
  const words = nl.dossierList;
  const name = scope === undefined ? undefined : plain(scope);
  switch (of) {
    case "mine":
      return words.mine;
    case "which":
      return words.which;
    case "kern":
      return words.kern(name ?? "");
    case "vakteam":
      return words.vakteam(name ?? "");
    case "promised":
      return words.promised(name);
  }
}

function lineOf(line: Known, promises: boolean, token: string | undefined): Element {
  const { dossier } = line;
  const told = promises ? promisesOf(line) : [subtle(restOf(line))];
  return openable([text(plain(dossier.title), { weight: "bolder" }), ...told], line, token);
}

function restOf(line: Known): string {
  const words = nl.dossierList;
  const { dossier } = line;
  const due = dossier.due === undefined ? "" : words.before(shortDay(dossier.due));
  return joined(dossier.number, kernenOf(line), statusOf(dossier), due);
}

/** What was promised and not yet told, with where it stands. */
function promisesOf(line: Known): readonly Element[] {
  const words = nl.dossierList;
  const { dossier, names } = line;
  const open = dossier.shares.flatMap(({ promised, feedback, kern }) => {
    if (!promised || feedback) return [];
    const name = kern === undefined ? undefined : plain(names.kernen[kern] ?? kern);
    const by = promised.by === undefined ? undefined : shortDay(promised.by);
    return [subtle(words.promise(name, plain(briefly(promised.text, REMARK)), by))];
  });
  return [...open, subtle(joined(dossier.number, statusOf(dossier)))];
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}

function openable(items: readonly Element[], { dossier }: Known, token: string | undefined): Element {
  const open = token === undefined ? [] : [buttonOn(nl.dossierList.open, "open", token, dossier.id)];
  return beside(items, open);
}

/** Everything one person need not hear at once, together. */
export function digestCard({ lines }: ShownDigest, token: string | undefined): Card {
  const words = nl.digest;
  const told = lines.slice(0, LINES_SHOWN).map((known) => {
    const { line, dossier } = known;
    const news = words.kinds[line.kind](plain(briefly(line.text, REMARK)));
    return openable(
      [
        text(plain(dossier.title), { weight: "bolder" }),
        text(news, { spacing: "none" }),
        subtle(restOf(known)),
      ],
      known,
      token,
    );
  });
  const more = lines.length > LINES_SHOWN ? [footnote(nl.dossierList.more(lines.length - LINES_SHOWN))] : [];
  const body = told.length > 0 ? [...told, ...more] : [text(words.nothing)];
  return card(words.summary(lines.length), [heading(words.title), ...body]);
}
