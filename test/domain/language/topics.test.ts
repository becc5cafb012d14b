import { describe, expect, it } from "vitest";
import { makeReader } from "../../../bot/domain/language/reader.ts";
import { loadWords } from "../../../bot/words.ts";
import { practiceRegister } from "./practiceRegister.ts";

const reader = makeReader(practiceRegister(), loadWords());

/** Sentences as officials type them, with what must be among the first so many topics. */
function expectTopic(within: 1 | 3, table: readonly (readonly [typed: string, topic: string])[]): void {
  it.each(table)("%s → %s", (typed, topic) => {
    const found = reader.read(typed).topics.slice(0, within);
    expect(found.map((candidate) => candidate.topic)).toContain(topic);
  });
}

describe("a subject called by its name comes first", () => {
  expectTopic(1, [
    ["wie gaat er over hondenlosloopveldje in veen?? mevr belt al voor de 3e x", "hondenlosloopgebied"],
    ["hondenlosloopgebied andel", "hondenlosloopgebied"],
    ["wie gaat over riolering", "riolering"],
    ["riolering in hank", "riolering"],
    ["wie gaat over subsidies", "subsidies"],
    ["hoe vraagt een stichting subsidie aan", "subsidies"],
    ["wie doet het kernbudget", "kernbudget"],
    ["bomen", "bomen"],
    ["wie gaat over speelplekken in genderen", "speelplekken"],
    ["speelplek almkerk", "speelplekken"],
    ["wipkip is weg in genderen", "speelplekken"],
    ["evenementenvergunning feestterrein", "evenementenvergunning"],
    ["paspoort aanvragen", "paspoort"],
    ["rijbewijs verlopen", "rijbewijs"],
    ["wie gaat over het dorpshuis in Dussen", "dorpshuizen"],
    ["glasvezel hank", "glasvezel"],
    ["te hard rijden dorpsstraat", "verkeerssnelheid"],
    ["journalist belt over dorpshuis", "communicatie-pers"],
  ]);
});

describe("a report finds its subject among the first three", () => {
  expectTopic(3, [
    ["lantaarnpaal kerkstr kapot", "openbare-verlichting"],
    ["straatlantaren doet het niet", "openbare-verlichting"],
    ["lantarenpaal brand niet", "openbare-verlichting"],
    ["stoeptegel los nieuwendijk 12", "stoepen"],
    ["losse tegel waar je over struikeld", "stoepen"],
    ["boom hangt scheef boven fietspad bij school", "bomen"],
    ["30 km sleeuwijk dorpsweg", "verkeerssnelheid"],
    ["ze rijden veel te hart door de straat", "verkeerssnelheid"],
    ["jeugd wil hangplek ipv weggestuurd worden", "jeugdplek"],
    ["mensen willen moestuin achter t veldje, 8 gezinnen", "moestuinen"],
    ["overlast meeuwen in Meeuwen", "vogeloverlast"],
    ["vrijwilligers zoeken aanhanger en zakken voor opruimdag", "hulpmateriaal-bewoners"],
    ["overal zwerfvuil bij de snackbar", "zwerfafval"],
    ["hoe vraag ik een parkeervergunning aan", "blauwe-zone"],
    ["gehandicaptenparkeerplaats voor de deur", "gehandicaptenparkeerplaats"],
    ["wie gaat over huishoudelijke hulp", "huishoudelijke-hulp"],
    ["traplift nodig", "woningaanpassing"],
    ["aanvraag rolstoel wmo", "rolstoel-scootmobiel"],
  ]);
});

describe("a short complaint or plan finds its subject among the first three", () => {
  expectTopic(3, [
    ["fietspad vol glas andel", "fietspaden"],
    ["verkeerslicht springt niet op groen", "verkeerslichten"],
    ["straatnaambord weg", "straatnaamborden"],
    ["lichtmast omgereden nieuwendijk", "openbare-verlichting"],
    ["laadpaal bezet", "laadpalen"],
    ["grofvuil ophalen", "grofvuil"],
    ["hondenpoep op speelveld", "hondenpoep"],
    ["eikenprocesierups bij school", "eikenprocessierups"],
    ["riool loopt over", "riolering"],
    ["drugsdealers in het park", "drugsoverlast"],
    ["trouwen in het gemeentehuis", "trouwen"],
    ["schulden, geen uitweg meer", "schuldhulp"],
    ["leerlingevervoer rijdt te laat", "leerlingenvervoer"],
    ["zwembad water te koud", "zwembad"],
    ["jeu de boules baan dorpsplein", "jeu-de-boules"],
    ["geveltuintjes molenstraat", "geveltuintjes"],
    ["boom bij de kerk ziek", "bomen"],
    ["glijbaan in de speeltuin stuk", "speelplekken"],
    ["hangjongeren bij het station, overlast", "jeugdoverlast"],
    ["brp inschrijving", "brp"],
    ["vog nodig voor vrijwilligers", "vog"],
  ]);
});

describe("somebody else's task is recognised", () => {
  it.each([
    "huurders klagen over schimmel in hun huurwoning",
    "wanneer krijg ik mijn aow",
    "zorgtoeslag terugbetalen aan belastingdienst",
    "aangifte doen van diefstal",
    "muskusratten in de dijk",
    "waarom gaat de klok een uur vooruit",
    "kinderbijslag aanvragen",
    "stroomstoring in de hele straat",
  ])("%s", (typed) => {
    expect(reader.read(typed).scope).toBe("elsewhere");
  });
});

describe("an amount of money is no subject", () => {
  it("leaves the flower boxes", () => {
    const reading = reader.read("mag ik 300 eu voor bloembakken andel");
    expect(reading.topics[0]?.topic).toBe("bloembakken");
    expect(reading.topics.map(({ topic }) => topic)).not.toContain("europese-unie");
  });
});

describe("certain", () => {
  it.each(["lantaarnpaal kapot", "overlast van meeuwen", "wie gaat over de begraafplaats", "glasvezel hank"])(
    "%s: one subject stands out",
    (typed) => {
      expect(reader.read(typed).certain).toBe(true);
    },
  );

  it.each(["journalist belt over dorpshuis", "stuur naar team groen en verkeer", "xyzzy"])(
    "%s: it does not",
    (typed) => {
      expect(reader.read(typed).certain).toBe(false);
    },
  );
});

describe("nonsense finds nothing", () => {
  it.each([
    "xqzv plmokn",
    "!!!",
    "7777 8888",
    "asdfgh",
    "...",
    "ik heb zin in pizza",
    "wat een gedoe allemaal",
    "ik snap er niks van",
    "nee dat bedoel ik niet",
    "succes ermee",
    "ja graag",
    "de tweede",
    "heb ik nog iets liggen?",
  ])("%s", (typed) => {
    expect(reader.read(typed)).toMatchObject({ topics: [], scope: "unknown", certain: false });
  });
});
