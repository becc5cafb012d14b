import type { Register } from "../register.ts";
import { intentOf } from "./intents.ts";
import { findKernen, kernenNamed } from "./kernen.ts";
import { makeKernNames } from "./kernNames.ts";
import { makeLexicon } from "./lexicon.ts";
import { makeOfficialNames } from "./officialNames.ts";
import type { Reader, Reading } from "./reading.ts";
import { isCertain, scopeOf } from "./scope.ts";
import { toSentence } from "./sentence.ts";
import { STOP_WORDS } from "./stopWords.ts";
import { findSubject } from "./subject.ts";
import { findRoles } from "./roleNames.ts";
import { indexTopics } from "./topicIndex.ts";
import { tellsMoney } from "./typedPlan.ts";
import { makeVakteamNames } from "./vakteamNames.ts";
import { findWishes } from "./wishes.ts";

/**
 * Makes a reader for one register. `words` is a Dutch word list in the notation of `makeLexicon`. Make a new reader
 * when kernen, topics or officials change; the ownership rules play no part.
 */
export function makeReader(register: Register, words: readonly string[]): Reader {
  const lexicon = makeLexicon(words);
  const index = indexTopics(register.topics, lexicon);
  const kernNames = makeKernNames(register.kernen.values());
  const vakteamNames = makeVakteamNames(register.vakteams.values());
  const officialNames = makeOfficialNames(register.officials.values());
  const uses = {
    isWord: (word: string) => STOP_WORDS.has(word) || lexicon.isWord(word),
    isTopicWord: (word: string) => index.hasNameWord(word),
    isFirstName: officialNames.isFirstName,
  };

  function read(text: string): Reading {
    const sentence = toSentence(text);
    const kernen = findKernen(sentence, kernNames, uses);
    const people = officialNames.find(sentence, kernen.positions, uses.isWord);
    const wishes = findWishes(sentence);
    const teams = vakteamNames.find(sentence.words, wishes.has("load") || wishes.has("list"));
    const roles = findRoles(sentence.words);
    const asRole = wishes.has("who") ? [...roles.values()].flatMap((positions) => [...positions]) : [];
    const spoken = new Set([...kernen.positions, ...people.positions, ...wishes.positions, ...asRole]);
    const { topics, ambiguousKernen } = findSubject(sentence, kernen, spoken, index, lexicon);
    const intent = intentOf(wishes, {
      hasTopic: topics.length > 0,
      hasKern: kernen.certain.length + ambiguousKernen.length > 0,
      hasOfficial: people.officials.length > 0,
      hasVakteam: teams.vakteams.length > 0,
      hasRole: roles.size > 0,
      hasMoney: tellsMoney(text),
    });
    return {
      intent,
      kernen: kernen.certain,
      ambiguousKernen,
      topics,
      certain: isCertain(topics),
      officials: people.officials,
      vakteams: teams.vakteams,
      roles: [...roles.keys()],
      scope: scopeOf(topics, register.topics),
    };
  }

  return { read, readKern: (text) => kernenNamed(toSentence(text), kernNames) };
}
