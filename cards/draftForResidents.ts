import type { KernShare } from "../bot/domain/dossier/dossier.ts";
import type { ShownDossier } from "../bot/domain/dossier/shownDossier.ts";
import { plain, subtle, text, type Element } from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

/** A text for residents to start from, marked as a draft. Whoever keeps contact changes it and sends it themselves. */
export function draftFor({ dossier, names }: ShownDossier, mine: readonly KernShare[]): Element {
  const words = nl.residents;
  // Each kern hears by itself: with several no one of them is addressed.
  const [only, second] = mine.flatMap(({ kern }) => names.kernen[kern ?? ""] ?? []);
  const lines = [
    words.dear(second === undefined && only !== undefined ? plain(only) : undefined),
    words.question(names.topic && plain(begun(names.topic))),
    words.answer(plain(dossier.answer?.text ?? "")),
    words.close,
  ];
  return {
    type: "Container",
    style: "emphasis",
    items: [subtle(nl.dossier.draft), ...lines.map((line) => text(line))],
  };
}

/** A topic within a sentence; an abbreviation keeps its capitals. */
function begun(topic: string): string {
  const [first = "", second = ""] = topic;
  return second === second.toLowerCase() ? first.toLowerCase() + topic.slice(1) : topic;
}
