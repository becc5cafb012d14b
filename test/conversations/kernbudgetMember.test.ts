import { afterEach, beforeEach, expect, it } from "vitest";
import { freeCents, type Pot } from "../../bot/domain/pot.ts";
import { openTown, type Town, type TownPerson } from "../town.ts";

let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town.close());

const EVENING = "2026-04-14T19:40:00.000Z";
const ALL = "kern,draagvlak,inzet,niet-commercieel,nieuw,beleid";

async function pot(): Promise<Pot> {
  const found = await town.store.get("pot", "kernbudget-2026");
  if (!found) throw new Error("there is no pot");
  return found.row;
}

/** Hank's garden, with the advice of BOR, ready to be decided on. */
async function garden(): Promise<void> {
  const joris = town.person("Joris Proefstra");
  const wout = town.person("Wout Sjabloon");
  await joris.asks("aanvraag Stichting i.o. Moestuin Achter 't Veldje hank 7.500 euro voor een moestuin");
  await joris.presses("Invullen");
  await joris.presses("Opslaan", {
    ...joris.fields(),
    applicant: "Stichting i.o. Moestuin Achter 't Veldje",
    funds: "Oranje Fonds 15.000 toegezegd\nProvincie 7.500 gevraagd",
    portefeuilles: "openbare-ruimte",
    vakteam: "bor",
  });
  const esra = town.person("Esra Proefdruk");
  expect(esra.sees()).toContain("Vakadvies gevraagd – kernbudget");
  await esra.presses("Advies geven");
  await esra.presses("Advies geven", { advice: "akkoord, mits beheerafspraak" });
  expect(wout.messages()).toEqual([]);
  await joris.presses("Beoordelen");
  await joris.presses("Beoordeling opslaan", { criteria: ALL });
  await joris.presses("Klaarzetten voor besluit");
}

/** Presses a button that is on somebody's card as it stands now, whoever that card was sent to. */
async function pressesCopy(person: TownPerson, verb: string): Promise<string> {
  const tokens = (await town.store.all("token")).filter(({ row }) => row.subject.kind === "plan");
  const latest = tokens.toSorted((one, other) => one.row.version - other.row.version).at(-1);
  return (await town.post(person.invoke(verb, { token: latest?.row.id }))).text;
}

it("akkoord joh: a foundation to be in Hank, and a kernwethouder who is portefeuillehouder too", async () => {
  const joris = town.person("Joris Proefstra");
  const anna = town.person("Anna Fictema");
  const babs = town.person("Babs Doublure");
  const teun = town.person("Teun Verzonneman");
  const gijs = town.person("Gijs Kladversie");
  await garden();

  // One card, two capacities.
  expect(anna.sees()).toContain("Besluiten namens het college – kernbudget");
  expect(anna.sees()).toContain(
    "Je beslist als kernwethouder Hank en als portefeuillehouder Beheer openbare ruimte, namens het college.",
  );
  expect(anna.sees()).toContain("Advies: Beheer Openbare Ruimte: akkoord, mits beheerafspraak");
  expect(anna.sees()).toContain("Andere fondsen: € 15.000 toegezegd, € 7.500 gevraagd, hefboom 2,0");
  expect(freeCents(await pot())).toBe(2_100_00);

  // A message and a thumb decide nothing.
  await anna.asks("akkoord joh, mooi plan 👍");
  expect(anna.sees()).toBe(
    "Fijn. Om namens het college te besluiten heb ik je tik op de kaart nodig; een bericht of duim telt niet. Bedrag: € 7.500.",
  );
  await anna.asks("👍");
  expect(anna.sees()).toContain("een bericht of duim telt niet");
  const thumb = { type: "messageReaction", reactionsAdded: [{ type: "like" }], text: undefined };
  expect((await town.post(anna.activity(thumb))).status).toBeLessThan(300);
  expect(await town.store.all("decisionRecord")).toEqual([]);

  // The secretariat reads along, and does not decide.
  expect(babs.sees()).toContain("€ 7.500 voor Stichting i.o. Moestuin");
  expect(babs.buttons()).not.toContain("Toekennen");
  expect(await pressesCopy(babs, "grant")).toContain("Jij kunt dit klaarzetten, maar niet beslissen.");
  // The card is passed on to another member.
  expect(await pressesCopy(teun, "grant")).toContain("Deze vraag is aan wethouder Fictema gericht.");
  // Who submitted it never decides on it.
  expect(await pressesCopy(joris, "grant")).toContain("zelf ingediend of voorbereid");
  expect(await town.store.all("decisionRecord")).toEqual([]);

  await town.now(EVENING);
  const heard = [joris, gijs, babs].map((one) => one.messages().length);
  await anna.presses("Meer");
  await anna.presses("Verder", { step: "grantOnConditionForm" });
  await anna.presses("Toekennen onder voorwaarde", {
    condition: "eerst stichting ingeschreven KvK + beheerafspraak BOR",
  });
  expect(anna.seesOnCard()).toContain("Toegekend, nog niet bekendgemaakt.");
  expect(anna.seesOnCard()).toContain("Voorwaarde: eerst stichting ingeschreven KvK + beheerafspraak BOR");
  expect(await pot()).toMatchObject({ committedCents: 103_900_00, reservedCents: 6_000_00 });
  expect(freeCents(await pot())).toBe(2_100_00);

  // Nobody else hears of it before the town hall opens.
  expect([joris, gijs, babs].map((one) => one.messages().length)).toEqual(heard);
  expect(joris.sees()).not.toContain("Toegekend");
  await town.now("2026-04-15T06:00:00.000Z");
  expect(joris.sees()).toContain("Toegekend, nog niet bekendgemaakt.");
  expect(joris.sees()).toContain("Nog niet toezeggen.");
  expect(gijs.sees()).toContain("Brief versturen – kernbudget");

  const [record] = await town.store.all("decisionRecord");
  expect(record?.row).toMatchObject({
    by: { name: "Anna Fictema" },
    capacities: [
      { role: "kernwethouder", scope: "Hank" },
      { role: "portefeuillehouder", scope: "Beheer openbare ruimte" },
    ],
    at: EVENING,
    cents: 7_500_00,
    condition: "eerst stichting ingeschreven KvK + beheerafspraak BOR",
    shown: { leverageTenths: 20, applicant: "Stichting i.o. Moestuin Achter 't Veldje" },
  });
});

