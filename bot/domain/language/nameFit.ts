import type { TopicName } from "./topicIndex.ts";
import type { Terms } from "./terms.ts";
import type { QueryWord } from "./topicQuery.ts";

/** How well one name or synonym fits what was typed. */
export interface NameFit {
  /** Mass of the typed words that the name has. */
  readonly mass: number;
  /** Share of the name that was typed, 0..1. */
  readonly share: number;
  /** It is the topic's name, not a synonym. */
  readonly isOwnName: boolean;
}

/** What sharing parts of a compound is worth against having the same word. */
const WORTH_OF_SHARED_PARTS = 0.8;
/** What a small word of the name that cannot be found counts in its length. */
const LENGTH_OF_A_SMALL_WORD = 0.4;

const NO_FIT: NameFit = { mass: 0, share: 0, isOwnName: false };
const NONE: readonly QueryWord[] = [];

/** The typed words by each of their stems. */
export type QueryByStem = ReadonlyMap<string, readonly QueryWord[]>;

/** Orders typed words by their stems and the stems of their parts. */
export function byStem(query: readonly QueryWord[]): QueryByStem {
  const words = new Map<string, QueryWord[]>();
  for (const word of query) {
    for (const stem of word.terms.stems) {
      const others = words.get(stem);
      if (others === undefined) words.set(stem, [word]);
      else others.push(word);
    }
  }
  return words;
}

/** The name that fits best: many of the typed words, and little else. `names` are those of one topic, by stem. */
export function bestNameFit(
  names: ReadonlyMap<string, readonly TopicName[]> | undefined,
  query: QueryByStem,
): NameFit {
  let best = NO_FIT;
  for (const name of new Set([...query.keys()].flatMap((stem) => names?.get(stem) ?? []))) {
    const fit = nameFit(name, query);
    if (isBetter(fit, best)) best = fit;
  }
  return best;
}

function isBetter(a: NameFit, b: NameFit): boolean {
  const difference = a.mass * a.share - b.mass * b.share;
  return difference > 0 || (difference === 0 && a.isOwnName && !b.isOwnName);
}

function nameFit({ words, smallWords, isOwnName }: TopicName, query: QueryByStem): NameFit {
  let likeness: Map<QueryWord, number> | undefined;
  let typed = 0;
  for (const word of words) {
    let closest = 0;
    for (const stem of word.stems) {
      for (const candidate of query.get(stem) ?? NONE) {
        const same = likenessOf(candidate.terms, word) * candidate.trust;
        likeness ??= new Map();
        likeness.set(candidate, Math.max(same, likeness.get(candidate) ?? 0));
        if (same > closest) closest = same;
      }
    }
    typed += closest;
  }
  if (likeness === undefined) return NO_FIT;
  let mass = 0;
  for (const [word, same] of likeness) mass += word.mass * same;
  return { mass, share: typed / (words.length + smallWords * LENGTH_OF_A_SMALL_WORD), isOwnName };
}

/** 1 for the same word; for compounds the share of their parts they have in common. */
function likenessOf(a: Terms, b: Terms): number {
  if (a.whole === b.whole) return 1;
  const partsOfA = a.parts.length > 0 ? a.parts : [a.whole];
  const partsOfB = b.parts.length > 0 ? b.parts : [b.whole];
  const shared = partsOfA.filter((part) => partsOfB.includes(part)).length;
  return (WORTH_OF_SHARED_PARTS * shared) / Math.max(partsOfA.length, partsOfB.length);
}
