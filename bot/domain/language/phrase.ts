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
    matchAt: (words, start) => matchFrom(steps, 0, words, start, true),
  };
}

/** Phrases ordered by how they begin, so that a word is held against few of them. */
export interface Phrases {
  readonly byBeginning: ReadonlyMap<string, readonly Phrase[]>;
  readonly others: readonly Phrase[];
}

/** Compiles a table of notations, one a line. */
export function phrases(table: string): Phrases {
  const compiled = table
    .trim()
    .split("\n")
    .map((line) => phrase(line.trim()));
  const byBeginning = new Map<string, Phrase[]>();
  for (const one of compiled) {
    for (const word of one.beginnings ?? []) byBeginning.set(word, [...(byBeginning.get(word) ?? []), one]);
  }
  return { byBeginning, others: compiled.filter((one) => one.beginnings === undefined) };
}

/** Positions of all words that belong to one of these phrases; empty when none is there. */
export function positionsOf({ byBeginning, others }: Phrases, words: readonly Word[]): ReadonlySet<number> {
  const positions = new Set<number>();
  words.forEach(({ text }, start) => {
    for (const one of [...(byBeginning.get(text) ?? []), ...others]) {
      for (const position of one.matchAt(words, start) ?? []) positions.add(position);
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
