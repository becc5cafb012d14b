import { describe, expect, it } from "vitest";
import { gapsIn, type RegisterGaps } from "../../bot/domain/registerGaps.ts";
import { smallRegister, type Changes } from "../smallRegister.ts";
import { emptyRegister } from "./language/practiceRegister.ts";

const DAY = "2026-04-14";
const CONFIRMED = { confirmedOn: "2026-02-01" };
/** Everything owned by somebody, and confirmed. */
const OWNED = [
  { topic: "dieren", ...CONFIRMED },
  { topic: "riool", ...CONFIRMED },
];

function gaps(gap: keyof RegisterGaps, changes: Changes): readonly string[] {
  return gapsIn(smallRegister({ rules: OWNED, ...changes }), DAY)[gap];
}

describe("gaps in the register", () => {
  it.each<[string, keyof RegisterGaps, Changes, readonly string[]]>([
    ["a kern nobody connects", "kernenWithoutRegisseur", {}, ["hank"]],
    ["a regisseur who left", "kernenWithoutRegisseur", { gone: ["mieke"] }, ["veen", "hank"]],
    [
      "a regisseur who is away is none",
      "kernenWithoutRegisseur",
      { absences: [{ official: "mieke" }] },
      ["hank"],
    ],
    ["a team nobody leads", "vakteamsWithoutTeamleider", {}, ["leeg"]],
    ["a teamleider who left", "vakteamsWithoutTeamleider", { gone: ["wim"] }, ["bor", "leeg"]],
    ["a broader topic's owner is one", "topicsWithoutOwner", {}, []],
    ["no rule, and another's task is none", "topicsWithoutOwner", { rules: OWNED.slice(0, 1) }, ["riool"]],
    [
      "a rule that ended",
      "topicsWithoutOwner",
      { rules: [OWNED[0] ?? {}, { topic: "riool", to: "2026-04-13" }] },
      ["riool"],
    ],
    [
      "two rules that disagree",
      "topicsWithoutOwner",
      { rules: [...OWNED, { topic: "riool", vakteam: "swa" }] },
      ["riool"],
    ],
    [
      "an owner in one kern only",
      "topicsWithoutOwner",
      { rules: [OWNED[0] ?? {}, { topic: "riool", kern: "veen" }] },
      ["riool"],
    ],
    [
      "an owner in each kern",
      "topicsWithoutOwner",
      {
        rules: [
          OWNED[0] ?? {},
          { topic: "riool", kern: "veen" },
          { topic: "riool", kern: "hank", vakteam: "swa" },
        ],
      },
      [],
    ],
    ["rules confirmed lately", "rulesUnconfirmed", {}, []],
    [
      "a rule confirmed half a year ago",
      "rulesUnconfirmed",
      { rules: [{ confirmedOn: "2025-10-14" }] },
      ["r1"],
    ],
    ["a rule never confirmed", "rulesUnconfirmed", { rules: [{}] }, ["r1"]],
    ["a rule that ended needs nobody", "rulesUnconfirmed", { rules: [{ to: "2026-01-01" }] }, []],
    ["everybody linked to Entra", "officialsWithoutEntraId", {}, []],
  ])("%s", (_what, gap, changes, expected) => {
    expect(gaps(gap, changes)).toEqual(expected);
  });

  it("somebody who is not linked to Entra, unless they left", () => {
    const register = smallRegister({ gone: ["esra"] });
    const officials = new Map(
      [...register.officials].map(([id, one]) => [id, { ...one, entraId: undefined }]),
    );
    const found = gapsIn({ ...register, officials }, DAY).officialsWithoutEntraId;
    expect(found).toContain("wout");
    expect(found).not.toContain("esra");
  });

  it("none in a register that holds nothing", () => {
    expect(Object.values(gapsIn(emptyRegister(), DAY)).flat()).toEqual([]);
  });
});
