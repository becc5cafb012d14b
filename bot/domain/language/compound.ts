import type { Lexicon } from "./lexicon.ts";

// What Dutch puts between the parts of a compound, and how much less likely that makes a split.
const LINKS: readonly (readonly [link: string, cost: number])[] = [
  ["", 0],
  ["s", 0.3],
  ["en", 0.5],
  ["e", 1.2],
  ["er", 1.5],
  ["n", 2],
];
const SHORTEST_PART = 3;
const SHORTEST_COMPOUND = 6;
const MOST_PARTS = 4;
const COST_OF_A_PART = 4;

interface Split {
  readonly parts: readonly string[];
  readonly cost: number;
}

/**
 * The words a compound is made of: "hondenlosloopveldje" → hond, los, loop, veld. Few and long parts win. When only
 * one side is known (a typo, a name: "Boonstraplein") that side is given. Empty when the word is no compound.
 */
export function compoundParts(word: string, lexicon: Lexicon): readonly string[] {
  if (word.length < SHORTEST_COMPOUND) return [];
  return split(word, lexicon, MOST_PARTS)?.parts ?? knownSide(word, lexicon);
}

function split(word: string, lexicon: Lexicon, partsLeft: number): Split | undefined {
  let best: Split | undefined;
  for (const { part, rest, cost } of beginnings(word, lexicon)) {
    const end = lexicon.ending(rest);
    const tail =
      end !== undefined
        ? { parts: [end], cost: costOf(end) }
        : partsLeft > 2
          ? split(rest, lexicon, partsLeft - 1)
          : undefined;
    if (tail === undefined) continue;
    const total = cost + tail.cost;
    if (best === undefined || total < best.cost) best = { parts: [part, ...tail.parts], cost: total };
  }
  return best;
}

/** Every known word this one may begin with, longest first, with what remains after it and its link. */
function* beginnings(word: string, lexicon: Lexicon) {
  for (let cut = word.length - SHORTEST_PART; cut >= SHORTEST_PART; cut--) {
    const head = word.slice(0, cut);
    for (const [link, linkCost] of LINKS) {
      const part = head.slice(0, head.length - link.length);
      if (part.length < SHORTEST_PART || !head.endsWith(link) || !lexicon.mayBegin(part)) continue;
      yield { part, rest: word.slice(cut), cost: linkCost + costOf(part) };
    }
  }
}

/** Each part costs, short ones more: they turn up inside other words by chance. */
function costOf(part: string): number {
  return COST_OF_A_PART + 8 / part.length;
}

const LONG_SIDE = 5;
const OTHER_SIDE = 4;

function knownSide(word: string, lexicon: Lexicon): readonly string[] {
  if (word.length < LONG_SIDE + OTHER_SIDE || lexicon.isWord(word)) return [];
  for (let cut = OTHER_SIDE; cut <= word.length - LONG_SIDE; cut++) {
    const end = lexicon.ending(word.slice(cut));
    if (end !== undefined) return [end];
  }
  for (const { part, rest } of beginnings(word, lexicon)) {
    if (part.length >= LONG_SIDE && rest.length >= OTHER_SIDE) return [part];
  }
  return [];
}
