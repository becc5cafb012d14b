import { describe, expect, it } from "vitest";
import { sensitiveIn } from "../../bot/domain/sensitive.ts";

describe("what may not be kept is recognised", () => {
  it.each([
    ["bsn", "haar bsn is 111222333"],
    ["bsn", "nummer 1112.22.333 van de aanvraag"],
    ["bsn", "het gaat om 123 456 782."],
    ["iban", "graag op NL91 ABNA 0417 1643 00 storten"],
    ["iban", "rekening nl91abna0417164300"],
    ["phone", "bel haar op 06-12345678"],
    ["phone", "0416-123456"],
    ["phone", "+31 6 12345678"],
    ["email", "mail naar j.devries@example.nl"],
    ["birth", "geb. 12-03-1980"],
    ["birth", "geboren op 3 mei 1961"],
    ["person", "mevrouw heeft schulden en kan niet betalen"],
    ["person", "de buurman is volgens hen verslaafd"],
    ["person", "Hij zit in de bijstand"],
  ])("%s: %s", (kind, text) => {
    expect(sensitiveIn(text)).toEqual([kind]);
  });

  it("several kinds, each once", () => {
    expect(sensitiveIn("bsn 111222333 en 123456782, 06 12345678")).toEqual(["bsn", "phone"]);
  });
});

describe("ordinary work is not", () => {
  it.each([
    "stoeptegel los nieuwendijk 12",
    "zaak Z-26-00417, dossier D-2026-0131",
    "1850 euro, eigen geld 700 + 12 vrijwilligers",
    "begroting € 1.234.567,89 over 2026",
    "wie gaat over schuldhulpverlening",
    "vraag over de bijstand in het algemeen",
    "123456789 is geen bsn",
    "perceel 12345678901",
    "op 12-03-2026 om 10:12",
    "kvk 12345678",
    "25 kinderen van 3-7 jr, oudergroep wil helpen",
    "de bewoners willen dat er iets gebeurt aan de riolering",
  ])("%s", (text) => {
    expect(sensitiveIn(text)).toEqual([]);
  });

  it("takes no time over 100 KB of anything", () => {
    for (const piece of ["hij ", "1 ", "a@", "NL91 ", "geb. ", "06-", "mevrouw x "]) {
      expect(sensitiveIn(piece.repeat(100_000 / piece.length))).toBeDefined();
    }
  });
});
