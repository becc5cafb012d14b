import { describe, expect, it } from "vitest";
import { readRegieReason, readReturnReason, readUrgency } from "../../../bot/domain/language/reasons.ts";

const NOTHING = ["", "asdf", "ok", "joris mag het doen", "dank je wel", "wipkip genderen"];

describe("why a vakteam gives something back, in its own words", () => {
  it.each([
    ["geen tijd", "noCapacity"],
    ["doe maar terug naar joris, geen tijd", "noCapacity"],
    ["te druk", "noCapacity"],
    ["we zitten vol tot juni", "noCapacity"],
    ["komen er niet aan toe", "noCapacity"],
    ["geen mensen voor", "noCapacity"],
    ["geen capaciteit vóór 11 mei", "noCapacity"],
    ["staat al op de site", "answeredBefore"],
    ["al beantwoord in maart", "answeredBefore"],
    ["dit hebben we al uitgelegd aan de dorpsraad", "answeredBefore"],
    ["is van rijkswaterstaat", "notMunicipal"],
    ["dat ligt bij de provincie", "notMunicipal"],
    ["geen gemeentelijke taak", "notMunicipal"],
    ["waterschap gaat hierover", "notMunicipal"],
    ["weet te weinig", "tooLittleKnown"],
    ["te weinig info", "tooLittleKnown"],
    ["meer informatie nodig", "tooLittleKnown"],
    ["niet duidelijk waar het is", "tooLittleKnown"],
    ["bij de school is het onduidelijk, we weten niet waar in de gemeente", "tooLittleKnown"],
    ["gaat gewoon via het meldpunt", "regularChannel"],
    ["vaste route", "regularChannel"],
    ["is een melding", "regularChannel"],
    ["kan het dorp zelf", "villageOrPartner"],
    ["dorpsraad kan dit zelf", "villageOrPartner"],
    ["dit is iets voor de woningcorporatie", "villageOrPartner"],
    ["dubbel", "double"],
    ["hier loopt al een dossier over", "double"],
    ["zelfde als D-2026-0131", "double"],
  ])("%s", (typed, reason) => {
    expect(readReturnReason(typed)).toBe(reason);
  });

  it.each(NOTHING)("%s is no reason", (typed) => {
    expect(readReturnReason(typed)).toBeUndefined();
  });
});

describe("why a regisseur is needed", () => {
  it.each([
    ["meerdere partijen", "severalParties"],
    ["er zijn drie verenigingen bij betrokken", "severalParties"],
    ["spanning in het dorp", "tension"],
    ["2 buurten staan lijnrecht tegenover elkaar", "tension"],
    ["ruzie tussen de buren en de kroeg", "tension"],
    ["geen eigenaar", "noOwner"],
    ["niemand gaat hierover", "noOwner"],
    ["valt tussen twee teams", "noOwner"],
    ["nieuw initiatief", "newInitiative"],
    ["bewoners willen een moestuin beginnen", "newInitiative"],
  ])("%s", (typed, reason) => {
    expect(readRegieReason(typed)).toBe(reason);
  });

  it.each([...NOTHING, "hij kent ze toch", "geen tijd", "toch zelf doen"])("%s is no reason", (typed) => {
    expect(readRegieReason(typed)).toBeUndefined();
  });
});

describe("why it cannot wait", () => {
  it.each([
    ["gevaar", "danger"],
    ["er gebeuren ongelukken", "danger"],
    ["wettelijke termijn", "legalTerm"],
    ["beslistermijn loopt vrijdag af", "legalTerm"],
    ["bestuurlijk", "board"],
    ["wethouder wil t ook", "board"],
  ])("%s", (typed, urgency) => {
    expect(readUrgency(typed)).toBe(urgency);
  });

  it.each([...NOTHING, "omdat ik het wil"])("%s is no reason", (typed) => {
    expect(readUrgency(typed)).toBeUndefined();
  });
});
