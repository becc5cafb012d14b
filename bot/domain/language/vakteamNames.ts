import type { Vakteam, VakteamId } from "../vakteam.ts";
import { foldedWords } from "./folding.ts";
import { DETERMINERS } from "./ordinaryWords.ts";
import type { Word } from "./sentence.ts";

/** The vakteams a sentence names as teams. */
export interface FoundVakteams {
  readonly vakteams: readonly VakteamId[];
  /** Positions of the words that name them, "team" included. */
  readonly positions: ReadonlySet<number>;
}

export interface VakteamNames {
  /** With `isExpected` a name stands for a team without "team" or "aan" before it: "hoe vol zit verkeer". */
  find(words: readonly Word[], isExpected?: boolean): FoundVakteams;
}

interface Name {
  readonly vakteam: VakteamId;
  readonly words: readonly string[];
}

/** Before a name these make it a team: many teams are named after their subject ("verkeer", "riool"). */
const BEFORE_A_TEAM = new Set(
  "team vakteam afdeling cluster aan naar bij van door voor teamleider aanspreekpunt".split(" "),
);
const TEAM_WORDS = new Set(["team", "vakteam", "afdeling", "cluster"]);

/** Collects names and aliases. Built once per register. */
export function makeVakteamNames(vakteams: Iterable<Vakteam>): VakteamNames {
  const names: Name[] = [...vakteams].flatMap(({ id, name, aliases }) =>
    [name, ...aliases].map((one) => ({ vakteam: id, words: foldedWords(one) })),
  );
  const byFirstWord = Map.groupBy(names, ({ words }) => words[0] ?? "");

  /** The longest name that starts here. */
  function at(words: readonly Word[], start: number): Name | undefined {
    return (byFirstWord.get(words[start]?.text ?? "") ?? [])
      .filter((name) => name.words.every((word, offset) => words[start + offset]?.text === word))
      .toSorted((a, b) => b.words.length - a.words.length)[0];
  }

  return {
    find(words, isExpected = false) {
      const vakteams = new Set<VakteamId>();
      const positions = new Set<number>();
      words.forEach(({ text }, start) => {
        if (TEAM_WORDS.has(text)) positions.add(start);
        const before = words[start - 1]?.text ?? "";
        // "RO en Verkeer": the second is a team because the first is.
        const isListed = before === "en" && positions.has(start - 2);
        const mayBe = isListed || BEFORE_A_TEAM.has(before) || (isExpected && !DETERMINERS.has(before));
        const name = mayBe ? at(words, start) : undefined;
        if (!name) return;
        vakteams.add(name.vakteam);
        for (let offset = 0; offset < name.words.length; offset++) positions.add(start + offset);
      });
      return { vakteams: [...vakteams], positions };
    },
  };
}
