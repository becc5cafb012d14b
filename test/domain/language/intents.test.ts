import { describe, expect, it } from "vitest";
import { makeReader } from "../../../bot/domain/language/reader.ts";
import type { IntentName } from "../../../bot/domain/language/reading.ts";
import { loadWords } from "../../../bot/words.ts";
import { practiceRegister } from "./practiceRegister.ts";

const reader = makeReader(practiceRegister(), loadWords());

function expectIntent(intent: IntentName, sentences: readonly string[]): void {
  it.each(sentences)("%s", (typed) => {
    expect(reader.read(typed).intent).toBe(intent);
  });
}

describe("somebody asks who owns a subject", () => {
  expectIntent("owner", [
    "wie gaat over bomen in hank",
    "wie gaat hierover",
    "wie is verantwordelijk voor het zwembad",
    "bij wie moet ik zijn voor een uitrit",
    "welk team doet de speeltuinen",
    "contactpersoon wmo?",
    "babylonienbroek verkeer?",
    "stoeptegel los nieuwendijk 12",
    "weet jij wie vastgoed doet vor dorpshuis wijk? Max is toch ziek",
    "Goedemorgen, wie kan mij helpen met een evenement in Dussen? Alvast dank",
    "hoi, lantaarnpaal kapot in de kerkstraat",
    "dank je, en wie gaat over het riool?",
    "journalist belt over dorpshuis",
    "gevaarlijk kruispunt bij de school in almkerk",
    "hank heeft gebeld over riool",
    "de weg afsluiten in genderen",
    "naar wie moet ik dit doorzetten",
    "kapotte lamp vervangen in hank",
    "help, mijn kelder staat onder water door het riool",
  ]);
});

describe("somebody asks who replaces a colleague", () => {
  it.each([
    ["wie is vervnager van daan", "daan-testerman"],
    ["wie vervangt petra", "petra-placebo"],
    ["vervanger van Max Dummyhof?", "max-dummyhof"],
    ["wie neemt esra waar", "esra-proefdruk"],
    ["wie is de vervanger van noor blauwdruk", "noor-blauwdruk"],
    ["wie vervangt fleur stipel", "fleur-stippel"],
    ["daan is ziek", "daan-testerman"],
    ["vervanging priay", "priya-modelius"],
  ])("%s", (typed, official) => {
    const reading = reader.read(typed);
    expect(reading.intent).toBe("deputy");
    expect(reading.officials).toEqual([official]);
  });

  it("also when nobody of that name is known", () => {
    expect(reader.read("wie vervangt truus")).toMatchObject({ intent: "deputy", officials: [] });
  });
});

describe("officials are found beside a subject", () => {
  it.each([
    ["weet jij wie vastgoed doet vor dorpshuis wijk? Max is toch ziek", ["max-dummyhof"]],
    ["doe maar terug naar joris, geen tijd", ["joris-proefstra"]],
    ["verjaardag petra", ["petra-placebo"]],
    ["dan maar de boom kappen", []],
    ["de roos is dood", []],
  ])("%s", (typed, officials) => {
    expect(reader.read(typed).officials).toEqual(officials);
  });
});

describe("something is unsafe now", () => {
  expectIntent("danger", [
    "boom hangt scheef boven fietspad, straks valt ie",
    "ik ruik gas in de dorpsstraat",
    "gaslucht bij de school in veen",
    "er hangen losse draden uit de lantaarnpaal",
    "stroomkabel ligt bloot bij de speeltuin",
    "putdeksel weg op het schoolplein",
    "dakpannen kunnen elk moment vallen",
    "er is brand bij het dorpshuis",
    "man met mes loopt op het plein te dreigen",
    "tak gevallen op het fietspad",
    "kind in het water gevallen bij de haven",
    "muur staat op instorten",
  ]);
});

