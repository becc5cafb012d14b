import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsOf } from "../../../bot/domain/kernbudget/facts.ts";
import { canonical, isWhole, recordOf } from "../../../bot/domain/kernbudget/record.ts";
import { practiceRegister } from "./practiceRegister.ts";
import { practiceScheme } from "./practiceScheme.ts";
import { somePlan } from "./somePlan.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const pot = {
  id: "kernbudget-2026",
  ceilingCents: 112_000_00,
  committedCents: 96_400_00,
  reservedCents: 6_000_00,
  paidCents: 0,
};
const plan = somePlan({
  portefeuilles: ["openbare-ruimte"],
  funds: [
    { source: "Fonds", cents: 15_000_00, status: "promised", since: "2026-03-01" },
    { source: "Gift", cents: 7_500_00, status: "asked", since: "2026-03-01" },
  ],
});
const sources = { register: practiceRegister(), scheme: practiceScheme, pot, plans: [plan] };
const facts = factsOf(sources, plan, "2026-04-14");

const record = recordOf(
  {
    plan: plan.id,
    version: 4,
    by: { id: "anna-fictema", name: "Anna Fictema" },
    capacities: facts.decides.capacities,
    at: "2026-04-14T19:40:00.000Z",
    outcome: "granted",
    cents: 7_500_00,
    motivation: "",
    condition: "eerst stichting ingeschreven KvK",
    shown: facts,
  },
  digest,
);

describe("what a card says of a plan", () => {
  it("names the decider in every capacity, the money and the term", () => {
    expect(facts).toMatchObject({
      kern: "Hank",
      decides: {
        name: "Anna Fictema",
        mode: "A",
        capacities: [
          { role: "kernwethouder", scope: "Hank" },
          { role: "portefeuillehouder", scope: "Beheer openbare ruimte" },
        ],
      },
      pot: { freeCents: 9_600_00 },
      leverageTenths: 20,
      term: { decideBy: "2026-04-28" },
    });
  });

  it.each([
    ["2026-04-27", 13],
    ["2026-06-08", 55],
    ["2026-06-09", undefined],
    [undefined, undefined],
  ])("an activity on %s is %s days away, when that is short", (activityOn, days) => {
    expect(factsOf(sources, somePlan({ activityOn }), "2026-04-14").shortNotice).toBe(days);
  });
});

describe("the record of a decision", () => {
  it("can be read without anything else", () => {
    expect(JSON.parse(JSON.stringify(record))).toMatchObject({
      id: "moestuin:4",
      onBehalfOf: "college",
      by: { name: "Anna Fictema" },
      shown: { askedCents: 7_500_00 },
    });
  });

  it("is whole after being written and read, and not after any change", () => {
    const again = JSON.parse(JSON.stringify(record)) as typeof record;
    expect(isWhole(again, digest)).toBe(true);
    expect(isWhole({ ...again, cents: 1 }, digest)).toBe(false);
    expect(isWhole({ ...again, shown: { ...again.shown, askedCents: 1 } }, digest)).toBe(false);
  });

  it("is written the same whatever the order of its keys, and as JSON", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonical(turned)).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
