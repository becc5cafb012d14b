import { describe, expect, it } from "vitest";
import { accept, EMPTY_REGISTER } from "../../bot/registerFormat/accept.ts";
import { readCsv } from "../../bot/registerFormat/csv.ts";
import type { Draft } from "../../bot/registerFormat/draft.ts";
import { describeProblem } from "../../bot/registerFormat/problem.ts";
import { SAMPLE, sampleWith } from "./sample.ts";

type Case = [file: string, from: string, to: string, problem: string];

const CELLS: Case[] = [
  ["ownership.csv", "o1,", "o 1,", `ownership.csv, row 2, column id: "o 1" has other characters than`],
  [
    "ownership.csv",
    "o1,",
    "__proto__,",
    `ownership.csv, row 2, column id: "__proto__" cannot be used as an id`,
  ],
  [
    "kernen.csv",
    "uppel,Uppel",
    "hank,Uppel",
    `kernen.csv, row 3, column id: "hank" is already the id of row 2`,
  ],
  ["kernen.csv", "uppel,Uppel", ",Uppel", `kernen.csv, row 3, column id: must not be empty`],
  ["kernen.csv", "hank,Hank", "hank, ", `kernen.csv, row 2, column name: must not be empty`],
  ["kernen.csv", "2216", "216", `kernen.csv, row 2, column bag_code: "216" is not a BAG woonplaatscode`],
  ["kernen.csv", "WK195903", "195903", `kernen.csv, row 2, column cbs_code: "195903" is not a CBS code`],
  ["kernen.csv", "4285", "4285 AB", `kernen.csv, row 3, column postcode: "4285 AB" is not the four digits`],
  ["kernen.csv", "3720", "3.720", `kernen.csv, row 2, column inhabitants: "3.720" is not a whole number`],
  [
    "kernen.csv",
    "3720,2021",
    ",2021",
    `kernen.csv, row 2, column inhabitants: must not be empty when inhabitants are given`,
  ],
  ["kernen.csv", "2021,CBS", "2021,", `kernen.csv, row 2, column inhabitants_source: must not be empty when`],
  [
    "topics.csv",
    "bomen|plantsoen",
    "bomen||plantsoen",
    `topics.csv, row 2, column synonyms: has an empty entry`,
  ],
  [
    "topics.csv",
    "5.7,,yes",
    "5.9,,yes",
    `topics.csv, row 2, column taakveld: "5.9" is not an Iv3 taakveld code`,
  ],
  [
    "topics.csv",
    "5.7,,yes",
    "5.7 ,,yes",
    `topics.csv, row 2, column taakveld: "5.7 " is not an Iv3 taakveld code (there is a space`,
  ],
  [
    "topics.csv",
    "5.7,,yes",
    ",,yes",
    `topics.csv, row 2, column taakveld: must not be empty for a municipal topic`,
  ],
  [
    "topics.csv",
    ",,,no,,,de net",
    ",0.10,,no,,,de net",
    `topics.csv, row 4, column elsewhere: must be empty for a municipal topic`,
  ],
  ["topics.csv", "yes", "ja", `topics.csv, row 2, column statutory: "ja" must be yes or no`],
  [
    "topics.csv",
    "groen,no",
    "bladeren,no",
    `topics.csv, row 3, column parent: the broader topics go round in a circle: bladeren, bladeren`,
  ],
  ["topics.csv", "groen,no", "grn,no", `topics.csv, row 3, column parent: there is no topic with id "grn"`],
  [
    "topics.csv",
    "meldpunt",
    "balie",
    `topics.csv, row 2, column channel: there is no channel with id "balie"`,
  ],
  [
    "topics.csv",
    "openbareruimte",
    "x",
    `topics.csv, row 2, column portefeuille: there is no portefeuille with id "x"`,
  ],
  [
    "officials.csv",
    "00000000-0000-4000-8000-000000000001",
    "wout@altena",
    `officials.csv, row 2, column entra_id: "wout@altena" is not an Entra object id`,
  ],
  [
    "roles.csv",
    "aanspreekpunt",
    "baas",
    `roles.csv, row 2, column role: "baas" is not a role; the roles are: gebiedsregisseur,`,
  ],
  [
    "roles.csv",
    ",,bor",
    ",hank,bor",
    `roles.csv, row 2, column vakteam: a role is for one scope, and kern is filled in too`,
  ],
  [
    "roles.csv",
    "hank",
    "",
    `roles.csv, row 3, column kern: must not be empty: a gebiedsregisseur is that for a kern`,
  ],
  ["roles.csv", "wout", "wou", `roles.csv, row 2, column official: there is no official with id "wou"`],
  ["roles.csv", "bor", "groen", `roles.csv, row 2, column vakteam: there is no vakteam with id "groen"`],
  ["roles.csv", "esra,2026", "wout,2026", `roles.csv, row 2, column deputy: nobody is their own deputy`],
  [
    "roles.csv",
    "2026-12-31",
    "2025-12-31",
    `roles.csv, row 2, column to: the last day 2025-12-31 is before the first day 2026-01-01`,
  ],
  [
    "absences.csv",
    "2026-04-28",
    "2026-02-30",
    `absences.csv, row 2, column to: "2026-02-30" is a day that does not exist`,
  ],
  [
    "absences.csv",
    "2026-04-28",
    "28-4-2026",
    `absences.csv, row 2, column to: "28-4-2026" is not a day; write year-month-day, such as 2026-04-28`,
  ],
  ["absences.csv", "2026-04-28", "", `absences.csv, row 2, column to: must not be empty`],
  [
    "ownership.csv",
    "groen,hank",
    "groen,hnk",
    `ownership.csv, row 3, column kern: there is no kern with id "hnk"`,
  ],
  [
    "ownership.csv",
    "o2,groen",
    "o2,groene",
    `ownership.csv, row 3, column topic: there is no topic with id "groene"`,
  ],
  ["ownership.csv", "hank,ro", "hank,", `ownership.csv, row 3, column vakteam: must not be empty`],
  [
    "ownership.csv",
    "wout,esra",
    "wout,wout",
    `ownership.csv, row 2, column deputy: nobody is their own deputy`,
  ],
  ["ownership.csv", "gesprek in januari", "", `ownership.csv, row 3, column source: must not be empty`],
];

