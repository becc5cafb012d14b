import { editsBetween } from "./editDistance.ts";
import type { Word } from "./sentence.ts";

/**
 * A turn of phrase to look for, compiled from a small notation. Words stand in order; "a/b" is one word or the
 * other, "word*" any word that begins so, "word?" may be missing, ".." skips up to four words and ".. .." up to eight. Long words may be
 * misspelt. A phrase never runs on into the next sentence.
 */
interface Phrase {
  /** The words it can begin with, when those are few and spelled exactly; undefined when it may begin otherwise. */
  readonly beginnings: readonly string[] | undefined;
  /** The first letters it can begin with. */
  readonly letters: ReadonlySet<string>;
  /** Positions of the words the phrase is made of when it starts at `start`; undefined when it does not. */
  matchAt(words: readonly Word[], start: number): readonly number[] | undefined;
}

interface Step {
  readonly options: readonly ((typed: string) => boolean)[];
  readonly optional: boolean;
  readonly mostSkipped: number;
}

const MOST_SKIPPED = 4;
// Phrases decide what somebody wants, so stricter than topics: "gezonde" must not be read as "gewonde".
const SHORTEST_MISSPELT = 8;
const SHORTEST_TWICE_MISSPELT = 12;

function phrase(notation: string): Phrase {
  const steps = stepsOf(notation);
  const beginnings = notation.split(" ", 1)[0]?.split("/") ?? [];
  const exact = beginnings.every((word) => /^[a-z0-9]+$/.test(word) && word.length < SHORTEST_MISSPELT);
  return {
    beginnings: exact ? beginnings : undefined,
    letters: lettersOf(notation.split(" ")),
    matchAt: (words, start) => matchFrom(steps, 0, words, start, true),
  };
}

/** First letters of the first word, and of the next as long as one may be missing. */
function lettersOf(parts: readonly string[]): ReadonlySet<string> {
  const needed = parts.findIndex((part) => !part.endsWith("?"));
  const options = parts.slice(0, needed + 1).flatMap((part) => part.split("/"));
  return new Set(options.map((option) => option[0] ?? ""));
}

/** Several tables of notations, found in one go over a sentence. */
export interface PhraseBook<Name extends string> {
  /** For each table, the positions of all words that belong to one of its phrases; absent when none is there. */
  find(words: readonly Word[]): ReadonlyMap<Name, ReadonlySet<number>>;
}

type Entry<Name> = readonly [table: Name, phrase: Phrase];

/** Compiles tables of notations, one phrase a line. A word is held against the few that may begin with it. */
export function phraseBook<Name extends string>(tables: Readonly<Record<Name, string>>): PhraseBook<Name> {
  /** For phrases that begin with a word spelled exactly so. */
  const byWord = new Map<string, Entry<Name>[]>();
  /** The others by first letter: that one is never misspelt. */
  const byLetter = new Map<string, Entry<Name>[]>();
  for (const table of Object.keys(tables) as Name[]) {
    for (const line of tables[table].trim().split("\n")) {
      const one = phrase(line.trim());
      const [index, keys] = one.beginnings ? [byWord, one.beginnings] : [byLetter, one.letters];
      for (const key of keys) index.set(key, [...(index.get(key) ?? []), [table, one]]);
    }
  }
  return {
    find(words) {
      const found = new Map<Name, Set<number>>();
      words.forEach(({ text }, start) => {
        for (const entries of [byWord.get(text), byLetter.get(text[0] ?? "")]) {
          for (const [table, one] of entries ?? []) {
            const positions = one.matchAt(words, start);
            if (positions === undefined) continue;
            const all = found.get(table) ?? new Set();
            found.set(table, all);
            for (const position of positions) all.add(position);
          }
        }
      });
      return found;
    },
  };
}

function stepsOf(notation: string): readonly Step[] {
  const steps: Step[] = [];
  let mostSkipped = 0;
  for (const part of notation.split(" ")) {
    if (part === "..") {
      mostSkipped += MOST_SKIPPED;
      continue;
    }
    const optional = part.endsWith("?");
    const options = (optional ? part.slice(0, -1) : part).split("/").map(optionOf);
    steps.push({ options, optional, mostSkipped });
    mostSkipped = 0;
  }
  return steps;
}

function optionOf(wanted: string): (typed: string) => boolean {
  if (wanted.endsWith("*")) {
    const beginning = wanted.slice(0, -1);
    return (typed) => typed.startsWith(beginning);
  }
  const edits = wanted.length < SHORTEST_MISSPELT ? 0 : wanted.length < SHORTEST_TWICE_MISSPELT ? 1 : 2;
  return (typed) =>
    typed === wanted ||
    (edits > 0 && typed[0] === wanted[0] && editsBetween(typed, wanted, edits) !== undefined);
}

function matchFrom(
  steps: readonly Step[],
  index: number,
  words: readonly Word[],
  position: number,
  isFirst: boolean,
): readonly number[] | undefined {
  const step = steps[index];
  if (step === undefined) return [];
  const last = position + (isFirst ? 0 : step.mostSkipped);
  for (let here = position; here <= last && here < words.length; here++) {
    const word = words[here];
    if (word === undefined || (word.opens && !isFirst)) break;
    if (!step.options.some((fits) => fits(word.text))) continue;
    const rest = matchFrom(steps, index + 1, words, here + 1, false);
    if (rest !== undefined) return [here, ...rest];
  }
  return step.optional ? matchFrom(steps, index + 1, words, position, isFirst) : undefined;
}
