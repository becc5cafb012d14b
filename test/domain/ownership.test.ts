import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownerDependsOnKern, whoOwns, type OwnershipRule } from "../../bot/domain/ownership.ts";
import { smallRegister } from "../smallRegister.ts";

const day = "2026-04-14";
const everywhere = { topic: "honden", vakteam: "bor" };
const inVeen = { topic: "honden", kern: "veen", vakteam: "swa" };
const broader = { topic: "dieren", vakteam: "leeg" };
const broaderInVeen = { topic: "dieren", kern: "veen", vakteam: "swa" };

function ownerOf(
  rules: readonly Partial<OwnershipRule>[],
  kern: string | undefined = "veen",
): string | undefined {
  const finding = whoOwns(smallRegister({ rules }), "honden", kern, day);
  return finding.outcome === "owned" ? finding.rule.vakteam : finding.outcome;
}

describe("who owns a topic in a kern", () => {
  it.each([
    ["a rule for this kern beats one for everywhere", [everywhere, inVeen], "swa"],
    ["a rule for the topic beats one for a broader topic", [broader, everywhere], "bor"],
    ["a rule for the topic beats a broader one in this kern", [broaderInVeen, everywhere], "bor"],
    ["a broader topic in this kern beats the broader topic", [broader, broaderInVeen], "swa"],
    ["without an own rule the broader topic decides", [broader], "leeg"],
    ["without any rule nobody owns it", [], "unknown"],
    ["a rule for another kern does not count", [{ ...inVeen, kern: "hank" }], "unknown"],
    ["an ended rule does not count", [{ ...everywhere, to: "2026-04-13" }], "unknown"],
    ["a rule that starts tomorrow does not count", [{ ...everywhere, from: "2026-04-15" }], "unknown"],
    ["first and last day count", [{ ...everywhere, from: day, to: day }], "bor"],
    [
      "two equal rules that disagree are a conflict",
      [everywhere, { ...everywhere, vakteam: "swa" }],
      "conflict",
    ],
    ["two equal rules that agree are none", [everywhere, everywhere], "bor"],
    [
      "an ended rule makes no conflict",
      [everywhere, { ...everywhere, vakteam: "swa", to: "2026-01-01" }],
      "bor",
    ],
  ])("%s", (_name, rules, expected) => {
    expect(ownerOf(rules)).toBe(expected);
  });

  it("shows what became of every rule", () => {
    const rules = [
      everywhere,
      inVeen,
      { ...everywhere, to: "2025-12-31" },
      { ...inVeen, from: "2027-01-01" },
    ];
    const { considered } = whoOwns(smallRegister({ rules }), "honden", "veen", day);
    expect(Object.fromEntries(considered.map(({ rule, verdict }) => [rule, verdict]))).toEqual({
      r1: "lessSpecific",
      r2: "used",
      r3: "ended",
      r4: "notYetValid",
    });
  });

  it("never depends on the order in which rules stand", () => {
    const some = [
      everywhere,
      inVeen,
      broader,
      broaderInVeen,
      { ...everywhere, vakteam: "swa", to: "2026-01-01" },
    ].map((rule, at) => ({ ...rule, id: `rule${at}` }));
    fc.assert(
      fc.property(fc.shuffledSubarray(some), (rules) => {
        const sorted = rules.toSorted((a, b) => a.id.localeCompare(b.id));
        expect(ownerOf(rules)).toBe(ownerOf(sorted));
      }),
    );
  });

  it("knows when it matters which kern is meant", () => {
    expect(ownerDependsOnKern(smallRegister({ rules: [everywhere] }), "honden", day)).toBe(false);
    expect(ownerDependsOnKern(smallRegister({ rules: [everywhere, broaderInVeen] }), "honden", day)).toBe(
      true,
    );
    expect(
      ownerDependsOnKern(smallRegister({ rules: [{ ...inVeen, to: "2026-01-01" }] }), "honden", day),
    ).toBe(false);
  });
});
