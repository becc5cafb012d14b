import type { NamedKern } from "./kernNames.ts";
import * as ordinary from "./ordinaryWords.ts";
import type { Word } from "./sentence.ts";

/**
 * What a kern's name is in this sentence: the kern; perhaps the kern, so ask; an ordinary word; or a word the
 * catalogue knows too ("meeuwen"), so what the rest is about decides.
 */
export type Standing = "kern" | "ask" | "word" | "topicDecides";

/** What the words around a name cannot tell. */
export interface OtherUses {
  /** The word exists in Dutch besides being a name. */
  isWord(word: string): boolean;
  /** The catalogue uses the word for a topic. */
  isTopicWord(word: string): boolean;
  /** An official has this first name. */
  isFirstName(word: string): boolean;
}

/** Weighs the words around a name. `start` is the position of its first word. */
export function standingOf(
  named: NamedKern,
  words: readonly Word[],
  start: number,
  uses: OtherUses,
): Standing {
  if (belongsToSurname(words, start)) return "word";
  if (named.kernen.length > 1) return "ask";
  if (named.length > 1 || named.misspelt) return "kern";
  const previous = words[start - 1]?.text ?? "";
  const next = words[start + named.length]?.text ?? "";
  switch (otherMeaning(named.name, uses)) {
    case "firstName":
      if (ordinary.PLACE_PREPOSITIONS.has(previous)) return "kern";
      if (ordinary.PERSON_PREPOSITIONS.has(previous)) return "ask";
      return ordinary.PERSON_VERBS.has(next) ? "ask" : "kern";
    case "city":
      return words.slice(start + 1, start + 4).some((word) => ordinary.CITY_WORDS.has(word.text))
        ? "ask"
        : "kern";
    case "surname":
      return /^[a-rv-z]$/.test(previous) ? "word" : "kern";
    case "noun":
      if (ordinary.DETERMINERS.has(previous)) return "word";
      if (!named.isOwnName && /^\d+$/.test(next)) return "word";
      if (ordinary.PLACE_PREPOSITIONS.has(previous) || words[start]?.capital === true) return "kern";
      if (!named.isOwnName) return "ask";
      if (!uses.isTopicWord(named.name)) return "kern";
      return ordinary.COMPLAINT_PREPOSITIONS.has(previous) ? "word" : "topicDecides";
    default:
      return "kern";
  }
}

function otherMeaning(name: string, uses: OtherUses): ordinary.OtherMeaning | "noun" | undefined {
  const listed = ordinary.OTHER_MEANINGS.get(name);
  if (listed !== undefined) return listed;
  if (uses.isFirstName(name)) return "firstName";
  return uses.isWord(name) ? "noun" : undefined;
}

/** "mevrouw giessen", "dhr van der giessen". */
function belongsToSurname(words: readonly Word[], start: number): boolean {
  let index = start - 1;
  while (ordinary.NAME_PARTICLES.has(words[index]?.text ?? "")) index--;
  const before = words[index]?.text ?? "";
  return ordinary.TITLES.has(before);
}
