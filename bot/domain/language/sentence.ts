import { fold } from "./folding.ts";

/** One word as typed, ready to compare. */
export interface Word {
  /** Lower case, without diacritics. */
  readonly text: string;
  /** Typed with a capital where Dutch does not ask for one; false in a text that is all capitals. */
  readonly capital: boolean;
  /** First word of a sentence: after a full stop, a question mark, a colon or a new line. */
  readonly opens: boolean;
}

/** What somebody typed, cut into words. */
export interface Sentence {
  readonly words: readonly Word[];
  /** The typed text without surrounding space, for messages that are signs only: "?", "👍". */
  readonly typed: string;
}

// A chat message is a few dozen words; beyond this it is pasted text or junk and more of it adds no meaning.
const MAX_CHARACTERS = 4000;
const MAX_WORDS = 300;
const MAX_WORD_LENGTH = 40;

/** The part of a text that is read, without surrounding space. */
export function readable(text: string): string {
  return text.slice(0, MAX_CHARACTERS).trim();
}

/** Cuts a text into words. Work is bounded whatever the length; mentions (`@somebody`) and overlong words are left out. */
export function toSentence(text: string): Sentence {
  const typed = readable(text);
  const shouting = typed === typed.toUpperCase();
  const words: Word[] = [];
  let end = 0;
  for (const match of typed.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (words.length === MAX_WORDS) break;
    const between = typed.slice(end, match.index);
    end = match.index + match[0].length;
    const folded = fold(match[0]);
    if (between.endsWith("@") || folded.length > MAX_WORD_LENGTH || folded === "") continue;
    const opens = words.length === 0 || /[.!?:\n]/.test(between);
    words.push({ text: folded, capital: !shouting && !opens && /^\p{Lu}/u.test(match[0]), opens });
  }
  return { words, typed };
}
