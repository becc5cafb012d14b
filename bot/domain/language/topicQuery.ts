import type { Lexicon } from "./lexicon.ts";
import { verbStems } from "./stem.ts";
import { WEAK_WORDS } from "./stopWords.ts";
import type { TopicIndex } from "./topicIndex.ts";

/** One word of a sentence as it is looked up: stems with what a hit on them is worth, 0..1. */
export interface QueryWord {
  readonly stem: string;
  /** Stems of the words inside it, when it is a compound. */
  readonly parts: readonly string[];
  readonly weights: ReadonlyMap<string, number>;
  /** How much this word says about the subject, 0..1. */
  readonly importance: number;
}

const WORTH_OF_A_PART = 0.6;
const WORTH_OF_A_CORRECTION = 0.8;
const WORTH_OF_A_VERB_STEM = 0.8;
const IMPORTANCE_OF_A_WEAK_WORD = 0.35;

/** Works out what to look up for a folded content word; misspelt words are corrected towards the catalogue. */
export function queryWord(word: string, index: TopicIndex, lexicon: Lexicon): QueryWord {
  const { whole, parts } = index.terms(word);
  const weights = new Map<string, number>();
  const add = (stem: string, worth: number): void => {
    if (index.stems.has(stem)) weights.set(stem, Math.max(worth, weights.get(stem) ?? 0));
  };
  add(whole, 1);
  if (weights.size === 0) for (const stem of verbStems(word)) add(stem, WORTH_OF_A_VERB_STEM);
  for (const part of parts) add(part, WORTH_OF_A_PART);
  let stem = whole;
  if (!index.stems.has(whole) && !lexicon.isWord(word)) {
    for (const corrected of index.spelling.nearest(word)) {
      const terms = index.terms(corrected);
      stem = terms.whole;
      add(terms.whole, WORTH_OF_A_CORRECTION);
      for (const part of terms.parts) add(part, WORTH_OF_A_CORRECTION * WORTH_OF_A_PART);
    }
  }
  return { stem, parts, weights, importance: WEAK_WORDS.has(word) ? IMPORTANCE_OF_A_WEAK_WORD : 1 };
}
