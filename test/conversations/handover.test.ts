import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTown, type Town } from "../town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

async function dossier() {
  const all = (await town.store.all("dossier")).map(({ row }) => row);
  const found = all.find(({ number }) => number === "D-2026-0137");
  if (!found) throw new Error("there is no new dossier");
  return found;
}

describe("scenario 4: a warm handover, with a claim and a question", () => {
  it("Mieke types it in one message and is asked which day she promised", async () => {
    for (const name of ["Esra Proefdruk", "Wout Sjabloon"]) await town.person(name, "channel.bor").opens();
    const mieke = town.person("Mieke Denkbeeld");
    await mieke.asks(
      "overdragen aan BOR: speelplek Genderen wipkip is weggehaald ivm keuring, ouders willen weten wat er voor terugkomt. heb gezegd dat ze voor de meivakantie iets horen",
    );
    expect(mieke.sees()).toContain("Overdragen");
    expect(mieke.sees()).toContain("Kern: Genderen");
    expect(mieke.sees()).toContain("Team: Beheer Openbare Ruimte");
    expect(mieke.sees()).toContain("Gevraagd: een antwoord");
    expect(mieke.sees()).toContain("Welke datum is dat?");
  });

  it("she types the day, and then what the village does", async () => {
    const mieke = town.person("Mieke Denkbeeld");
    await mieke.asks("vr 24/4");
    expect(mieke.sees()).toContain("vóór vr 24 april");
    expect(mieke.sees()).toContain("Wat doet het dorp zelf?");
    await mieke.asks("oudergroep wil helpen plaatsen + 500 euro van de braderie");
    expect(mieke.sees()).toContain(
      "Dorp en partners: oudergroep wil helpen plaatsen + 500 euro van de braderie",
    );
    expect(mieke.messages()).toHaveLength(1);
    expect((await dossier()).status).toBe("registered");
  });

  it("before sending she sees how full the team is; nothing has been sent", async () => {
    const mieke = town.person("Mieke Denkbeeld");
    expect(mieke.sees()).toContain("Team Beheer Openbare Ruimte heeft nu 5 van 8 dossiers.");
    await mieke.presses("Versturen");
    expect(mieke.sees()).toContain("om 09:30 naar Beheer Openbare Ruimte");
    expect(await dossier()).toMatchObject({ status: "offered", owner: { official: "mieke-denkbeeld" } });
  });

  it("the team gets one card in its channel: what, where, promised, by when", async () => {
    await town.now("2026-04-14T07:30:00.000Z");
    const esra = town.person("Esra Proefdruk", "channel.bor");
    await esra.opens();
    const card = esra.sees();
    expect(card).toContain("Speelplek Genderen wipkip is weggehaald ivm keuring");
    expect(card).toContain("Beloofd: heb gezegd dat ze voor de meivakantie iets horen (vóór vr 24 april)");
    expect(card).toContain("Terug vóór: vr 24 april");
    expect(card).toContain("Wil jij dit overnemen?");
    expect(card).toContain("Mieke Denkbeeld houdt contact met de bewoners.");
    expect(esra.buttons()).toEqual(["Ik pak dit op", "Vraag stellen", "Teruggeven", "Meer…"]);
  });

  it("Esra and Wout press at the same moment: one takes it, the other sees who has it", async () => {
    await town.now("2026-04-14T08:12:00.000Z");
    const esra = town.person("Esra Proefdruk", "channel.bor");
    const wout = town.person("Wout Sjabloon", "channel.bor");
    const press = wout.invoke("take", { token: esra.token() });
    await esra.presses("Ik pak dit op");
    const late = await town.post(press);
    expect(late.text).toContain("Esra Proefdruk heeft dit om 10:12 opgepakt.");
    expect(await dossier()).toMatchObject({
      status: "inProgress",
      owner: { official: "esra-proefdruk", capacity: "aanspreekpunt", vakteam: "bor" },
    });
  });

  it("Mieke reads on her card that she keeps contact, without another message", () => {
    const mieke = town.person("Mieke Denkbeeld");
    expect(mieke.messages()).toHaveLength(1);
    expect(mieke.sees()).toContain("Esra Proefdruk neemt dit over. Jij houdt contact met de bewoners.");
  });

  it("Esra asks back; the term goes on; Mieke answers", async () => {
    const esra = town.person("Esra Proefdruk", "channel.bor");
    await esra.opens();
    await esra.presses("Vraag stellen");
    await esra.presses("Vraag stellen", { text: "hoeveel kinderen ong en welke leeftijd?" });
    const mieke = town.person("Mieke Denkbeeld");
    expect(mieke.sees()).toContain("Esra Proefdruk vraagt: hoeveel kinderen ong en welke leeftijd?");
    expect((await dossier()).due).toBe("2026-04-24");
    await mieke.presses("Antwoorden");
    await mieke.presses("Antwoorden", { text: "±25, 3-7 jr" });
    expect(await dossier()).toMatchObject({ status: "inProgress", owner: { official: "esra-proefdruk" } });
    await esra.opens();
    expect(esra.sees()).toContain("Mieke Denkbeeld antwoordt: ±25, 3-7 jr");
  });

  it("Esra answers; Mieke gets it with a draft for the residents", async () => {
    await town.now("2026-04-22T12:30:00.000Z");
    const esra = town.person("Esra Proefdruk", "channel.bor");
    await esra.presses("Antwoord geven");
    await esra.presses("Antwoord geven", {
      text: "komt nieuw toestel, levering wk 23, plaatsen samen met ouders kan, toezicht door ons. 500 mag maar hoeft niet.",
    });
    const mieke = town.person("Mieke Denkbeeld");
    expect(mieke.sees()).toContain("Laat jij het de bewoners weten vóór vr 24 april?");
    expect(mieke.sees()).toContain("Concept voor de bewoners.");
    expect(mieke.sees()).toContain("U vroeg ons om een reactie over speelplekken");
    expect(await dossier()).toMatchObject({ status: "answered" });
  });

  it("it cannot be closed before the residents have heard", async () => {
    const mieke = town.person("Mieke Denkbeeld");
    await mieke.presses("Teruggekoppeld");
    await mieke.presses("Teruggekoppeld", { text: " ", told: "yes" });
    expect(mieke.told()).toContain("Schrijf er een reden bij.");
    expect((await dossier()).status).toBe("answered");
  });

  it("Mieke records that she told them; it closes, and Esra is thanked in her bundle", async () => {
    await town.now("2026-04-23T07:00:00.000Z");
    const mieke = town.person("Mieke Denkbeeld");
    await mieke.presses("Teruggekoppeld", { text: "gemaild aan oudergroep 23/4, blij", told: "yes" });
    expect(mieke.sees()).toContain("Afgesloten en teruggekoppeld");
    const [share] = (await dossier()).shares;
    expect(share).toMatchObject({
      promised: { by: "2026-04-24" },
      feedback: { on: "2026-04-23", told: true },
    });
    await town.now("2026-04-23T07:30:00.000Z");
    expect(town.person("Esra Proefdruk").sees()).toContain("Teruggekoppeld aan Genderen. Dank je.");
    expect(town.person("Esra Proefdruk").sees()).toContain("Genderen");
  });
});
