import MiniSearch from "minisearch";
import type { Topic, TopicId } from "../topic.ts";
import { foldedWords } from "./folding.ts";
import type { Lexicon } from "./lexicon.ts";
import { makePostings, type Posting } from "./postings.ts";
import { makeSpelling, type Spelling } from "./spelling.ts";
import { ARTICLES } from "./stopWords.ts";
import { TAAKVELD_NAMES } from "./taakvelden.ts";
import { isContent, termsOf, type Terms } from "./terms.ts";

/** The catalogue, ready to search. */
export interface TopicIndex {
  /** The topics that have a stem. Only for stems of the catalogue (`hasStem`), so that what is kept stays bounded. */
  postings(stem: string): readonly Posting[];
  /** The name and the synonyms of each topic, by each stem in them. */
  readonly names: ReadonlyMap<TopicId, ReadonlyMap<string, readonly TopicName[]>>;
  /** Topics that are another organisation's task. */
  readonly elsewhere: ReadonlySet<TopicId>;
  /** Every word of the catalogue, folded, to correct misspelt ones towards. */
  readonly spelling: Spelling;
  /** Terms of a folded word. */
  terms(word: string): Terms;
  /** Whether the catalogue has this stem anywhere. */
  hasStem(stem: string): boolean;
  /** Whether a name or synonym has this very word. */
  hasNameWord(word: string): boolean;
  /** How much finding this stem tells, 0..1: 1 when one topic has it of itself, near 0 when all have. */
  rarity(stem: string): number;
}

/** One name or synonym of a topic. */
export interface TopicName {
  readonly words: readonly Terms[];
  /** Words that tell nothing by themselves but do belong to the name: "tweede" in "tweede paspoort". */
  readonly smallWords: number;
  /** It is the topic's name, not a synonym. */
  readonly isOwnName: boolean;
}

/** One topic as stems per field; the fields weigh differently. */
interface Entry {
  readonly id: TopicId;
  readonly names: string;
  readonly parts: string;
  readonly description: string;
  readonly background: string;
}

/** How much a word counts by where the catalogue has it. */
const FIELD_WEIGHTS = { names: 3, parts: 1.5, description: 1, background: 0.5 };

// Less for repeated words than usual: a topic with many synonyms around one word is not more about it.
const BM25 = { k: 0.4, b: 0.4, d: 0.5 };

/** Builds the index; costs a fraction of a second for some hundreds of topics. */
export function indexTopics(topics: ReadonlyMap<TopicId, Topic>, lexicon: Lexicon): TopicIndex {
  const known = new Map<string, Terms>();
  const nameWords = new Set<string>();
  const names = new Map<TopicId, ReadonlyMap<string, readonly TopicName[]>>();
  const topicsWithStem = new Map<string, number>();

  const terms = (word: string): Terms => known.get(word) ?? termsOf(word, lexicon);
  const termsIn = (text: string): Terms[] =>
    foldedWords(text)
      .filter(isContent)
      .map((word) => {
        const found = terms(word);
        known.set(word, found);
        return found;
      });

  const search = new MiniSearch<Entry>({
    fields: Object.keys(FIELD_WEIGHTS),
    tokenize: (text) => text.split(" "),
    processTerm: (term) => (term === "" ? null : term),
    searchOptions: { boost: FIELD_WEIGHTS, bm25: BM25 },
  });
  for (const topic of topics.values()) {
    const parent = topic.parent === undefined ? undefined : topics.get(topic.parent);
    const own = [topic.name, ...topic.synonyms];
    const inNames = own.map((name, position) => ({
      words: termsIn(name),
      smallWords: smallWordsIn(name),
      isOwnName: position === 0,
    }));
    const inDescription = termsIn(topic.description);
    const around = [
      parent?.name ?? "",
      ...(parent?.synonyms ?? []),
      TAAKVELD_NAMES.get(topic.taakveld) ?? "",
    ];
    const inBackground = around.flatMap(termsIn);
    const nameTerms = inNames.flatMap(({ words }) => words);
    search.add({
      id: topic.id,
      names: nameTerms.map(({ whole }) => whole).join(" "),
      parts: nameTerms.flatMap(({ parts }) => parts).join(" "),
      description: inDescription.flatMap(({ stems }) => stems).join(" "),
      background: inBackground.flatMap(({ stems }) => stems).join(" "),
    });
    names.set(topic.id, namesByStem(inNames));
    for (const word of own.flatMap(foldedWords)) nameWords.add(word);
    for (const stem of new Set([...nameTerms, ...inDescription].flatMap(({ stems }) => stems))) {
      topicsWithStem.set(stem, (topicsWithStem.get(stem) ?? 0) + 1);
    }
  }
  const mostTopics = Math.log(topics.size + 1);
  return {
    postings: makePostings(search),
    names,
    elsewhere: new Set(
      [...topics.values()].filter((topic) => topic.elsewhere !== undefined).map(({ id }) => id),
    ),
    spelling: makeSpelling(known.keys()),
    terms,
    hasStem: (stem) => topicsWithStem.has(stem),
    hasNameWord: (word) => nameWords.has(word),
    rarity: (stem) => 1 - Math.log(topicsWithStem.get(stem) ?? 1) / mostTopics,
  };
}

function namesByStem(names: readonly TopicName[]): ReadonlyMap<string, readonly TopicName[]> {
  const byStem = new Map<string, TopicName[]>();
  for (const name of names) {
    for (const stem of new Set(name.words.flatMap(({ stems }) => stems))) {
      const others = byStem.get(stem);
      if (others === undefined) byStem.set(stem, [name]);
      else others.push(name);
    }
  }
  return byStem;
}

function smallWordsIn(name: string): number {
  return foldedWords(name).filter((word) => !isContent(word) && !ARTICLES.has(word)).length;
}
