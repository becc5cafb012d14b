import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTown, type Town } from "../town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

describe("scenario 1: who owns this?", () => {
  it("Lotte asks about the dog field in Veen and sees the owner at once", async () => {
    const lotte = town.person("Lotte Vulling");
    await lotte.asks("wie gaat er over hondenlosloopveldje in veen?? mevr belt al voor de 3e x");
    const card = lotte.sees();
    expect(card).toContain("Hondenlosloopgebieden – Veen");
    expect(card).toContain("Team: Beheer Openbare Ruimte");
    expect(card).toContain("Eerst naar: Wout Sjabloon");
    expect(card).toContain("Gebiedsregisseur: Mieke Denkbeeld");
    expect(card).toContain("Portefeuillehouder: Anna Fictema (Beheer openbare ruimte)");
    expect(card).toContain("Laatst bevestigd: 3 februari 2026");
    expect(card).toContain("Waarom deze?");
    expect(lotte.buttons()).toContain("Klopt niet");
    expect(lotte.messages()).toHaveLength(1);
  });

  it("nobody else hears of it, and the kernwethouder is not named as owner of the content", async () => {
    expect(town.person("Wout Sjabloon").messages()).toHaveLength(0);
    expect(town.person("Lotte Vulling").sees()).not.toContain("Lies Voorbeeldsma");
  });

  it("what was typed is stored nowhere", async () => {
    const questions = await town.store.all("question");
    expect(questions).toHaveLength(1);
    expect(questions[0]?.row).toMatchObject({ status: "answeredFromStore", kern: "veen" });
    expect(JSON.stringify(questions)).not.toContain("mevr");
  });
});

describe("scenario 2: an unclear kern, an absent colleague, an old rule", () => {
  const GROUP = "group.overleg-kernen";

  it("Sam is asked back once, and gets the teamleider because Max is away", async () => {
    const sam = town.person("Sam Schets", GROUP);
    await sam.asks("@Kernwijzer weet jij wie vastgoed doet vor dorpshuis wijk? Max is toch ziek");
    expect(sam.sees()).toContain("Bedoel je Wijk en Aalburg, of een andere kern?");
    expect(sam.buttons()).toEqual(["Wijk en Aalburg", "Andere kern"]);
    await sam.presses("Wijk en Aalburg");
    const card = sam.sees();
    expect(card).toContain("Team: RO en Vastgoed");
    expect(card).toContain("Max Dummyhof is afwezig t/m di 28 april. Er staat geen vervanger in de lijst.");
    expect(card).toContain("Ga naar Fleur Stippel (teamleider).");
    expect(card).toContain("Deze regel is 9 maanden niet bevestigd.");
    expect(sam.messages()).toHaveLength(1);
  });

  it("everybody in the group sees the answer, not only who pressed", () => {
    expect(town.person("Joris Proefstra", GROUP).sees()).toContain("Fleur Stippel");
  });

  it("Sam says it is wrong; the new team decides and the old team is told", async () => {
    const sam = town.person("Sam Schets", GROUP);
    await sam.presses("Klopt niet");
    expect(sam.sees()).toContain("Wie is volgens jou de eigenaar?");
    await sam.presses("Voorstel versturen", {
      vakteam: "swa",
      scope: "all",
      remark: "dorpshuizen zijn sinds jan bij sport en accommodaties",
    });
    expect(sam.sees()).toContain("Je voorstel is verstuurd naar Noor Blauwdruk.");
    const noor = town.person("Noor Blauwdruk");
    expect(noor.sees()).toContain("Nu: RO en Vastgoed");
    expect(noor.sees()).toContain("Voorstel: Sport, Welzijn en Accommodaties");
    expect(noor.buttons()).toEqual(["Akkoord", "Niet akkoord"]);
    const fleur = town.person("Fleur Stippel");
    expect(fleur.sees()).toContain("Ter informatie.");
    expect(fleur.buttons()).toEqual([]);
  });

  it("nothing has changed yet", async () => {
    const lotte = town.person("Lotte Vulling");
    await lotte.asks("wie gaat over het dorpshuis in Wijk en Aalburg");
    expect(lotte.sees()).toContain("Team: RO en Vastgoed");
  });

  it("Noor agrees: valid from today, the old rule stays as history, Sam is thanked once", async () => {
    await town.person("Noor Blauwdruk").presses("Akkoord");
    const sam = town.person("Sam Schets");
    expect(sam.sees()).toContain("Noor Blauwdruk ging akkoord.");
    expect(sam.sees()).toContain("Aangepast, dank je.");
    expect(sam.messages()).toHaveLength(1);
    const fleur = town.person("Fleur Stippel");
    expect(fleur.messages()).toHaveLength(1);
    expect(fleur.sees()).toContain("Noor Blauwdruk ging akkoord.");

    const rules = (await town.store.all("ownership"))
      .map(({ row }) => row)
      .filter((row) => row.topic === "dorpshuizen" && row.kern === undefined)
      .toSorted((a, b) => (a.from ?? "").localeCompare(b.from ?? ""));
    expect(rules).toMatchObject([
      { vakteam: "ro-vastgoed", to: "2026-04-13" },
      { vakteam: "swa", from: "2026-04-14", confirmedOn: "2026-04-14", confirmedBy: "noor-blauwdruk" },
    ]);
    const lotte = town.person("Lotte Vulling");
    await lotte.asks("wie gaat over het dorpshuis in Wijk en Aalburg");
    expect(lotte.sees()).toContain("Team: Sport, Welzijn en Accommodaties");
  });

  it("the reason of an absence is stored nowhere", async () => {
    for (const collection of ["absence", "question", "proposal", "conversation"] as const) {
      expect(JSON.stringify(await town.store.all(collection))).not.toMatch(/ziek/);
    }
  });
});
