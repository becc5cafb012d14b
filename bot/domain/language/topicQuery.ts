import type { Lexicon } from "./lexicon.ts";
import { allowedEdits } from "./spelling.ts";
import { verbStems } from "./stem.ts";
import { WEAK_WORDS } from "./stopWords.ts";
import type { Terms } from "./terms.ts";
import type { TopicIndex } from "./topicIndex.ts";

/** One word of a sentence as it is looked up. */
export interface QueryWord {
  /** What it is compared by; of the corrected word when it was misspelt. */
  readonly terms: Terms;
  /** Stems to look up, with what a hit on each is worth, 0..1. Empty when the catalogue has nothing like it. */
  readonly hits: ReadonlyMap<string, number>;
  /** How much words like this say, whatever the catalogue: less for "kapot" and "nieuw". */
  readonly importance: number;
  /** How much this word says about the subject: importance times rarity. */
  readonly mass: number;
  /** How sure it is that this word was meant, 0..1. */
  readonly trust: number;
}

const WORTH_OF_A_PART = 0.6;
/** Once the catalogue has the compound itself its parts say little: a paspoort is no poort. */
const WORTH_BESIDE_THE_WHOLE = 0.3;
const TRUST_IN_A_CORRECTION = 0.8;
const IMPORTANCE_OF_A_WEAK_WORD = 0.35;
const IMPORTANCE_OF_A_PLACE = 0.6;
/** Words the catalogue lacks are mostly names of streets and people; they say less than their rarity. */
const MASS_OF_AN_UNKNOWN_WORD = 0.5;

/**
 * Works out what to look up for a folded content word; misspelt words are corrected towards the catalogue. A word that
 * only tells where ("boom bij de school") counts less.
 */
export function queryWord(typed: string, isPlace: boolean, index: TopicIndex, lexicon: Lexicon): QueryWord {
  const { word, trust } = asInCatalogue(typed, index, lexicon);
  const terms = index.terms(word);
  const hits = new Map<string, number>();
  const isListed = index.hasStem(terms.whole);
  if (isListed) hits.set(terms.whole, trust);
  else for (const stem of verbStems(word)) if (index.hasStem(stem)) hits.set(stem, TRUST_IN_A_CORRECTION);
  const worthOfPart = isListed ? WORTH_BESIDE_THE_WHOLE : WORTH_OF_A_PART;
  for (const part of terms.parts) {
    if (index.hasStem(part) && !hits.has(part)) hits.set(part, trust * worthOfPart);
  }
  const rarest = Math.max(...[...hits.keys()].map((stem) => index.rarity(stem)));
  const strength = hits.size === 0 ? MASS_OF_AN_UNKNOWN_WORD : rarest;
  const ofKind = WEAK_WORDS.has(typed) ? IMPORTANCE_OF_A_WEAK_WORD : 1;
  const importance = ofKind * (isPlace ? IMPORTANCE_OF_A_PLACE : 1);
  return { terms, hits, importance, mass: strength * importance, trust };
}

/** The word itself, or the one in the catalogue that it misspells. */
function asInCatalogue(typed: string, index: TopicIndex, lexicon: Lexicon): { word: string; trust: number } {
  const { whole, parts } = index.terms(typed);
  if (index.hasStem(whole) || lexicon.isWord(typed)) return { word: typed, trust: 1 };
  const isCompound = parts.length > 1;
  const corrected = index.spelling.nearest(typed, allowedEdits(typed.length) - (isCompound ? 1 : 0))[0];
  return corrected === undefined
    ? { word: typed, trust: 1 }
    : { word: corrected, trust: TRUST_IN_A_CORRECTION };
}