it("a personal interest, and nobody was arranged: to the college, whose decision the secretariat writes down", async () => {
  const anna = town.person("Anna Fictema");
  const babs = town.person("Babs Doublure");
  await garden();
  await anna.presses("Meer");
  await anna.presses("Verder", { step: "recuse" });
  expect(anna.buttons()).toEqual([]);
  expect(await pressesCopy(anna, "grant")).toContain("Je hebt een persoonlijk belang gemeld.");
  await babs.presses("Naar college");
  expect(babs.sees()).toContain("Het college beslist op di 21 april.");
  await town.now("2026-04-21T10:00:00.000Z");
  await babs.presses("Besluit vastleggen");
  await babs.presses("Vastleggen", { ...babs.fields(), listNumber: "2026-16/7" });
  expect(babs.sees()).toContain("Collegebesluit: di 21 april, nummer 2026-16/7");
  const [record] = await town.store.all("decisionRecord");
  expect(record?.row).toMatchObject({ outcome: "granted", college: { on: "2026-04-21" } });
});

it("somebody else's portefeuille: that member agrees first, and a card from before shows how it stands", async () => {
  const joris = town.person("Joris Proefstra");
  const anna = town.person("Anna Fictema");
  const lies = town.person("Lies Voorbeeldsma");
  await joris.asks("aanvraag sportclub hank 4.000 euro voor een veldje");
  await joris.presses("Invullen");
  await joris.presses("Opslaan", { ...joris.fields(), ownMoney: "2000", portefeuilles: "sport" });
  await joris.presses("Beoordelen");
  await joris.presses("Beoordeling opslaan", { criteria: ALL });
  await joris.presses("Klaarzetten voor besluit");
  const before = anna.token();
  expect(anna.buttons()).toEqual(["Persoonlijk belang"]);
  expect(await pressesCopy(anna, "grant")).toContain(
    "Eerst moet Lies Voorbeeldsma akkoord gaan, voor Sport.",
  );
  expect(lies.sees()).toContain("Dit plan raakt jouw portefeuille Sport. Ga je akkoord?");
  await lies.presses("Akkoord");
  expect(await town.store.all("decisionRecord")).toEqual([]);
  const old = await town.post(anna.invoke("grant", { token: before }));
  expect(old.text).toContain("Toekennen");
  expect(await town.store.all("decisionRecord")).toEqual([]);
  await anna.presses("Weigeren");
  await anna.presses("Weigeren", { reason: " " });
  expect(anna.told()).toContain("Schrijf er een reden bij.");
  await anna.presses("Weigeren", { reason: "er is al een veldje" });
  expect(anna.sees()).toContain("Geweigerd, nog niet bekendgemaakt.");
  expect(freeCents(await pot())).toBe(9_600_00);
});

it("tells what is left", async () => {
  const mieke = town.person("Mieke Denkbeeld");
  await mieke.asks("pot nog vol?");
  expect(mieke.sees()).toContain("Er is nog € 9.600 vrij.");
  expect(mieke.sees()).toContain("Genderen: Dorpshuis Genderen, € 6.000");
  expect(mieke.sees()).toContain("Een kern heeft geen eigen deel.");
});

it("asks whether it is an application, and lets no term run for an idea", async () => {
  const mieke = town.person("Mieke Denkbeeld");
  await mieke.asks("mag ik 300 eu voor bloembakken andel");
  await mieke.presses("Invullen");
  expect(mieke.fields()).toMatchObject({ application: "no", amount: "€ 300", kern: "andel" });
  await mieke.presses("Opslaan", { ...mieke.fields(), applicant: "buurt Andel", amount: "1.85" });
  expect(mieke.told()).toContain("Dat bedrag kan ik niet gebruiken.");
  await mieke.presses("Opslaan", { ...mieke.fields(), applicant: "buurt Andel" });
  expect(mieke.sees()).toContain("Dit is een idee. Er loopt nog geen termijn.");
  expect(mieke.sees()).not.toContain("Uiterlijk");
});
