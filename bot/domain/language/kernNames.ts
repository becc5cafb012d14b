import type { Kern, KernId } from "../kern.ts";
import { editsBetween } from "./editDistance.ts";
import { foldedWords } from "./folding.ts";
import { allowedEdits, makeSpelling } from "./spelling.ts";

/** A run of words that spells the name of a kern. */
export interface NamedKern {
  /** More than one when several kernen share the name or the postcode. */
  readonly kernen: readonly KernId[];
  readonly name: string;
  /** The official name, not an alias or a postcode. */
  readonly isOwnName: boolean;
  readonly misspelt: boolean;
  /** How many words the name takes. */
  readonly length: number;
}

/** All names of all kernen, ready to be found in a sentence. */
export interface KernNames {
  /** The name that starts at this word, the longest when there are more. */
  at(words: readonly string[], start: number): NamedKern | undefined;
  /** The name this word is probably meant to spell. */
  misspeltAt(words: readonly string[], start: number): NamedKern | undefined;
}

interface Entry {
  readonly words: readonly string[];
  readonly joined: string;
  readonly kern: KernId;
  readonly isOwnName: boolean;
}

// People write "babylonien broek" and "wijkenaalburg"; shorter, "uit wijk" would be Uitwijk.
const SHORTEST_JOINED = 8;
const MOST_WORDS_JOINED = 3;

/** Collects names, aliases and postcodes. */
export function makeKernNames(kernen: Iterable<Kern>): KernNames {
  const entries = [...kernen].flatMap(entriesOf);
  const byFirstWord = Map.groupBy(entries, (entry) => entry.words[0] ?? "");
  const byJoined = Map.groupBy(entries, (entry) => entry.joined);
  const spelling = makeSpelling(byJoined.keys());

  function named(found: readonly Entry[], length: number, misspelt: boolean): NamedKern | undefined {
    const own = found.filter((entry) => entry.isOwnName);
    const meant = own.length > 0 ? own : found;
    const name = meant[0]?.joined;
    if (name === undefined) return undefined;
    const kernIds = [...new Set(meant.map((entry) => entry.kern))];
    return { kernen: kernIds, name, isOwnName: own.length > 0, misspelt, length };
  }

  function asWritten(words: readonly string[], start: number): NamedKern | undefined {
    const starting = (byFirstWord.get(words[start] ?? "") ?? []).filter((entry) => fits(entry, words, start));
    const length = Math.max(0, ...starting.map((entry) => entry.words.length));
    return named(
      starting.filter((entry) => entry.words.length === length),
      length,
      false,
    );
  }

  function joined(words: readonly string[], start: number): NamedKern | undefined {
    for (let length = MOST_WORDS_JOINED; length >= 1; length--) {
      if (start + length > words.length) continue;
      const text = words.slice(start, start + length).join("");
      if (text.length < SHORTEST_JOINED) continue;
      const found = named(byJoined.get(text) ?? [], length, false);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** A full postcode: the four digits tell the kern. */
  function byPostcode(words: readonly string[], start: number): NamedKern | undefined {
    const digits = /^(\d{4})[a-z]{2}$/.exec(words[start] ?? "")?.[1];
    return digits === undefined ? undefined : named(byJoined.get(digits) ?? [], 1, false);
  }

  return {
    at: (words, start) => asWritten(words, start) ?? joined(words, start) ?? byPostcode(words, start),
    misspeltAt(words, start) {
      const word = words[start] ?? "";
      const inhabitant = byJoined.get(word.replace(/(?:se|s|er|ers)$/, ""));
      const found = inhabitant ?? spelling.nearest(word).flatMap((name) => byJoined.get(name) ?? []);
      return named(found, 1, inhabitant === undefined);
    },
  };
}

function entriesOf(kern: Kern): Entry[] {
  const names = [kern.name, ...kern.aliases, ...(kern.postcode === undefined ? [] : [kern.postcode])];
  return names
    .map((name, index) => ({ words: foldedWords(name), kern: kern.id, isOwnName: index === 0 }))
    .filter(({ words }) => words.length > 0)
    .map((entry) => ({ ...entry, joined: entry.words.join("") }));
}

/** Whether the entry's words stand here; only the words after the first may be misspelt. */
function fits(entry: Entry, words: readonly string[], start: number): boolean {
  return entry.words.every((wanted, index) => {
    const typed = words[start + index];
    if (typed === undefined) return false;
    return (
      typed === wanted ||
      (index > 0 && editsBetween(typed, wanted, allowedEdits(wanted.length)) !== undefined)
    );
  });
}
