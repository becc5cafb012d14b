import { baseForms } from "./inflection.ts";

/** Knows which Dutch words exist and which of them make compounds. */
export interface Lexicon {
  /** Whether this is an existing word or an inflection of one, so no misspelling of another word. */
  isWord(word: string): boolean;
  /** Whether compounds begin with this word: "lantaarn" in lantaarnpaal. */
  mayBegin(word: string): boolean;
  /** The listed word a compound may end in when it ends like this: "palen" → paal. */
  ending(word: string): string | undefined;
}

/**
 * Reads a word list: "afval-" may begin a compound, "-bak" may end one, "-markt-" both, a word without a hyphen is
 * only a word. Words are folded.
 */
export function makeLexicon(words: readonly string[]): Lexicon {
  const all = new Set<string>();
  const beginnings = new Set<string>();
  const endings = new Set<string>();
  for (const line of words) {
    const word = line.replaceAll("-", "");
    all.add(word);
    if (line.endsWith("-")) beginnings.add(word);
    if (line.startsWith("-")) endings.add(word);
  }
  return {
    isWord: (word) => baseForms(word).some((form) => all.has(form)),
    mayBegin: (word) => beginnings.has(word),
    ending: (word) => baseForms(word).find((form) => endings.has(form)),
  };
}
