import { dayOf, isDay } from "../calendar.ts";
import type { Refusal } from "../refusal.ts";
import { sensitiveIn } from "../sensitive.ts";
import type { Inputs } from "../verb.ts";
import { ASKED, WEIGHTS, type DraftAsks, type Dossier, type KernShare, type Promised } from "./dossier.ts";
import { LONGEST_TEXT } from "./take.ts";
import type { WorkMoment } from "./work.ts";

/** Longest title, in characters: one line on a phone. */
const LONGEST_TITLE = 120;

/** What must be said before it can be offered, in the order in which it is asked; undefined when nothing is missing. */
export function missingIn({ shares, driehoek, sort, draft }: Dossier): DraftAsks | undefined {
  if (sort === "question") return undefined;
  const [share] = shares;
  if (share?.kern === undefined) return "kern";
  if (draft?.regisseur !== undefined) return "regie";
  if (share.promised && share.promised.by === undefined) return "promisedDay";
  return driehoek === "" ? "driehoek" : undefined;
}

/** The dossier with what was filled in on its form; why not, when something cannot be. Empty fields change nothing. */
export function fillIn({ register, at }: WorkMoment, dossier: Dossier, input: Inputs): Dossier | Refusal {
  const texts = [input.title, input.done, input.driehoek, input.promised, input.text];
  if (texts.some((text) => text !== undefined && sensitiveIn(text).length > 0)) return "sensitive";
  const { kern, vakteam, day, promisedDay } = input;
  if (kern && !register.kernen.has(kern)) return "badInput";
  if (vakteam && !register.vakteams.has(vakteam)) return "badInput";
  for (const date of [day, promisedDay]) {
    if (date && (!isDay(date) || date < dayOf(at))) return "dateMissing";
  }
  const filled: Dossier = {
    ...dossier,
    title: short(input.title, LONGEST_TITLE) ?? dossier.title,
    done: short(input.done) ?? dossier.done,
    driehoek: short(input.driehoek) ?? dossier.driehoek,
    asked: ASKED.find((one) => one === input.asked) ?? dossier.asked,
    weight: isWeight(input.weight) ? input.weight : dossier.weight,
    reference: short(input.reference, LONGEST_TITLE) ?? dossier.reference,
    due: day || promisedDay || dossier.due,
    shares: dossier.shares.map((share, index) => (index === 0 ? withPromise(share, input) : share)),
    draft: dossier.draft && { ...dossier.draft, vakteam: vakteam || dossier.draft.vakteam },
  };
  return asking(filled);
}

/** The dossier, asking for the first thing it still misses. */
export function asking(dossier: Dossier): Dossier {
  return dossier.draft ? { ...dossier, draft: { ...dossier.draft, asks: missingIn(dossier) } } : dossier;
}

function withPromise(share: KernShare, { kern, promised, promisedDay }: Inputs): KernShare {
  const text = short(promised) ?? share.promised?.text;
  const by = promisedDay || share.promised?.by;
  const given: Promised | undefined = text === undefined ? undefined : { text, by };
  return { ...share, kern: kern || share.kern, promised: given };
}

function isWeight(value: string | undefined): value is Dossier["weight"] {
  return value !== undefined && value in WEIGHTS;
}

function short(text: string | undefined, longest = LONGEST_TEXT): string | undefined {
  const trimmed = text?.trim().slice(0, longest);
  return trimmed === undefined || trimmed === "" ? undefined : trimmed;
}
