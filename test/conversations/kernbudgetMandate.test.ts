import { afterEach, beforeEach, expect, it } from "vitest";
import { freeCents, type Pot } from "../../bot/domain/pot.ts";
import { openTown, type Town } from "../town.ts";

let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town.close());

async function pot(): Promise<Pot> {
  const found = await town.store.get("pot", "kernbudget-2026");
  if (!found) throw new Error("there is no pot");
  return found.row;
}

const TYPED =
  "aanvraag oranjever. drongelen binnen, 1850 euro voor koningsdag kinderspelen + speakers huren. eigen geld 700 + 12 vrijwilligers. formulier zit in zaak Z-26-00417";

it("a small kernbudget in the village of the burgemeester: from a typed sentence to a letter", async () => {
  const mieke = town.person("Mieke Denkbeeld");
  const ilse = town.person("Ilse Mockema");
  const roos = town.person("Roos van Bedacht");
  const gijs = town.person("Gijs Kladversie");

  await mieke.asks(TYPED);
  expect(mieke.sees()).toContain("€ 1.850 voor oranjever. drongelen, Drongelen");
  expect(mieke.sees()).toContain("Zaak: Z-26-00417");
  await mieke.presses("Invullen");
  expect(mieke.fields()).toMatchObject({
    applicant: "oranjever. drongelen",
    purpose: "koningsdag kinderspelen + speakers huren",
    amount: "€ 1.850",
    ownMoney: "€ 700",
    kern: "drongelen",
    caseNumber: "Z-26-00417",
    application: "yes",
  });
  await mieke.presses("Opslaan", { ...mieke.fields(), activityDay: "2026-04-27", vakteam: "none" });
  expect(mieke.sees()).toContain("De aanvraag is ontvangen.");
  // The burgemeester hears of it as kernbestuurder, and is asked nothing.
  expect(roos.sees()).toContain("€ 1.850 voor oranjever. drongelen");
  expect(roos.buttons()).toEqual([]);

  await mieke.presses("Beoordelen");
  await mieke.presses("Beoordeling opslaan", {
    criteria: "kern,draagvlak,inzet,niet-commercieel,nieuw,beleid",
  });
  expect(freeCents(await pot())).toBe(9_600_00);
  await mieke.presses("Klaarzetten voor besluit");
  expect(freeCents(await pot())).toBe(7_750_00);

  expect(ilse.sees()).toContain("Besluiten in mandaat – kernbudget");
  expect(ilse.sees()).toContain("Je beslist als programmamanager, namens het college.");
  expect(ilse.sees()).toContain("Eigen aandeel: 27% (nodig is 25%)");
  expect(ilse.sees()).toContain(
    "De activiteit is op ma 27 april, over 13 dagen. Dat is korter dan de gewone aanvraagtijd. Afwijken mag met reden.",
  );
  expect(ilse.sees()).toContain("Criteria: 6 van 6");
  expect(ilse.sees()).toContain("Raakt portefeuille: geen");
  expect(ilse.sees()).toContain("Na toekennen is nog € 7.750 vrij.");
  expect(ilse.buttons()).toEqual(["Toekennen", "Deels", "Weigeren", "Meer"]);
  await ilse.presses("Meer");
  expect(await ilse.finds("")).toEqual([
    "Onder voorwaarde",
    "Eerst toelichting",
    "Naar college",
    "Persoonlijk belang",
  ]);
  expect(ilse.buttons()).toEqual(["Verder", "Terug"]);
  await ilse.presses("Terug");

  // To depart from the usual term needs a reason.
  await ilse.presses("Toekennen");
  expect(ilse.told()).toContain("Schrijf er een reden bij.");
  await ilse.presses("Toekennen", { reason: "kleine organisatie, vorig jaar ook" });
  expect(ilse.sees()).toContain("Toegekend, nog niet bekendgemaakt.");
  expect(await pot()).toMatchObject({ committedCents: 98_250_00, reservedCents: 6_000_00 });

  expect(roos.sees()).toContain("Besloten door: Ilse Mockema, als programmamanager, namens het college");
  expect(mieke.sees()).toContain("Toegekend, nog niet bekendgemaakt.");
  expect(mieke.sees()).toContain("Nog niet toezeggen. De brief is nog niet verstuurd.");

  await town.now("2026-04-16T08:00:00.000Z");
  expect(gijs.sees()).toContain("Brief versturen – kernbudget");
  await gijs.presses("Brief verstuurd");
  expect(mieke.sees()).toContain("Brief verstuurd. Je mag het vertellen.");
  expect(mieke.sees()).not.toContain("Nog niet toezeggen");
  await gijs.presses("Betaald");
  expect(await pot()).toMatchObject({ paidCents: 98_250_00 });

  const records = await town.store.all("decisionRecord");
  expect(records.map(({ row }) => row)).toMatchObject([
    {
      by: { name: "Ilse Mockema" },
      capacities: [{ role: "programmamanager" }],
      onBehalfOf: "college",
      outcome: "granted",
      cents: 1_850_00,
      motivation: "kleine organisatie, vorig jaar ook",
      shown: { ownPercent: 27, shortNotice: 13, pot: { freeCents: 7_750_00 } },
    },
  ]);
});
