import { editsBetween } from "./editDistance.ts";
import { allowedEdits } from "./spelling.ts";

/**
 * A turn of phrase to look for, compiled from a small notation. Words stand in order; "a/b" is one word or the
 * other, "word*" any word that begins so, "word?" may be missing, ".." skips up to four words. Long words may be
 * misspelt.
 */
export interface Phrase {
  /** Positions of the words the phrase is made of when it starts at `start`; undefined when it does not. */
  matchAt(words: readonly string[], start: number): readonly number[] | undefined;
}

interface Step {
  readonly options: readonly ((typed: string) => boolean)[];
  readonly optional: boolean;
  readonly mostSkipped: number;
}

const MOST_SKIPPED = 4;

/** Compiles the notation. */
export function phrase(notation: string): Phrase {
  const steps = stepsOf(notation);
  return { matchAt: (words, start) => matchFrom(steps, 0, words, start, true) };
}

/** Positions of all words that belong to one of these phrases; empty when none is there. */
export function positionsOf(phrases: readonly Phrase[], words: readonly string[]): ReadonlySet<number> {
  const positions = new Set<number>();
  for (const one of phrases) {
    for (let start = 0; start < words.length; start++) {
      for (const position of one.matchAt(words, start) ?? []) positions.add(position);
    }
  }
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
  const edits = wanted.length < 7 ? 0 : allowedEdits(wanted.length - 2);
  return (typed) =>
    typed === wanted ||
    (edits > 0 && typed[0] === wanted[0] && editsBetween(typed, wanted, edits) !== undefined);
}

function matchFrom(
  steps: readonly Step[],
  index: number,
  words: readonly string[],
  position: number,
  isFirst: boolean,
): readonly number[] | undefined {
  const step = steps[index];
  if (step === undefined) return [];
  const last = position + (isFirst ? 0 : step.mostSkipped);
  for (let here = position; here <= last && here < words.length; here++) {
    const typed = words[here];
    if (typed === undefined || !step.options.some((fits) => fits(typed))) continue;
    const rest = matchFrom(steps, index + 1, words, here + 1, false);
    if (rest !== undefined) return [here, ...rest];
  }
  return step.optional ? matchFrom(steps, index + 1, words, position, isFirst) : undefined;
}
