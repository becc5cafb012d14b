import { ABBREVIATIONS } from "./abbreviations.ts";
import { compoundParts } from "./compound.ts";
import type { Lexicon } from "./lexicon.ts";
import { stemOf } from "./stem.ts";
import { STOP_WORDS } from "./stopWords.ts";

/** What a word is searched by: its own stem, and the stems of the words inside it. */
export interface Terms {
  readonly whole: string;
  /** Stems of the parts of a compound, and of the words an abbreviation stands for. */
  readonly parts: readonly string[];
  /** All of them, each once. */
  readonly stems: readonly string[];
}

/** Terms of a folded word: "lantaarnpalen" → lantarnpal with lantarn and pal. */
export function termsOf(word: string, lexicon: Lexicon): Terms {
  const longForm = ABBREVIATIONS.get(word)?.split(" ") ?? [];
  const inside = [
    ...compoundParts(word, lexicon),
    ...longForm,
    ...longForm.flatMap((w) => compoundParts(w, lexicon)),
  ];
  const whole = stemOf(word);
  const parts = [...new Set(inside.filter((part) => !STOP_WORDS.has(part)).map(stemOf))];
  return { whole, parts, stems: [...new Set([whole, ...parts])] };
}

/** Whether a folded word says something about the subject. */
export function isContent(word: string): boolean {
  return word.length > 1 && !STOP_WORDS.has(word) && (word === "112" || !/^\d+$/.test(word));
}
