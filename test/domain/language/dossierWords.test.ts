import { describe, expect, it } from "vitest";
import { dossierNumberIn } from "../../../bot/domain/language/dossierNumbers.ts";
import { findByWords, type Wanted } from "../../../bot/domain/language/dossierWords.ts";
import { makeReader } from "../../../bot/domain/language/reader.ts";
import { loadWords } from "../../../bot/words.ts";
import { practiceRegister } from "./practiceRegister.ts";

const reader = makeReader(practiceRegister(), loadWords());

const DOSSIERS: readonly Wanted[] = [
  {
    id: "wipkip",
    title: "speelplek Genderen wipkip is weggehaald ivm keuring",
    kernen: ["genderen"],
    topic: "speelplekken",
  },
  { id: "schommel", title: "Schommel kapot achter de kerk", kernen: ["veen"], topic: "speelplekken" },
  {
    id: "30km",
    title: "30 km Dorpsweg",
    kernen: ["sleeuwijk", "werkendam", "dussen"],
    topic: "verkeerssnelheid",
  },
  { id: "drempel", title: "Drempel los in de Kerkstraat", kernen: ["andel"], topic: "verkeersdrempels" },
  { id: "jeugdplek", title: "Plek voor jeugd in Hank", kernen: ["hank"], topic: "jeugdplek" },
  { id: "lantaarn", title: "Lantaarnpaal doet het niet", kernen: ["veen"], topic: "openbare-verlichting" },
];

describe("a dossier is found without its number", () => {
  it.each([
    ["afsluiten genderen wipkip", "wipkip"],
    ["afsluiten genderen", "wipkip"],
    ["wipkip", "wipkip"],
    ["heropen wipkip genderen", "wipkip"],
    ["wipkpi genderen", "wipkip"],
    ["antwoord op genderen wipkip: schommel in veen kan ook", "wipkip"],
    ["trek schommel veen terug", "schommel"],
    ["ik pak de lantaarnpalen in veen op", "lantaarn"],
    ["ik pak lantaarn veen op", "lantaarn"],
    ["straatverlichting veen kan dicht", "lantaarn"],
    ["30 km sleeuwijk", "30km"],
    ["te hard rijden in dussen", "30km"],
    ["drempels andel", "drempel"],
    ["jeugd hank", "jeugdplek"],
    ["hangplek hank", "jeugdplek"],
  ])("%s", (typed, id) => {
    const { found, ambiguous } = findByWords(DOSSIERS, typed, reader);
    expect([found[0], ambiguous]).toEqual([id, false]);
  });

  it.each([
    ["afsluiten veen", ["schommel", "lantaarn"]],
    ["speeltuin", ["wipkip", "schommel"]],
  ])("%s may be more than one", (typed, ids) => {
    const { found, ambiguous } = findByWords(DOSSIERS, typed, reader);
    expect(ambiguous).toBe(true);
    expect(found.slice(0, 2).toSorted()).toEqual(ids.toSorted());
  });

  it.each(["wipkip in andel", "afsluiten", "", "riool in uppel"])("%s is none of them", (typed) => {
    expect(findByWords(DOSSIERS, typed, reader)).toEqual({ found: [], ambiguous: false });
  });
});

describe("a dossier's number is understood however it is typed", () => {
  it.each([
    ["D-2026-0001", "D-2026-0001"],
    ["wat is de stand van d-2026-0001?", "D-2026-0001"],
    ["d20260001", "D-2026-0001"],
    ["d2026-1", "D-2026-0001"],
    ["D 2026 - 0131 bundelen", "D-2026-0131"],
    ["dossier 12", "D-2026-0012"],
    ["dossier nr. 12 mag dicht", "D-2026-0012"],
    ["dossiernummer 2025-0012", "D-2025-0012"],
    ["#12 afsluiten", "D-2026-0012"],
    ["d-12", "D-2026-0012"],
    ["D-2026-12345", "D-2026-12345"],
    ["bundel D-2026-0002 met D-2026-0003", "D-2026-0002"],
  ])("%s", (typed, number) => {
    expect(dossierNumberIn(typed, 2026)).toBe(number);
  });

  it.each([
    "zaak Z-26-00417",
    "wipkip genderen",
    "30 km",
    "d-2026-0000",
    "dossiers 2",
    "id 12",
    "bd12",
    "24-04-2026",
    "",
  ])("%s has none", (typed) => {
    expect(dossierNumberIn(typed, 2026)).toBeUndefined();
  });
});