describe("somebody wants to know what the bot does", () => {
  expectIntent("help", [
    "help",
    "Help!",
    "?",
    "??",
    "wat kan je",
    "wat kun jij allemaal",
    "hoe werkt dit",
    "uitleg",
  ]);
});

describe("somebody says thank you", () => {
  expectIntent("thanks", [
    "dank je",
    "top thx",
    "bedankt!",
    "super, dankjewel",
    "👍",
    "heel erg bedankt",
    "thnx top",
  ]);
});

describe("somebody makes small talk", () => {
  expectIntent("smallTalk", [
    "hoi",
    "Goedemorgen",
    "hoe gaat het",
    "hallo!",
    "fijn weekend",
    "goeiemorgen",
    "alles goed?",
  ]);
});

describe("somebody asks what the bot does not do", () => {
  expectIntent("outOfReach", [
    "verjaardag petra",
    "vertel een mop",
    "hoeveel verdient de burgemeester, wat is haar salaris",
  ]);
});

describe("nothing can be made of it", () => {
  expectIntent("unknown", ["", "   ", "asdf qwer zxcv", "12345", "!!!", "xyzzy"]);
});

describe("somebody asks for another language, or in it", () => {
  expectIntent("english", [
    "kun je in het engels",
    "do you speak english",
    "who is responsible for the trees",
  ]);
});

describe("somebody asks who holds a role", () => {
  it.each([
    ["wie is teamleider van BOR", ["teamleider"], { vakteams: ["bor"] }],
    ["wie is gebiedsregisseur in Veen", ["gebiedsregisseur"], { kernen: ["veen"] }],
    ["wie is de wethouder van hank", ["kernwethouder", "portefeuillehouder"], { ambiguousKernen: ["hank"] }],
    ["wie zijn de gebiedsregisseurs", ["gebiedsregisseur"], {}],
  ])("%s", (typed, roles, more) => {
    expect(reader.read(typed)).toMatchObject({ intent: "role", roles, ...more });
  });

  it("a wethouder of a subject is known by that subject", () => {
    expect(reader.read("wie is wethouder verkeer").topics[0]?.topic).toBe("verkeer");
  });
});

describe("somebody wants something done with work", () => {
  it.each<[IntentName, string, object]>([
    ["handOver", "overdragen aan BOR: speelplek Genderen wipkip is weggehaald", { vakteams: ["bor"] }],
    ["handOver", "stuur naar team RO en verkeer", { vakteams: ["ro-vastgoed", "verkeer"] }],
    ["handOver", "graag met spoed naar Daan: 30 km sleeuwijk dorpsweg", { officials: ["daan-testerman"] }],
    ["handOver", "zet ff op naam van joris: bewoners uitleg geven", { officials: ["joris-proefstra"] }],
    ["giveBack", "doe maar terug naar joris, geen tijd", { officials: ["joris-proefstra"] }],
    ["record", "leg vast dat in veen geklaagd wordt over hondenpoep", { kernen: ["veen"] }],
    ["myWork", "heb ik nog iets liggen?", {}],
    ["inKern", "wat speelt er in Veen", { kernen: ["veen"] }],
    ["promised", "wat is er beloofd in dussen", { kernen: ["dussen"] }],
    ["called", "even gebeld met oudergroep genderen", { kernen: ["genderen"] }],
    ["close", "afsluiten genderen wipkip", { kernen: ["genderen"] }],
    ["guide", "is dit iets voor de gebiedsregisseur?", {}],
    ["offRecord", "kan dit ff snel via jou, niet in t systeem", {}],
    ["personalFigures", "wie heeft t meeste openstaan", {}],
    ["personalFigures", "wie is de traagste collega", {}],
  ])("%s: %s", (intent, typed, more) => {
    expect(reader.read(typed)).toMatchObject({ intent, ...more });
  });

  it("the subject comes after the colon", () => {
    const { topics } = reader.read("overdragen aan riool: speelplek Genderen wipkip is weggehaald");
    expect(topics[0]?.topic).toBe("speelplekken");
  });
});
