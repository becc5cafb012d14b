import type { KernId } from "../kern.ts";
import type { FoundKernen } from "./kernen.ts";
import type { Lexicon } from "./lexicon.ts";
import { DETERMINERS, WHERE_WORDS } from "./ordinaryWords.ts";
import type { TopicCandidate } from "./reading.ts";
import type { Sentence, Word } from "./sentence.ts";
import { isContent } from "./terms.ts";
import type { TopicIndex } from "./topicIndex.ts";
import { queryWord, type QueryWord } from "./topicQuery.ts";
import { rankTopics } from "./topicRanking.ts";

/** What a sentence is about. */
export interface Subject {
  readonly topics: readonly TopicCandidate[];
  readonly ambiguousKernen: readonly KernId[];
}

/**
 * Finds the topics in the words that have no other meaning yet; `spoken` holds the positions of those that have. A
 * word that is a kern as well as a topic ("meeuwen") is the topic when other words of the sentence belong to it too
 * ("overlast meeuwen"), else it may be the kern ("speeltuin meeuwen").
 */
export function findSubject(
  sentence: Sentence,
  kernen: FoundKernen,
  spoken: ReadonlySet<number>,
  index: TopicIndex,
  lexicon: Lexicon,
): Subject {
  const byText = new Map<string, QueryWord>();
  const doubtful = new Set<QueryWord>();
  sentence.words.forEach(({ text }, position) => {
    const saysNothing = !isContent(text) || isCurrency(sentence.words, position);
    if (saysNothing || spoken.has(position) || byText.has(text)) return;
    const word = queryWord(text, tellsWhere(sentence.words, position), index, lexicon);
    byText.set(text, word);
    if (kernen.undecided.has(position)) doubtful.add(word);
  });
  const words = [...byText.values()];
  const topics = rankTopics(words, index);
  const isTopic =
    kernen.undecided.size === 0 ||
    topics.some(({ matched }) => !matched.isDisjointFrom(doubtful) && !matched.isSubsetOf(doubtful));
  if (isTopic) return { topics: candidates(topics), ambiguousKernen: kernen.ambiguous };
  const plain = words.filter((word) => !doubtful.has(word));
  return {
    topics: candidates(rankTopics(plain, index)),
    ambiguousKernen: [...new Set([...kernen.ambiguous, ...kernen.undecided.values()])],
  };
}

/** "300 eu" is an amount, not the European Union. */
function isCurrency(words: readonly Word[], position: number): boolean {
  const isAmount = /^\d+$/.test(words[position - 1]?.text ?? "");
  return isAmount && ["eu", "eur", "euro"].includes(words[position]?.text ?? "");
}

/** "boven het fietspad", "bij school": where something is, not what it is. */
function tellsWhere(words: readonly Word[], position: number): boolean {
  const isArticle = DETERMINERS.has(words[position - 1]?.text ?? "");
  return WHERE_WORDS.has(words[position - (isArticle ? 2 : 1)]?.text ?? "");
}

function candidates(ranked: readonly TopicCandidate[]): TopicCandidate[] {
  return ranked.map(({ topic, score }) => ({ topic, score }));
}
