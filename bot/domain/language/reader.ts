import type { KernId } from "../kern.ts";
import type { Register } from "../register.ts";
import { findWishes, intentOf } from "./intents.ts";
import { findKernen, type FoundKernen } from "./kernen.ts";
import { makeKernNames } from "./kernNames.ts";
import { makeLexicon } from "./lexicon.ts";
import { makeOfficialNames } from "./officialNames.ts";
import type { Reader, Reading } from "./reading.ts";
import { isCertain, scopeOf } from "./scope.ts";
import { toSentence, type Sentence } from "./sentence.ts";
import { stemOf } from "./stem.ts";
import { STOP_WORDS } from "./stopWords.ts";
import { isContent } from "./terms.ts";
import { indexTopics } from "./topicIndex.ts";
import { queryWord } from "./topicQuery.ts";
import { rankTopics, type RankedTopic } from "./topicRanking.ts";

/**
 * Makes a reader for one register. `words` is a Dutch word list in the notation of `makeLexicon`. Make a new reader
 * when kernen, topics or officials change; the ownership rules play no part.
 */
export function makeReader(register: Register, words: readonly string[]): Reader {
  const lexicon = makeLexicon(words);
  const index = indexTopics(register.topics, lexicon);
  const kernNames = makeKernNames(register.kernen.values());
  const officialNames = makeOfficialNames(register.officials.values());
  const uses = {
    isWord: (word: string) => STOP_WORDS.has(word) || lexicon.isWord(word),
    isTopicWord: (word: string) => index.isOwnWord(stemOf(word)),
    isFirstName: officialNames.isFirstName,
  };

  function read(text: string): Reading {
    const sentence = toSentence(text);
    const kernen = findKernen(sentence, kernNames, uses);
    const people = officialNames.find(sentence, kernen.positions, uses.isWord);
    const wishes = findWishes(sentence);
    const subject = settle(sentence, kernen, [kernen.positions, people.positions, wishes.positions]);
    const { topics, ambiguous } = subject;
    return {
      intent: intentOf(wishes, {
        hasTopic: topics.length > 0,
        hasKern: kernen.certain.length + ambiguous.length > 0,
        hasOfficial: people.officials.length > 0,
      }),
      kernen: kernen.certain,
      ambiguousKernen: ambiguous,
      topics: topics.map(({ topic, score }) => ({ topic, score })),
      certain: isCertain(topics),
      officials: people.officials,
      scope: scopeOf(topics, register.topics),
    };
  }
  return { read, readKern };
}
