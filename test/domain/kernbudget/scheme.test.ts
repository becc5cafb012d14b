import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bandOf, ceilingCents, nextCollege, schemeOn } from "../../../bot/domain/kernbudget/scheme.ts";
import { readScheme } from "../../../bot/schemeFormat/readScheme.ts";
import { practiceScheme } from "./practiceScheme.ts";

const content = readFileSync(
  join(import.meta.dirname, "../../../bot/practice/altena/kernbudget/scheme.json"),
  "utf8",
);

/** The problems of the practice scheme after a change: "path: reason". */
function problemsAfter(change: (document: Record<string, never>) => void): readonly string[] {
  const document = JSON.parse(content) as Record<string, never>;
  change(document);
  const read = readScheme(JSON.stringify(document));
  return read.ok ? [] : read.problems.map(({ path, reason }) => `${path}: ${reason}`);
}

describe("the practice scheme", () => {
  it.each([
    [500_00, "gebiedsregisseur", "C"],
    [500_01, "programmamanager", "C"],
    [2_500_00, "programmamanager", "C"],
    [2_500_01, "kernwethouder", "A"],
    [10_000_00, "kernwethouder", "A"],
    [10_000_01, "college", "B"],
    [999_999_00, "college", "B"],
  ])("%i cents is for the %s in mode %s", (cents, decidedBy, mode) => {
    expect(bandOf(practiceScheme, cents)).toMatchObject({ decidedBy, mode });
  });

  it("has one pot of € 112.000", () => {
    expect(ceilingCents(practiceScheme)).toBe(112_000_00);
  });

  it.each([
    ["2026-04-14", "09:12", "2026-04-21"],
    ["2026-04-16", "12:00", "2026-04-21"],
    ["2026-04-16", "12:01", "2026-04-28"],
    ["2026-04-20", "09:00", "2026-04-28"],
    ["2026-07-15", "09:00", "2026-09-01"],
  ])("what is ready on %s at %s is for the college of %s", (day, time, meeting) => {
    expect(nextCollege(practiceScheme, day, time)).toBe(meeting);
  });

  it.each([
    ["2025-12-31", undefined],
    ["2026-01-01", "kernbudget-2026"],
    ["2026-12-31", "kernbudget-2026"],
    ["2027-01-01", undefined],
  ])("on %s it holds or not", (day, id) => {
    expect(schemeOn([practiceScheme], day)?.id).toBe(id);
  });
});

describe("reading a scheme", () => {
  it("takes a pot by inhabitants, with where the number comes from", () => {
    const read = readScheme(
      JSON.stringify({
        ...(JSON.parse(content) as object),
        size: {
          kind: "perInhabitant",
          each: "€ 2",
          inhabitants: 57_000,
          source: "CBS",
          countedOn: "2026-01-01",
        },
      }),
    );
    expect(read.ok && ceilingCents(read.scheme)).toBe(114_000_00);
  });

  it.each<[string, (document: Record<string, never>) => void, string]>([
    ["an unknown field", (d) => Object.assign(d, { hoogte: 3 }), ': Unrecognized key: "hoogte"'],
    ["no source", (d) => Object.assign(d, { legalSource: " " }), "legalSource: must not be empty"],
    [
      "a day that is none",
      (d) => Object.assign(d, { from: "2026-02-30" }),
      "from: must be a day that exists, written year-month-day",
    ],
    [
      "an end before the beginning",
      (d) => Object.assign(d, { to: "2025-01-01" }),
      "to: the last day is before the first day 2026-01-01",
    ],
    [
      "an amount that can be read in two ways",
      (d) => Object.assign(d["bands"]?.[0] ?? {}, { upTo: "1.85" }),
      'bands.0.upTo: must be an amount, such as "€ 2.500"',
    ],
    [
      "bands out of order",
      (d) => Object.assign(d["bands"]?.[1] ?? {}, { upTo: "€ 400" }),
      "bands.1.upTo: must be more than the band before it",
    ],
    [
      "a gap at the top",
      (d) => Object.assign(d["bands"]?.[3] ?? {}, { upTo: "€ 20.000" }),
      "bands.3.upTo: only the last band has no upper end",
    ],
    [
      "a member who decides in mandate",
      (d) => Object.assign(d["bands"]?.[2] ?? {}, { mode: "C" }),
      "bands.2.mode: an official decides in mode C, a member of the college in A or B, the college in B",
    ],
    [
      "a deputy of oneself",
      (d) => Object.assign(d, { collegeDeputies: [{ of: "anna", deputy: "anna" }] }),
      "collegeDeputies.0.deputy: nobody is their own deputy",
    ],
    [
      "a criterion twice",
      (d) => Object.assign(d["criteria"]?.[1] ?? {}, { id: "kern" }),
      "criteria.1.id: is used before",
    ],
  ])("%s", (_what, change, problem) => {
    expect(problemsAfter(change)).toContain(problem);
  });

  it("says that something is no JSON", () => {
    expect(readScheme("{")).toMatchObject({ ok: false, problems: [{ path: "" }] });
  });
});
