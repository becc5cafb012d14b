import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTown, type Town } from "../town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

async function dossier(number: string) {
  const found = (await town.store.all("dossier")).find(({ row }) => row.number === number);
  if (!found) throw new Error(`there is no ${number}`);
  return found.row;
}

describe("what was heard in a kern", () => {
  it("is kept with what may become of it; nothing goes to a vakteam", async () => {
    const mieke = town.person("Mieke Denkbeeld");
    await mieke.asks("gehoord in Veen: bewoners willen een moestuin bij de kerk");
    expect(mieke.sees()).toContain("Bewoners willen een moestuin bij de kerk");
    expect(mieke.sees()).toContain("Vastgelegd");
    expect(mieke.buttons()).toEqual(["Overdragen", "Dorp pakt dit op", "Via meldpunt of loket", "Meer…"]);
    expect(await dossier("D-2026-0137")).toMatchObject({ status: "registered", shares: [{ kern: "veen" }] });
  });

  it("the village takes it up, with an agreement and a day to ask again", async () => {
    const mieke = town.person("Mieke Denkbeeld");
    await mieke.presses("Dorp pakt dit op");
    await mieke.presses("Dorp pakt dit op", { text: "dorpsraad legt hem aan", day: "2026-05-12" });
    expect(mieke.told()).toBeUndefined();
    expect(mieke.sees()).toContain("Het dorp pakt dit op");
    expect(mieke.sees()).toContain("Dorp en partners: dorpsraad legt hem aan");
    expect(mieke.sees()).toContain("di 12 mei");
    await town.now("2026-05-12T07:01:00.000Z");
    await town.now("2026-05-12T07:31:00.000Z");
    expect(mieke.sees()).toContain("De wachtdatum is bereikt.");
  });

  it("a text about one resident is refused and not kept", async () => {
    const mieke = town.person("Mieke Denkbeeld");
    await mieke.asks("gehoord in Veen: bel mevrouw op 0612345678");
    expect(mieke.sees()).toContain("Dat bewaar ik niet");
    expect(JSON.stringify(await town.store.all("dossier"))).not.toContain("0612345678");
  });
});

describe("lists, in one's own chat", () => {
  it("what is promised in a kern, with the day", async () => {
    const joris = town.person("Joris Proefstra");
    await joris.asks("wat is er beloofd in dussen");
    expect(joris.sees()).toContain("Dit is er beloofd in Dussen");
    expect(joris.sees()).toContain("reactie op de dorpsavond (vóór wo 3 juni)");
  });

  it("what plays in a kern; a kernwethouder reads the outline, a stranger nothing", async () => {
    const anna = town.person("Anna Fictema");
    await anna.asks("wat speelt er in Almkerk");
    expect(anna.sees()).toContain("Oversteek bij de basisschool is onveilig");
    await anna.presses("Openen", { dossier: "practice-D-2026-0108" });
    expect(anna.sees()).toContain("Je ziet de hoofdlijn.");
    expect(anna.buttons()).toEqual([]);
    const bo = town.person("Bo Schemer");
    await bo.asks("wat speelt er in Almkerk");
    expect(bo.sees()).toContain("Ik vind geen open dossiers die je mag zien.");
  });

  it("what waits for whoever asks, also from a group", async () => {
    const daan = town.person("Daan Testerman", "group.overleg-kernen");
    await daan.asks("@Kernwijzer heb ik nog iets liggen?");
    expect(daan.sees()).toContain("in onze eigen chat");
    expect(town.person("Daan Testerman").sees()).toContain("Dit ligt er voor jou");
    expect(town.person("Daan Testerman").sees()).toContain("Oversteek bij de basisschool");
  });
});

describe("work on a dossier without knowing its number", () => {
  it("a call is kept in one line", async () => {
    const daan = town.person("Daan Testerman");
    await daan.asks("even gebeld met de school over de oversteek almkerk: ze zetten klaarovers in");
    const found = await dossier("D-2026-0108");
    expect(found.history.at(-1)).toMatchObject({ act: "note", who: "daan-testerman" });
    expect(found.history.at(-1)?.why).toContain("ze zetten klaarovers in");
  });

  it("several that fit are asked about", async () => {
    const tess = town.person("Tess Tekening");
    await tess.asks("even gebeld met iemand: komt goed");
    expect(tess.sees()).toContain("Welk dossier bedoel je?");
  });

  it("closing asks first how the residents heard", async () => {
    const joris = town.person("Joris Proefstra");
    await joris.asks("afsluiten oversteek basisschool almkerk");
    expect(joris.sees()).toContain("Oversteek bij de basisschool is onveilig");
    expect((await dossier("D-2026-0108")).status).toBe("inProgress");
  });
});

describe("typed steps", () => {
  it("waits until a day, and is planned", async () => {
    const daan = town.person("Daan Testerman");
    await daan.asks("D-2026-0113 wacht tot 1 juni op de vervoerder");
    expect(await dossier("D-2026-0113")).toMatchObject({ status: "onHold", waits: { until: "2026-06-01" } });
    await daan.asks("ingepland 3 juni fietsenrekken dorpsplein");
    expect(await dossier("D-2026-0127")).toMatchObject({
      status: "scheduled",
      waits: { until: "2026-06-03" },
    });
  });

  it("what is missing is asked on the form of the step", async () => {
    const daan = town.person("Daan Testerman");
    await daan.asks("D-2026-0131 wacht op de metingen");
    expect(daan.sees()).toContain("Laten wachten");
    expect(daan.buttons()).toEqual(["Laten wachten", "Terug"]);
    expect((await dossier("D-2026-0131")).status).toBe("inProgress");
  });

  it("an answer is given and told in two typed lines", async () => {
    const daan = town.person("Daan Testerman");
    await daan.asks("antwoord op oversteek almkerk: er komt een zebrapad in wk 30");
    expect(await dossier("D-2026-0108")).toMatchObject({ status: "answered" });
    const joris = town.person("Joris Proefstra");
    await joris.asks("teruggekoppeld oversteek almkerk: gemaild aan de school, blij");
    expect(await dossier("D-2026-0108")).toMatchObject({ status: "closed" });
  });

  it("how full a team is, for the team and for a regisseur", async () => {
    const petra = town.person("Petra Placebo");
    await petra.asks("hoe vol zit verkeer?");
    expect(petra.sees()).toContain("Dit ligt er bij Verkeer");
    expect(petra.sees()).toContain("van 8 dossiers");
  });

  it("a colleague is asked without handing over", async () => {
    const wout = town.person("Wout Sjabloon");
    await wout.asks("vraag aan Esra over D-2026-0128: welke masten hebben we nog?");
    expect(await dossier("D-2026-0128")).toMatchObject({
      status: "inProgress",
      owner: { official: "wout-sjabloon" },
      consults: [{ of: "esra-proefdruk" }],
    });
  });

  it("what is given back without time is asked from when it can", async () => {
    const wout = town.person("Wout Sjabloon");
    await wout.asks("teruggeven D-2026-0117 geen tijd");
    expect(wout.sees()).toContain("Teruggeven");
    expect((await dossier("D-2026-0117")).status).toBe("inProgress");
    await wout.asks("teruggeven D-2026-0117 geen tijd, wel vanaf 15 juni");
    expect(await dossier("D-2026-0117")).toMatchObject({
      status: "triage",
      owner: { official: "joris-proefstra" },
    });
  });
});
