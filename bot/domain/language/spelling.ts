import { editsBetween } from "./editDistance.ts";

/** Words that a misspelt word may stand for. */
export interface Spelling {
  /** The listed words with the fewest edits from this one, `most` at the most; several when they tie. */
  nearest(word: string, most?: number): readonly string[];
}

/** How many edits a word of this many letters may be away. Short words have too many neighbours to guess. */
export function allowedEdits(length: number): number {
  if (length < 5) return 0;
  if (length < 8) return 1;
  return length < 14 ? 2 : 3;
}

/** Collects words to correct towards. The first letter must be right: people rarely miss that one. */
export function makeSpelling(words: Iterable<string>): Spelling {
  const byLetterAndLength = Map.groupBy(new Set(words), (word) => word.charAt(0) + String(word.length));
  return {
    nearest(word, most = allowedEdits(word.length)) {
      let best = most;
      let found: string[] = [];
      for (let length = word.length - most; most > 0 && length <= word.length + most; length++) {
        for (const listed of byLetterAndLength.get(word.charAt(0) + String(length)) ?? []) {
          const edits = editsBetween(word, listed, Math.min(best, allowedEdits(length)));
          if (edits === undefined) continue;
          if (edits < best) found = [];
          best = edits;
          found.push(listed);
        }
      }
      return found;
    },
  };
}
