import { editsBetween } from "./editDistance.ts";
import type { Word } from "./sentence.ts";

/**
 * A turn of phrase to look for, compiled from a small notation. Words stand in order; "a/b" is one word or the
 * other, "word*" any word that begins so, "word?" may be missing, ".." skips up to four words. Long words may be
 * misspelt. A phrase never runs on into the next sentence.
 */
export interface Phrase {
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

/** Phrases by how they may begin, so that a word is held against few of them. */
export interface Phrases {
  /** By first word, for phrases that begin with a word spelled exactly so. */
  readonly byWord: ReadonlyMap<string, readonly Phrase[]>;
  /** The others by first letter: that one is never misspelt. */
  readonly byLetter: ReadonlyMap<string, readonly Phrase[]>;
}

/** Compiles a table of notations, one a line. */
export function phrases(table: string): Phrases {
  const compiled = table
    .trim()
    .split("\n")
    .map((line) => phrase(line.trim()));
  const byWord = new Map<string, Phrase[]>();
  const byLetter = new Map<string, Phrase[]>();
  for (const one of compiled) {
    const [index, keys] = one.beginnings ? [byWord, one.beginnings] : [byLetter, one.letters];
    for (const key of keys) index.set(key, [...(index.get(key) ?? []), one]);
  }
  return { byWord, byLetter };
}

/** Positions of all words that belong to one of these phrases; empty when none is there. */
export function positionsOf({ byWord, byLetter }: Phrases, words: readonly Word[]): ReadonlySet<number> {
  const positions = new Set<number>();
  words.forEach(({ text }, start) => {
    for (const found of [byWord.get(text), byLetter.get(text[0] ?? "")]) {
      for (const one of found ?? []) {
        for (const position of one.matchAt(words, start) ?? []) positions.add(position);
      }
    }
  });
  return positions;
}

function stepsOf(notation: string): readonly Step[] {
  const steps: Step[] = [];
  let mostSkipped = 0;
  for (const part of notation.split(" ")) {
    if (part === "..") {
      mostSkipped = MOST_SKIPPED;
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
