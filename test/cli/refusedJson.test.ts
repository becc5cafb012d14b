import { describe, expect, it } from "vitest";
import { accept, EMPTY_REGISTER } from "../../bot/registerFormat/accept.ts";
import { readCsv } from "../../bot/registerFormat/csv.ts";
import { readJson, writeJson } from "../../bot/registerFormat/json.ts";
import { describeProblem } from "../../bot/registerFormat/problem.ts";
import { SAMPLE } from "./sample.ts";

interface Document {
  format?: number;
  kernen: Record<string, unknown>[];
  channels: unknown[];
  roles?: unknown;
  teams?: unknown;
}
type Edit = (document: Document) => void;

const kern =
  (field: string, value: unknown): Edit =>
  ({ kernen: [first] }) => {
    if (first) first[field] = value;
  };

const FIELDS: [edit: Edit, problem: string][] = [
  [(all) => (all.format = 9), "register.json: has format 9; this Kernwijzer reads format 1"],
  [(all) => delete all.format, "register.json: has format (none); this Kernwijzer reads format 1"],
  [(all) => delete all.roles, "register.json, column roles: is missing"],
  [(all) => (all.roles = {}), "register.json, column roles: must be a list"],
  [(all) => (all.teams = []), "register.json, column teams: is not a part of the register"],
  [(all) => all.channels.push(7), "register.json, row 2, column channels: must be an object"],
  [kern("naam", "x"), "register.json, row 1, column kernen.naam: is not a known field"],
  [kern("name", undefined), "register.json, row 1, column kernen.name: must not be empty"],
  [kern("name", 7), "register.json, row 1, column kernen.name: must be text"],
  [kern("name", "\ud800"), "register.json, row 1, column kernen.name: has a character that is broken in two"],
  [kern("postcode", null), "register.json, row 1, column kernen.postcode: must be text"],
  [kern("aliases", "x"), "register.json, row 1, column kernen.aliases: must be a list of texts"],
  [kern("aliases", ["x", 7]), "register.json, row 1, column kernen.aliases: must be a list of texts"],
  [kern("bagCode", ""), `register.json, row 1, column kernen.bagCode: "" is not a BAG woonplaatscode`],
  [kern("inhabitants", 7), "register.json, row 1, column kernen.inhabitants.count: must be an object"],
  [kern("inhabitants", {}), "register.json, row 1, column kernen.inhabitants.count: must not be empty"],
  [
    kern("inhabitants", { count: 1.5, year: "2021", source: "CBS" }),
    "register.json, row 1, column kernen.inhabitants.count: must be a whole number",
  ],
  [
    kern("inhabitants", { count: 1, year: "2021", source: "CBS", by: "x" }),
    "register.json, row 1, column kernen.inhabitants.by: is not a known field",
  ],
];

describe("a JSON register with a mistake is refused", () => {
  it("but the sample without mistakes is accepted", () => {
    expect(problemsIn(sample())).toEqual([]);
  });

  it.each(FIELDS)("%#: %s → %s", (edit, problem) => {
    const document = JSON.parse(sample()) as Document;
    edit(document);
    expect(problemsIn(JSON.stringify(document))[0]).toContain(problem);
  });

  it("when it is no JSON object", () => {
    expect(problemsIn(sample().slice(1))).toEqual([expect.stringContaining("register.json: is not JSON: ")]);
    expect(problemsIn("[]")).toEqual(["register.json: must be an object with the parts of the register"]);
  });
});

function sample(): string {
  const files = Object.entries(SAMPLE).map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
  const result = accept(readCsv("sample", new Map(files)), EMPTY_REGISTER);
  if (result.kind === "refused") throw new Error(JSON.stringify(result.problems));
  return writeJson(result.register);
}

function problemsIn(text: string): string[] {
  const result = accept(readJson("register.json", new TextEncoder().encode(text)), EMPTY_REGISTER);
  return result.kind === "refused" ? result.problems.map(describeProblem) : [];
}
