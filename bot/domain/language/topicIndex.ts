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
  /** Stems of each topic's own name, in order and separated by spaces. */
  readonly ownNames: ReadonlyMap<TopicId, string>;
  /** Names and synonyms by each of the parts of their words, for compounds that are written in another way. */
  readonly byPart: ReadonlyMap<string, readonly NameParts[]>;
  /** Topics that are another organisation's task. */
  readonly elsewhere: ReadonlySet<TopicId>;
  /** Stems of all words in names and synonyms, compounds left whole. */
  readonly nameStems: ReadonlySet<string>;
  terms(word: string): Terms;
}

/** The parts of one name: "losloopveld voor honden" → los, loop, veld, hond. */
export interface NameParts {
  readonly topic: TopicId;
  readonly parts: ReadonlySet<string>;
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
  const ownNames = new Map<TopicId, string>();
  const byPart = new Map<string, NameParts[]>();
  const elsewhere = new Set<TopicId>();
  const nameStems = new Set<string>();

  function termsIn(texts: readonly string[]): Terms[] {
    return texts
      .flatMap(foldedWords)
      .filter(isContent)
      .map((word) => {
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
    ownNames.set(topic.id, nameKey(topic.name));
    if (topic.elsewhere !== undefined) elsewhere.add(topic.id);
    for (const name of own) {
      const parts = new Set(
        termsIn([name]).flatMap(({ whole, parts: inside }) => (inside.length > 0 ? inside : [whole])),
      );
      for (const part of parts) byPart.set(part, [...(byPart.get(part) ?? []), { topic: topic.id, parts }]);
    }
    for (const { whole } of inNames) nameStems.add(whole);
    for (const name of new Set(own.map(nameKey))) {
      if (name !== "") byName.set(name, [...(byName.get(name) ?? []), topic.id]);
    }
  }
  return {
    search,
    stems,
    spelling: makeSpelling(words),
    byName,
    ownNames,
    byPart,
    elsewhere,
    nameStems,
    terms: (word) => known.get(word) ?? termsOf(word, lexicon),
  };
}

/**
 * A name as the stems of its content words, in order; empty when too little is left of it to stand for the whole:
 * "tweede paspoort" must not be found as "paspoort".
 */
function nameKey(name: string): string {
  const words = foldedWords(name).filter((word) => !ARTICLES.has(word));
  const content = words.filter(isContent);
  return content.length === 1 && words.length > 1 ? "" : content.map(stemOf).join(" ");
}

const ARTICLES: ReadonlySet<string> = new Set(["de", "het", "een"]);
