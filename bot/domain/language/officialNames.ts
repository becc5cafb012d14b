import type { Official, OfficialId } from "../official.ts";
import { editsBetween } from "./editDistance.ts";
import { foldedWords } from "./folding.ts";
import { DETERMINERS, PERSON_PREPOSITIONS, TITLES } from "./ordinaryWords.ts";
import type { Sentence, Word } from "./sentence.ts";
import { allowedEdits } from "./spelling.ts";

/** The officials a sentence names. */
export interface FoundOfficials {
  readonly officials: readonly OfficialId[];
  /** Positions of the words that are their names. */
  readonly positions: ReadonlySet<number>;
}

interface Names {
  readonly official: OfficialId;
  readonly words: readonly string[];
}

/** Finds officials by full name, first name or surname. Built once per register. */
export interface OfficialNames {
  readonly isFirstName: (word: string) => boolean;
  /** `taken` are positions that already mean something else. */
  find(sentence: Sentence, taken: ReadonlySet<number>, isWord: (word: string) => boolean): FoundOfficials;
}

/** Collects the names of people who still work here. */
export function makeOfficialNames(officials: Iterable<Official>): OfficialNames {
  const names: Names[] = [...officials]
    .filter((official) => official.active)
    .map((official) => ({ official: official.id, words: foldedWords(official.name) }))
    .filter(({ words }) => words.length > 0);
  const firstNames = new Set(names.map(({ words }) => words[0]));
  const byLetter = namesByLetter(names);
  return {
    isFirstName: (word) => firstNames.has(word),
    find(sentence, taken, isWord) {
      const officials = new Set<OfficialId>();
      const positions = new Set<number>();
      for (let start = 0; start < sentence.words.length; start++) {
        if (taken.has(start)) continue;
        const near = byLetter.get(sentence.words[start]?.text[0] ?? "") ?? [];
        const { found, length } = namedAt(near, sentence.words, start, isWord);
        for (const official of found) officials.add(official);
        if (found.length === 0) continue;
        for (let offset = 0; offset < length; offset++) positions.add(start + offset);
        start += length - 1;
      }
      return { officials: [...officials], positions };
    },
  };
}

/** Names by the first letter of a first name or surname: people rarely miss that one, and most names drop out. */
function namesByLetter(names: readonly Names[]): ReadonlyMap<string, readonly Names[]> {
  const byLetter = new Map<string, Names[]>();
  for (const name of names) {
    for (const letter of new Set([name.words[0]?.[0] ?? "", name.words.at(-1)?.[0] ?? ""])) {
      byLetter.set(letter, [...(byLetter.get(letter) ?? []), name]);
    }
  }
  return byLetter;
}

interface Named {
  readonly found: readonly OfficialId[];
  readonly length: number;
}

function namedAt(
  names: readonly Names[],
  words: readonly Word[],
  start: number,
  isWord: (word: string) => boolean,
): Named {
  const full = names.filter((name) => startsHere(name.words, words, start) && name.words.length > 1);
  if (full.length > 0) return { found: full.map(idOf), length: full[0]?.words.length ?? 1 };
  const typed = words[start];
  const previous = words[start - 1]?.text ?? "";
  if (typed === undefined || DETERMINERS.has(previous)) return { found: [], length: 0 };
  const isPerson = PERSON_PREPOSITIONS.has(previous) || TITLES.has(previous) || words.length === 1;
  if (isWord(typed.text) && !isPerson && !typed.capital) return { found: [], length: 0 };
  const isName = isPerson || typed.capital;
  const exact = names.filter(
    ({ words: name }) => typed.text === name[0] || (isName && typed.text === name.at(-1)),
  );
  if (exact.length > 0) return { found: exact.map(idOf), length: 1 };
  if (isWord(typed.text)) return { found: [], length: 0 };
  return { found: names.filter((name) => isCloseTo(typed.text, name.words, isPerson)).map(idOf), length: 1 };
}

/** A misspelt name. Short ones count only where a person is expected. */
function isCloseTo(typed: string, name: readonly string[], isPerson: boolean): boolean {
  return [name[0], ...(isPerson ? [name.at(-1)] : [])].some((wanted) => {
    if (wanted === undefined || wanted[0] !== typed[0]) return false;
    const edits = isPerson && wanted.length >= 4 ? 1 : allowedEdits(Math.min(wanted.length, typed.length));
    return edits > 0 && editsBetween(typed, wanted, edits) !== undefined;
  });
}

function startsHere(name: readonly string[], words: readonly Word[], start: number): boolean {
  return name.every((wanted, index) => {
    const typed = words[start + index]?.text;
    return (
      typed === wanted ||
      (typed !== undefined && editsBetween(typed, wanted, allowedEdits(wanted.length)) !== undefined)
    );
  });
}

function idOf(name: Names): OfficialId {
  return name.official;
}
