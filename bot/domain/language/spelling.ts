import { editsBetween } from "./editDistance.ts";

/** Words that a misspelt word may stand for. */
export interface Spelling {
  /** The listed words with the fewest edits from this one, when few enough; several when they tie. */
  nearest(word: string): readonly string[];
}

/** How many edits a word of this many letters may be away. Short words have too many neighbours to guess. */
export function allowedEdits(length: number): number {
  if (length < 5) return 0;
  return length < 8 ? 1 : 2;
}

/** Collects words to correct towards. The first letter must be right: people rarely miss that one. */
export function makeSpelling(words: Iterable<string>): Spelling {
  const byFirstLetter = new Map<string, string[]>();
  for (const word of new Set(words)) {
    const bucket = byFirstLetter.get(word.charAt(0));
    if (bucket === undefined) byFirstLetter.set(word.charAt(0), [word]);
    else bucket.push(word);
  }
  return {
    nearest(word) {
      let best = allowedEdits(word.length);
      let found: string[] = [];
      if (best === 0) return found;
      for (const listed of byFirstLetter.get(word.charAt(0)) ?? []) {
        const edits = editsBetween(word, listed, Math.min(best, allowedEdits(listed.length)));
        if (edits === undefined) continue;
        if (edits < best) found = [];
        best = edits;
        found.push(listed);
      }
      return found;
    },
  };
}
