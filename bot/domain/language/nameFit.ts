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

/** The typed words, ready to be held against many names. */
export interface TypedWords {
  /** Their stems, and the stems of their parts. */
  readonly stems: ReadonlySet<string>;
  /** The typed words that a word of a name is like; worked out once for each word, which many names share. */
  likeTo(word: Terms): readonly Likeness[];
  readonly count: number;
  /** Their mass together, each by how much of it was found. */
  massOf(found: readonly number[]): number;
}

interface Likeness {
  /** Which of the typed words. */
  readonly at: number;
  /** 1 for the same word, surely meant; less for shared parts and corrections. */
  readonly same: number;
}

export function typedWords(query: readonly QueryWord[]): TypedWords {
  const stems = new Set(query.flatMap(({ terms }) => terms.stems));
  const known = new Map<Terms, readonly Likeness[]>();
  return {
    stems,
    count: query.length,
    massOf: (found) => query.reduce((sum, { mass }, at) => sum + mass * (found[at] ?? 0), 0),
    likeTo(word) {
      let found = known.get(word);
      if (found === undefined) {
        found = word.stems.some((stem) => stems.has(stem)) ? likenesses(query, word) : NONE;
        known.set(word, found);
      }
      return found;
    },
  };
}

const NONE: readonly Likeness[] = [];

function likenesses(query: readonly QueryWord[], word: Terms): readonly Likeness[] {
  return query
    .map(({ terms, trust }, at) => ({ at, same: likenessOf(terms, word) * trust }))
    .filter(({ same }) => same > 0);
}

/** The name that fits best: many of the typed words, and little else. `names` are those of one topic, by stem. */
export function bestNameFit(
  names: ReadonlyMap<string, readonly TopicName[]> | undefined,
  typed: TypedWords,
): NameFit {
  let best = NO_FIT;
  const seen = new Set<TopicName>();
  for (const stem of typed.stems) {
    for (const name of names?.get(stem) ?? []) {
      if (seen.has(name)) continue;
      seen.add(name);
      const fit = nameFit(name, typed);
      if (isBetter(fit, best)) best = fit;
    }
  }
  return best;
}

function isBetter(a: NameFit, b: NameFit): boolean {
  const difference = a.mass * a.share - b.mass * b.share;
  return difference > 0 || (difference === 0 && a.isOwnName && !b.isOwnName);
}

function nameFit({ words, smallWords, isOwnName }: TopicName, typed: TypedWords): NameFit {
  const best = new Array<number>(typed.count).fill(0);
  let sum = 0;
  for (const word of words) {
    let closest = 0;
    for (const { at, same } of typed.likeTo(word)) {
      if (same > (best[at] ?? 0)) best[at] = same;
      if (same > closest) closest = same;
    }
    sum += closest;
  }
  const length = words.length + smallWords * LENGTH_OF_A_SMALL_WORD;
  return { mass: typed.massOf(best), share: sum / length, isOwnName };
}

/** 1 for the same word; for compounds the share of their parts they have in common. */
function likenessOf(a: Terms, b: Terms): number {
  if (a.whole === b.whole) return 1;
  const partsOfA = a.parts.length > 0 ? a.parts : [a.whole];
  const partsOfB = b.parts.length > 0 ? b.parts : [b.whole];
  const shared = partsOfA.filter((part) => partsOfB.includes(part)).length;
  return (WORTH_OF_SHARED_PARTS * shared) / Math.max(partsOfA.length, partsOfB.length);
}
