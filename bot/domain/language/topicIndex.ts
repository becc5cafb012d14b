import MiniSearch from "minisearch";
import type { Topic, TopicId } from "../topic.ts";
import { foldedWords } from "./folding.ts";
import type { Lexicon } from "./lexicon.ts";
import { makeSpelling, type Spelling } from "./spelling.ts";
import { stemOf } from "./stem.ts";
import { TAAKVELD_NAMES } from "./taakvelden.ts";
import { isContent, termsOf, type Terms } from "./terms.ts";

/** The catalogue, ready to search. */
export interface TopicIndex {
  readonly search: MiniSearch<Entry>;
  /** Every stem that occurs anywhere in the catalogue. */
  readonly stems: ReadonlySet<string>;
  /** Every word of the catalogue, to correct misspelt ones towards. */
  readonly spelling: Spelling;
  /** Topics by the stems of one of their names, in order and separated by spaces. */
  readonly byName: ReadonlyMap<string, readonly TopicId[]>;
  /** Stems of the words in the topic's name and synonyms, compounds left whole. */
  readonly ownWords: ReadonlyMap<TopicId, ReadonlySet<string>>;
  terms(word: string): Terms;
}

/** One topic as text per field; the fields weigh differently. */
interface Entry {
  readonly id: TopicId;
  readonly names: string;
  readonly parts: string;
  readonly description: string;
  readonly background: string;
}

/** How much a word counts by where the catalogue has it. */
const FIELD_WEIGHTS = { names: 3, parts: 1.5, description: 1, background: 0.5 };

/** Builds the index; costs a fraction of a second for some hundreds of topics. */
export function indexTopics(topics: ReadonlyMap<TopicId, Topic>, lexicon: Lexicon): TopicIndex {
  const known = new Map<string, Terms>();
  const stems = new Set<string>();
  const words = new Set<string>();
  const byName = new Map<string, TopicId[]>();
  const ownWords = new Map<TopicId, ReadonlySet<string>>();

  function termsIn(texts: readonly string[]): Terms[] {
    return texts.flatMap(foldedWords).filter(isContent).map((word) => {
      const terms = known.get(word) ?? termsOf(word, lexicon);
      known.set(word, terms);
      words.add(word);
      for (const stem of [terms.whole, ...terms.parts]) stems.add(stem);
      return terms;
    });
  }

  const search = new MiniSearch<Entry>({
    fields: Object.keys(FIELD_WEIGHTS),
    tokenize: (text) => text.split(" "),
    processTerm: (term) => (term === "" ? null : term),
    searchOptions: { boost: FIELD_WEIGHTS, bm25: { k: 1.2, b: 0.4, d: 0.3 } },
  });
  for (const topic of topics.values()) {
    const own = [topic.name, ...topic.synonyms];
    const parent = topic.parent === undefined ? undefined : topics.get(topic.parent);
    const inNames = termsIn(own);
    const inDescription = termsIn([topic.description]);
    const inBackground = termsIn([
      ...(parent === undefined ? [] : [parent.name, ...parent.synonyms]),
      TAAKVELD_NAMES.get(topic.taakveld) ?? "",
    ]);
    search.add({
      id: topic.id,
      names: inNames.map(({ whole }) => whole).join(" "),
      parts: inNames.flatMap(({ parts }) => parts).join(" "),
      description: inDescription.flatMap(({ whole, parts }) => [whole, ...parts]).join(" "),
      background: inBackground.flatMap(({ whole, parts }) => [whole, ...parts]).join(" "),
    });
    ownWords.set(topic.id, new Set(inNames.map(({ whole }) => whole)));
    for (const name of new Set(own.map(nameKey))) {
      if (name !== "") byName.set(name, [...(byName.get(name) ?? []), topic.id]);
    }
  }
  return {
    search,
    stems,
    spelling: makeSpelling(words),
    byName,
    ownWords,
    terms: (word) => known.get(word) ?? termsOf(word, lexicon),
  };
}

/** A name as the stems of its content words, in order. */
function nameKey(name: string): string {
  return foldedWords(name).filter(isContent).map(stemOf).join(" ");
}
