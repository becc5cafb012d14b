import { describe, expect, it } from "vitest";
import { makeReader } from "../../../bot/domain/language/reader.ts";
import { readTypedPlan, type TypedPlan } from "../../../bot/domain/language/typedPlan.ts";
import { loadWords } from "../../../bot/words.ts";
import { practiceRegister } from "./practiceRegister.ts";

const reader = makeReader(practiceRegister(), loadWords());

describe("what is typed about kernbudget", () => {
  it.each([
    ["pot nog vol?", "pot"],
    ["hoeveel zit er nog in de pot", "pot"],
    ["is er nog kernbudget?", "pot"],
    ["hoeveel kernbudget is er nog", "pot"],
    ["wat is de stand van het kernbudget", "pot"],
    ["aanvraag oranjever. drongelen binnen, 1850 euro voor koningsdag", "application"],
    ["mag ik 300 eu voor bloembakken andel", "application"],
    ["kunnen ze € 1.200 krijgen voor een jeu de boules baan in veen?", "application"],
    ["akkoord", "agree"],
    ["akkoord joh, mooi plan 👍", "agree"],
    ["keur maar goed", "agree"],
    ["wie gaat over kernbudget", "owner"],
    ["mag ik een vergunning voor een braderie in hank", "owner"],
    ["aanvraag evenementenvergunning hank", "owner"],
    ["wie gaat over de aanvraag van 500 euro voor sport in veen", "owner"],
    ["prima", "thanks"],
  ])("%s: %s", (typed, intent) => {
    expect(reader.read(typed).intent).toBe(intent);
  });

  it.each([
    ["aanvraag oranjever. drongelen binnen, 1850 euro voor koningsdag", "drongelen"],
    ["mag ik 300 eu voor bloembakken andel", "andel"],
  ])("%s: in %s", (typed, kern) => {
    expect(reader.read(typed).kernen).toEqual([kern]);
  });
});

describe("a plan as somebody types it", () => {
  it.each<[string, Partial<TypedPlan>]>([
    [
      "aanvraag oranjever. drongelen binnen, 1850 euro voor koningsdag kinderspelen + speakers huren. eigen geld 700 + 12 vrijwilligers. formulier zit in zaak Z-26-00417",
      {
        applicant: "oranjever. drongelen",
        purpose: "koningsdag kinderspelen + speakers huren",
        askedCents: 1_850_00,
        ownMoneyCents: 700_00,
        volunteers: 12,
        caseNumber: "Z-26-00417",
        saysApplication: true,
      },
    ],
    [
      "aanvraag oranjever. drongelen 1850 euro voor koningsdag, eigen geld 700 + 12 vrijwilligers. formulier zit in zaak Z-26-00417",
      { applicant: "oranjever. drongelen", purpose: "koningsdag", ownMoneyCents: 700_00 },
    ],
    [
      "mag ik 300 eu voor bloembakken andel",
      { applicant: undefined, purpose: "bloembakken andel", askedCents: 300_00, saysApplication: false },
    ],
    [
      "aanvraag van dorpsraad veen: 2,5k voor een bankje",
      { applicant: "dorpsraad veen", askedCents: 2_500_00 },
    ],
    [
      "eigen bijdrage € 250, ze vragen € 1.000,50 voor een tuin",
      { ownMoneyCents: 250_00, askedCents: 1_000_50 },
    ],
    ["aanvraag 40 uur werk en 900 euro voor verf", { hours: 40, askedCents: 900_00, purpose: "verf" }],
    ["aanvraag dorpshuis 1.85 euro voor iets", { askedCents: undefined }],
    ["aanvraag dorpshuis eethen", { askedCents: undefined, applicant: "dorpshuis eethen" }],
  ])("%s", (typed, plan) => {
    expect(readTypedPlan(typed)).toMatchObject(plan);
  });

  it("reads any length of anything in bounded time", () => {
    for (const typed of [
      "aanvraag ".repeat(400),
      "1.".repeat(2000),
      "eigen geld ".repeat(350),
      "voor ".repeat(800),
    ])
      expect(readTypedPlan(typed).askedCents).toBeUndefined();
  });
});
