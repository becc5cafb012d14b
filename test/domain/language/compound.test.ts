import { describe, expect, it } from "vitest";
import { compoundParts } from "../../../bot/domain/language/compound.ts";
import { makeLexicon } from "../../../bot/domain/language/lexicon.ts";
import { stemOf } from "../../../bot/domain/language/stem.ts";
import { loadWords } from "../../../bot/words.ts";

const lexicon = makeLexicon(loadWords());

describe("a compound is cut into the words it is made of", () => {
  it.each([
    ["speelplek", "speel plek"],
    ["lantaarnpaal", "lantaarn paal"],
    ["hondenlosloopveldje", "hond losloop veld"],
    ["afvalcontainer", "afval container"],
    ["rioolheffing", "riool heffing"],
    ["buurthuis", "buurt huis"],
    ["leerlingenvervoer", "leerling vervoer"],
    ["zwerfafval", "zwerf afval"],
    ["parkeervergunning", "parkeer vergunning"],
    ["gemeenteraadsverkiezingen", "gemeente raad verkiezingen"],
    ["speeltoestellen", "speel toestel"],
  ])("%s", (word, parts) => {
    expect(compoundParts(word, lexicon).join(" ")).toBe(parts);
  });

  it("gives the side it knows when the other is misspelt", () => {
    expect(compoundParts("speeltoetsel", lexicon)).toEqual(["speel"]);
  });

  it.each(["boom", "drempel", "riolering", "overlast", "qwertyuiop", ""])("leaves %s alone", (word) => {
    expect(compoundParts(word, lexicon)).toEqual([]);
  });

  it("takes its cuts from the word list it was given", () => {
    const small = makeLexicon(["kern-", "-budget"]);
    expect(compoundParts("kernbudget", small)).toEqual(["kern", "budget"]);
    expect(compoundParts("budgetkern", small)).toEqual([]);
  });
});

describe("inflected words have one stem", () => {
  it.each([
    ["huis", "huizen", "huisje"],
    ["boom", "bomen", "boompje"],
    ["lantaarnpaal", "lantaarnpalen", "lantaarnpaaltje"],
    ["weg", "wegen"],
    ["dak", "daken"],
    ["vergunning", "vergunningen"],
    ["speeltoestel", "speeltoestellen"],
    ["grote", "groot"],
  ])("%s", (...forms) => {
    expect(new Set(forms.map(stemOf)).size).toBe(1);
  });

  it.each([
    ["tak", "taak"],
    ["slot", "sloot"],
    ["bom", "boom"],
    ["zak", "zaak"],
  ])("%s is not %s", (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });
});
