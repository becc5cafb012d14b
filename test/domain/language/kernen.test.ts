import { describe, expect, it } from "vitest";
import { makeReader } from "../../../bot/domain/language/reader.ts";
import { loadWords } from "../../../bot/words.ts";
import { practiceRegister } from "./practiceRegister.ts";

const reader = makeReader(practiceRegister(), loadWords());

/** Typed sentence → kernen that are certain, kernen to ask about. */
type Expected = readonly [typed: string, kernen: readonly string[], ambiguous?: readonly string[]];

function expectKernen(table: readonly Expected[]): void {
  it.each(table.map((expected) => ({ typed: expected[0], expected })))("$typed", ({ expected }) => {
    const [typed, kernen, ambiguous = []] = expected;
    const reading = reader.read(typed);
    expect({ kernen: reading.kernen, ambiguous: reading.ambiguousKernen }).toEqual({ kernen, ambiguous });
  });
}

describe("a kern is found", () => {
  describe("by its name, with or without capitals and diacritics", () => {
    expectKernen([
      ["wie gaat over de haven van Woudrichem", ["woudrichem"]],
      ["riolering babylonienbroek", ["babylonienbroek"]],
      ["Babyloniënbroek: lantaarnpaal stuk", ["babylonienbroek"]],
      ["BABYLONIËNBROEK", ["babylonienbroek"]],
      ["lantaarnpaal stuk in wijk en aalburg", ["wijk-en-aalburg"]],
      ["zwerfafval Wijk & Aalburg", ["wijk-en-aalburg"]],
      ["uppel", ["uppel"]],
      ["iets met waardhuizen", ["waardhuizen"]],
    ]);
  });

  describe("by an alias or an inhabitant's name", () => {
    expectKernen([
      ["speeltuin aalburg", ["wijk-en-aalburg"]],
      ["parkeren in de vesting woudrichem", ["woudrichem"]],
      ["trottoir bab. broek", ["babylonienbroek"]],
      ["het werkendamse zwembad", ["werkendam"]],
      ["de dussense kermis", ["dussen"]],
    ]);
  });

  describe("when misspelt", () => {
    expectKernen([
      ["stoep sleewijk", ["sleeuwijk"]],
      ["in babilonienbroek", ["babylonienbroek"]],
      ["babylonien broek drempel", ["babylonienbroek"]],
      ["hondenpoep werkendm", ["werkendam"]],
      ["fietspad wrekendam", ["werkendam"]],
      ["bomen gendren", ["genderen"]],
      ["wie doet groen in niewendijk", ["nieuwendijk"]],
      ["brug woudrichm", ["woudrichem"]],
      ["sportpark almkrek", ["almkerk"]],
      ["wijk en alburg", ["wijk-en-aalburg"]],
      ["wijkenaalburg", ["wijk-en-aalburg"]],
      ["dorpshuis giesen", ["giessen"]],
    ]);
  });

  describe("by its postcode", () => {
    expectKernen([
      ["losse tegel 4273", ["hank"]],
      ["losse tegel 4273AB 12", ["hank"]],
      ["losse tegel 4286", [], ["almkerk", "uppel"]],
      ["losse tegel 4286 almkerk", ["almkerk"]],
      ["4285 riool", [], ["oudendijk", "woudrichem"]],
    ]);
  });

  describe("with others in the same sentence", () => {
    expectKernen([
      ["drempels in andel, giessen en rijswijk", ["andel", "giessen", "rijswijk"]],
      ["hank en dussen willen een fietspad", ["hank", "dussen"]],
      ["eethen, genderen en wijk", ["eethen", "genderen", "wijk-en-aalburg"]],
      ["fietspad tussen veen en andel", ["veen", "andel"]],
      ["van almkerk naar uitwijk", ["almkerk", "uitwijk"]],
    ]);
  });
});

describe("a kern whose name is an ordinary word", () => {
  describe("counts after a preposition of place or standing alone", () => {
    expectKernen([
      ["wie gaat er over hondenlosloopveldje in veen?? mevr belt al voor de 3e x", ["veen"]],
      ["in veen", ["veen"]],
      ["Veen", ["veen"]],
      ["bankje kapot te hank", ["hank"]],
      ["bewoner uit andel", ["andel"]],
      ["bewoners uit meeuwen", ["meeuwen"]],
      ["overlast meeuwen in Meeuwen", ["meeuwen"]],
      ["dorpshuis in wijk", ["wijk-en-aalburg"]],
      ["speeltuin in het dorp Meeuwen", ["meeuwen"]],
    ]);
  });

  describe("is asked about when the sentence leaves it open", () => {
    expectKernen([
      ["dorpshuis wijk", [], ["wijk-en-aalburg"]],
      ["weet jij wie vastgoed doet vor dorpshuis wijk? Max is toch ziek", [], ["wijk-en-aalburg"]],
      ["hank heeft gebeld over riool", [], ["hank"]],
      ["gebeld met hank over de speeltuin", [], ["hank"]],
      ["speeltuin meeuwen", [], ["meeuwen"]],
    ]);
  });

  describe("is left alone when it is only that word", () => {
    expectKernen([
      ["overlast van meeuwen", []],
      ["overlast meeuwen", []],
      ["meeuwen nestelen op het dak, overlast", []],
      ["de wijk wil meer groen", []],
      ["verkeer in de wijk", []],
      ["wijkagent", []],
      ["wijkverpleging", []],
      ["wijkverpleging hank", ["hank"]],
      ["veenweide", []],
      ["uitwijkmogelijkheid op de weg", []],
      ["een groene wijk in dussen", ["dussen"]],
      ["overlast van meeuwen in hank", ["hank"]],
    ]);
  });

  describe("is left alone when it is somebody's surname", () => {
    expectKernen([
      ["mevrouw van andel belt over haar paspoort", []],
      ["dhr giessen wil een terras", []],
      ["fam. van der veen heeft een klacht over geluid", []],
      ["mevr. van genderen uit eethen", ["eethen"]],
    ]);
  });

  describe("may be a place elsewhere", () => {
    expectKernen([
      ["speeltuin rijswijk", ["rijswijk"]],
      ["rijswijk zuid-holland paspoort", [], ["rijswijk"]],
    ]);
  });
});

describe("ordinary words that look like a kern", () => {
  expectKernen([
    ["tussen de huizen", []],
    ["handel in drugs", []],
    ["appelboom snoeien", []],
    ["we willen wandelen", []],
    ["bloemen gieten", []],
    ["er is geen gender neutraal toilet", []],
    ["wie gaat over de kerk", []],
  ]);
});

describe("an answer to the question which kern is meant", () => {
  it.each([
    ["wijk", ["wijk-en-aalburg"]],
    ["de eerste, wijk dus", ["wijk-en-aalburg"]],
    ["meeuwen", ["meeuwen"]],
    ["Hank", ["hank"]],
    ["in veen", ["veen"]],
    ["sleewijk", ["sleeuwijk"]],
    ["babylonienbroek", ["babylonienbroek"]],
    ["4286", ["almkerk", "uppel"]],
    ["4286 uppel", ["uppel"]],
    ["geen idee", []],
    ["", []],
  ])("%s", (typed, kernen) => {
    expect([...reader.readKern(typed)].toSorted()).toEqual(kernen);
  });
});
