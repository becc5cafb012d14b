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

describe("scenario 5: three villages, one full team, and 'the wethouder wants it'", () => {
  it("Joris sees, before anything is sent, that it runs already and that the team is full", async () => {
    const joris = town.person("Joris Proefstra");
    await joris.asks("graag met spoed naar Daan: 30 km sleeuwijk dorpsweg, wethouder wil t ook");
    await joris.asks("dorpsraad telt de auto's");
    const card = joris.sees();
    expect(card).toContain("2 dorpen vroegen dit al: Werkendam en Dussen (dossier D-2026-0131).");
    expect(card).toContain("Team Verkeer heeft nu 8 van 8 dossiers.");
    expect(card).toContain("De eerste plek komt vrij rond ma 11 mei.");
    expect(card).toContain("Over de inhoud gaat de portefeuillehouder: Anna Fictema.");
    expect(joris.buttons()).toEqual([
      "Bundelen met D-2026-0131",
      "Op de wachtlijst",
      "Met spoed versturen",
      "Meer…",
    ]);
  });

  it("a press that sends all the same is refused: the team is full", async () => {
    const joris = town.person("Joris Proefstra");
    expect((await town.post(joris.invoke("offer", { token: joris.token() }))).text).toContain(
      "Dit team zit vol.",
    );
    expect((await dossier("D-2026-0137")).status).toBe("registered");
  });

  it("danger is called about, never handed over", async () => {
    const joris = town.person("Joris Proefstra");
    const data = { token: joris.token(), urgency: "danger", text: "gat in de weg" };
    expect((await town.post(joris.invoke("offer", data))).text).toContain("bel je nu het spoednummer");
  });

  it("a wish of the board does not open the door of a full team", async () => {
    const joris = town.person("Joris Proefstra");
    const data = { token: joris.token(), urgency: "board", text: "Teun, kernwethouder" };
    expect((await town.post(joris.invoke("offer", data))).text).toContain("Dit team zit vol.");
  });

  it("Joris types 'bundel maar': one dossier of three kernen, and Daan is not disturbed", async () => {
    const joris = town.person("Joris Proefstra");
    await joris.asks("bundel maar");
    expect(joris.sees()).toContain("Kernen: Werkendam, Dussen, Sleeuwijk");
    const bundled = await dossier("D-2026-0131");
    expect(bundled.shares.map(({ kern }) => kern)).toEqual(["werkendam", "dussen", "sleeuwijk"]);
    expect(bundled.shares.every(({ contact }) => contact === "joris-proefstra")).toBe(true);
    expect(await dossier("D-2026-0137")).toMatchObject({ status: "cancelled" });
    expect(town.person("Daan Testerman").messages()).toHaveLength(0);
    expect(town.person("Daan Testerman", "channel.verkeer").messages()).toHaveLength(0);
  });

  it("Daan reads it as a line in his bundle, and the team has no more work than before", async () => {
    await town.now("2026-04-14T07:30:00.000Z");
    const daan = town.person("Daan Testerman");
    expect(daan.messages()).toHaveLength(1);
    expect(daan.sees()).toContain("30 km in de dorpsstraat\nSleeuwijk toegevoegd.");
  });

  it("one answer leads to three times telling residents, each kern by itself", async () => {
    const daan = town.person("Daan Testerman");
    await daan.presses("Openen", { dossier: "practice-D-2026-0131" });
    await daan.presses("Antwoord geven");
    await daan.presses("Antwoord geven", { text: "We meten in mei en komen daarna terug." });
    const joris = town.person("Joris Proefstra");
    for (const kern of ["werkendam", "dussen", "sleeuwijk"]) {
      expect((await dossier("D-2026-0131")).status).toBe("answered");
      await joris.presses("Teruggekoppeld");
      await joris.presses("Teruggekoppeld", { kern, text: "verteld op de dorpsavond", told: "yes" });
    }
    expect((await dossier("D-2026-0131")).status).toBe("closed");
  });
});

describe("scenario 6: a vakambtenaar moves his work to the regisseur", () => {
  it("Harm is asked why this needs gebiedsregie", async () => {
    const harm = town.person("Harm Oefening", "group.overleg-kernen");
    await harm.asks(
      "@Kernwijzer zet ff op naam van joris: bewoners nieuwendijk uitleg geven over evenementenvergunning feestterrein, regels geluid enzo. hij kent ze toch",
    );
    const own = town.person("Harm Oefening");
    expect(own.sees()).toContain("Uitleg over regels of techniek is vakwerk.");
    expect(own.sees()).toContain("Waarom zou Joris Proefstra dit doen?");
    expect(own.buttons()).toEqual(["Toch zelf doen", "Vraag de regisseur"]);
    expect(town.person("Joris Proefstra", "group.overleg-kernen").sees()).not.toContain("feestterrein");
  });

  it("without a reason from the list nothing goes to the regisseur", async () => {
    const harm = town.person("Harm Oefening");
    await harm.presses("Vraag de regisseur");
    expect(harm.told()).toContain("Kies eerst waarom gebiedsregie nodig is.");
  });

  it("Harm does it himself, and Joris reads in his bundle when Harm is in the village", async () => {
    const before = town.person("Joris Proefstra").messages().length;
    const harm = town.person("Harm Oefening");
    await harm.asks("ok zelf dan, do 23/4 19:30. wel handig als hij weet");
    const own = await dossier("D-2026-0138");
    expect(own).toMatchObject({ status: "inProgress", owner: { official: "harm-oefening" } });
    expect(own.handoff).toBeUndefined();
    expect(town.person("Joris Proefstra").messages()).toHaveLength(before);
    await town.now("2026-04-14T12:00:00.000Z");
    expect(town.person("Joris Proefstra").sees()).toContain("Ter informatie");
    expect(town.person("Joris Proefstra").sees()).toContain("do 23/4 19:30");
  });

  it("with tension in the village the regisseur is asked to connect; the content stays with Harm", async () => {
    const harm = town.person("Harm Oefening");
    await harm.asks(
      "zet op naam van joris: bewoners nieuwendijk uitleg geven over evenementenvergunning feestterrein",
    );
    await harm.presses("Vraag de regisseur", {
      regieReason: "tension",
      text: "2 buurten staan lijnrecht tegenover elkaar",
    });
    expect(await dossier("D-2026-0139")).toMatchObject({
      status: "offered",
      owner: { official: "harm-oefening" },
      handoff: { regisseur: "joris-proefstra", regieReason: "tension" },
    });
    await town.now("2026-04-15T07:31:00.000Z");
    const joris = town.person("Joris Proefstra");
    expect(joris.sees()).toContain("Wil jij dit overnemen?");
  });
});
