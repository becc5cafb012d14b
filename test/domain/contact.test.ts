import { describe, expect, it } from "vitest";
import { contactFor, portefeuillehouderOf, regisseurOf } from "../../bot/domain/contact.ts";
import { smallRegister, type Changes } from "../smallRegister.ts";

const day = "2026-04-14";

function contact(changes: Changes) {
  const register = smallRegister(changes);
  const rule = [...register.ownership.values()][0];
  if (!rule) throw new Error("the test needs a rule");
  const { official, as, skipped } = contactFor(register, rule, day);
  return { official, as, skipped: skipped.map((one) => one.official) };
}

describe("whom to go to first", () => {
  const named = { vakteam: "bor", person: "wout" };
  it.each<[string, Changes, { official: string | undefined; as: string; skipped: string[] }]>([
    ["the person on the rule", { rules: [named] }, { official: "wout", as: "named", skipped: [] }],
    [
      "their deputy while they are away",
      { rules: [{ ...named, deputy: "esra" }], absences: [{ official: "wout" }] },
      { official: "esra", as: "deputy", skipped: ["wout"] },
    ],
    [
      "the stand-in of the absence when the rule names none",
      { rules: [named], absences: [{ official: "wout", deputy: "sam" }] },
      { official: "sam", as: "deputy", skipped: ["wout"] },
    ],
    [
      "the team's aanspreekpunt when the deputy is away too",
      { rules: [{ ...named, deputy: "sam" }], absences: [{ official: "wout" }, { official: "sam" }] },
      { official: "esra", as: "aanspreekpunt", skipped: ["wout"] },
    ],
    [
      "the teamleider when the team's people are away",
      { rules: [named], absences: [{ official: "wout" }, { official: "esra" }] },
      { official: "wim", as: "teamleider", skipped: ["wout", "esra"] },
    ],
    [
      "the team itself when nobody is there",
      { rules: [named], absences: [{ official: "wout" }, { official: "esra" }, { official: "wim" }] },
      { official: undefined, as: "team", skipped: ["wout", "esra", "wim"] },
    ],
    [
      "the aanspreekpunt when the rule names nobody",
      { rules: [{ vakteam: "bor" }] },
      { official: "esra", as: "aanspreekpunt", skipped: [] },
    ],
    [
      "somebody else for a person who left",
      { rules: [named], gone: ["wout"] },
      { official: "esra", as: "aanspreekpunt", skipped: ["wout"] },
    ],
    [
      "a team without people stays the answer",
      { rules: [{ vakteam: "leeg" }] },
      { official: undefined, as: "team", skipped: [] },
    ],
    [
      "not somebody whose absence is over",
      { rules: [named], absences: [{ official: "wout", to: "2026-04-13" }] },
      { official: "wout", as: "named", skipped: [] },
    ],
  ])("%s", (_name, changes, expected) => {
    expect(contact(changes)).toEqual(expected);
  });
});

describe("people around a topic", () => {
  it("names the gebiedsregisseur of the kern, and nobody for a kern without one", () => {
    expect(regisseurOf(smallRegister(), "veen", day)).toBe("mieke");
    expect(regisseurOf(smallRegister(), "hank", day)).toBeUndefined();
  });

  it("names the portefeuillehouder of the topic, not the kernwethouder of the kern", () => {
    expect(portefeuillehouderOf(smallRegister(), "honden", day)).toBe("anna");
  });
});