const FILES: Case[] = [
  ["channels.csv", "id,name,how", "id,name", `channels.csv, row 1, column how: this column is missing`],
  [
    "channels.csv",
    "id,name,how",
    "id,name,how,tel",
    `channels.csv, row 1, column tel: "tel" is not a column of this file`,
  ],
  [
    "channels.csv",
    "id,name,how",
    "id,name,how,how",
    `channels.csv, row 1, column how: this column is there more than once`,
  ],
  ["channels.csv", "Bel 14", "Bel, of mail 14", `channels.csv, row 2: has 4 cells where the header has 3`],
  ["channels.csv", "Bel 14", `"Bel 14`, `channels.csv, row 2: a " opens a cell here and is never closed`],
  ["channels.csv", "Bel 14", `"Bel" 14`, `channels.csv, row 2: has text after the " that closes a cell`],
  ["channels.csv", "Bel 14", `Bel "14"`, `channels.csv, row 2: has a " inside a cell`],
];

describe("a CSV register with a mistake is refused", () => {
  it("but the sample without mistakes is accepted", () => {
    expect(problems(csv(new Map(Object.entries(SAMPLE))))).toEqual([]);
  });

  it.each([...CELLS, ...FILES])("%s: %j → %j", (file, from, to, problem) => {
    const found = problems(csv(sampleWith(file, from, to)));
    expect(found).toEqual([expect.stringContaining(problem)]);
  });

  it.each<[string, string, string, string[]]>([
    [
      "topics.csv",
      "5.7,,yes",
      "5.7,bladeren,yes",
      [
        "topics.csv, row 2, column parent: the broader topics go round in a circle: groen, bladeren, groen",
        "topics.csv, row 3, column parent: the broader topics go round in a circle: bladeren, groen, bladeren",
      ],
    ],
    [
      "officials.csv",
      "Proefdruk,",
      "Proefdruk,00000000-0000-4000-8000-000000000001",
      [
        'officials.csv, row 2, column entra_id: is also the Entra id of "esra"',
        'officials.csv, row 3, column entra_id: is also the Entra id of "wout"',
      ],
    ],
  ])("%s: %j → %j, in every row where it can be repaired", (file, from, to, expected) => {
    expect(problems(csv(sampleWith(file, from, to)))).toEqual(expected);
  });

  it("counting rows as a spreadsheet does, past cells of several lines and empty rows", () => {
    const files = sampleWith("channels.csv", "Bel 14 0183", '"Bel\n14 0183\n"\n\nbalie,Balie,');
    expect(problems(csv(files))).toEqual(["channels.csv, row 4, column how: must not be empty"]);
  });

  it("when a file is missing, naming that file only", () => {
    const { "kernen.csv": _, ...others } = SAMPLE;
    expect(problems(csv(new Map(Object.entries(others))))).toEqual(["kernen.csv: is missing"]);
  });

  it("when there is a CSV file of another name", () => {
    expect(problems(csv(new Map(Object.entries({ ...SAMPLE, "kern.csv": "id\n" }))))).toEqual([
      expect.stringContaining("kern.csv: is not one of the files kernen.csv, topics.csv"),
    ]);
  });

  it("when a file is not in UTF-8", () => {
    const files = new Map(
      Object.entries(SAMPLE).map(([name, text]) => [name, new TextEncoder().encode(text)]),
    );
    files.set("vakteams.csv", Uint8Array.from([0x69, 0x64, 0xeb, 0x0a]));
    expect(problems(readCsv("sample", files))).toEqual([
      "vakteams.csv: is not in UTF-8; save it as CSV UTF-8",
    ]);
  });

  it("with all mistakes at once, in the order of the files", () => {
    const files = new Map(sampleWith("ownership.csv", "hank,ro", "hnk,r"));
    files.set("kernen.csv", sampleWith("kernen.csv", "3720", "veel").get("kernen.csv") ?? "");
    files.set("absences.csv", sampleWith("absences.csv", "wout", "wou").get("absences.csv") ?? "");
    expect(problems(csv(files)).map((problem) => problem.split(":")[0])).toEqual([
      "kernen.csv, row 2, column inhabitants",
      "absences.csv, row 2, column official",
      "ownership.csv, row 3, column kern",
      "ownership.csv, row 3, column vakteam",
    ]);
  });
});

const csv = (files: ReadonlyMap<string, string>) =>
  readCsv("sample", new Map([...files].map(([name, text]) => [name, new TextEncoder().encode(text)])));

function problems(draft: Draft): string[] {
  const result = accept(draft, EMPTY_REGISTER);
  return result.kind === "refused" ? result.problems.map(describeProblem) : [];
}
