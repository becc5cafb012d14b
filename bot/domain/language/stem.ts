import snowball from "snowball-stemmers";
import { diminutiveBases } from "./inflection.ts";

const snowballDutch = snowball.newStemmer("dutch");
// Stemming is the slowest step of reading and the same words come back all the time.
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/** The stem of a folded Dutch word: lantaarnpalen, lantaarnpaal, lantaarnpaaltje → lantarnpal; huizen, huis → huis. */
export function stemOf(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const base = withoutDiminutive(word);
  const stem = stemWithVowel(base, snowballDutch.stem(base));
  if (known.size < MOST_KNOWN) known.set(word, stem);
  return stem;
}

function withoutDiminutive(word: string): string {
  if (word.length < 6 || !/jes?$/.test(word)) return word;
  return diminutiveBases(word.replace(/jes?$/, "")).at(-1) ?? word;
}

// Their vowel is short, yet the plural is written with one consonant: weg, wegen; dak, daken.
const SHORT_BEFORE_ONE_CONSONANT = new Set(
  "bad blad dag dak gat glas god graf hof hol lof lot pad schot slag slot vat".split(" "),
);

/** Snowball writes boom, bomen and bom alike; the long vowel is put back: boom, boom, bom. */
function stemWithVowel(word: string, snowballStem: string): string {
  const stem = closed(snowballStem);
  const [, onset, vowel, coda] = /^([^aeiou]*)([aou])([^aeiouy])$/.exec(snowballStem) ?? [];
  if (onset === undefined || vowel === undefined || coda === undefined) return stem;
  const long = closed(onset + vowel + vowel + coda);
  if (word.startsWith(onset + vowel + vowel)) return long;
  const isOpen = word.startsWith(snowballStem + "e");
  return isOpen && !SHORT_BEFORE_ONE_CONSONANT.has(stem) ? long : stem;
}

/** Snowball leaves huiz beside huis and vergunn beside vergun; one spelling for both. */
function closed(stem: string): string {
  if (stem.length < 3) return stem;
  const single = stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
  return single.replace(/z$/, "s").replace(/v$/, "f");
}

/**
 * Other stems a verb form may stand for: "opgehaald" → stem of ophaal, "gedumpt" → dump, "verstopt" → verstop.
 * For when the plain stem says nothing.
 */
export function verbStems(word: string): string[] {
  const participle =
    /^(aan|af|bij|dicht|door|in|los|mee|neer|om|op|over|terug|toe|uit|vast|vol|weg)?ge(.{3,})$/.exec(word);
  const forms: string[] = [];
  if (participle !== null) forms.push((participle[1] ?? "") + (participle[2] ?? "").replace(/[dt]$/, ""));
  if (/..[dt]e?n?$/.test(word)) forms.push(word.replace(/[dt]e?n?$/, ""));
  return forms.map(stemOf);
}
