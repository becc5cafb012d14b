import { describe, expect, it } from "vitest";
import { phraseBook } from "../../../bot/domain/language/phrase.ts";
import { toSentence } from "../../../bot/domain/language/sentence.ts";

function found(notation: string, text: string): number[] {
  const positions = phraseBook({ only: notation }).find(toSentence(text).words).get("only") ?? [];
  return [...positions].toSorted((a, b) => a - b);
}

describe("a phrase is found by its notation", () => {
  it.each([
    ["wie gaat .. over", "Wie gaat er eigenlijk over groen?", [0, 1, 4]],
    ["wie gaat/gaan over", "en wie gaan over groen", [1, 2, 3]],
    ["dank je wel?", "dank je", [0, 1]],
    ["dank je wel?", "dank je wel", [0, 1, 2]],
    ["heel? erg? bedankt", "bedankt", [0]],
    ["ruik* .. gas", "ik ruikte daar gas", [1, 3]],
    ["vervanger van", "vervnager van daan", [0, 1]],
  ])("%s in: %s", (notation, text, positions) => {
    expect(found(notation, text)).toEqual(positions);
  });

  it.each([
    ["wie gaat .. over", "wie gaat er dan toch echt eens wat over zeggen"], // more than four words in between
    ["boom .. gevallen", "er staat een boom. Oma is gevallen"], // in another sentence
    ["gewonde", "een gezonde school"], // an existing word close by
    ["wie gaat over", "gaat over wie"],
  ])("%s not in: %s", (notation, text) => {
    expect(found(notation, text)).toEqual([]);
  });
});
