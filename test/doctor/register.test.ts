import { describe, expect, it } from "vitest";
import { registerCheck } from "../../bot/doctor/register.ts";
import { emptyRegister, practiceRegister } from "../domain/language/practiceRegister.ts";
import { smallRegister } from "../smallRegister.ts";

const DAY = "2026-04-14";
const CONFIRMED = { confirmedOn: "2026-02-01" };

describe("the doctor looks at the register", () => {
  it("one that holds nothing is wrong", () => {
    expect(registerCheck(emptyRegister(), DAY)).toMatchObject([
      { verdict: "wrong", says: expect.stringMatching(/kernwijzer import/) },
    ]);
  });

  it("each kind of gap is one note, with ids and what to do", () => {
    const says = registerCheck(smallRegister(), DAY).map((check) => `${check.verdict} ${check.says}`);
    expect(says).toEqual([
      "note kernen without a gebiedsregisseur: 1 (hank). Add the role in roles.csv.",
      "note vakteams without a teamleider: 1 (leeg). Add the role in roles.csv.",
      "note topics without one owner in every kern: 2 (dieren, riool). Add or end rules in ownership.csv.",
      "note rules not confirmed for 6 months: 1 (r1). Ask their owners, and fill in confirmed_on in ownership.csv.",
    ]);
  });

  it("a long list is cut, and nobody is named", () => {
    const small = smallRegister({ rules: [{ topic: "dieren", ...CONFIRMED }] });
    const officials = new Map([...small.officials].map(([id, one]) => [id, { ...one, entraId: undefined }]));
    const check = registerCheck({ ...small, officials }, DAY).find(({ says }) => says.includes("Entra"));
    expect(check?.says).toMatch(/: 9 \(wout, esra, wim, noor, sam and 4 more\)/);
    expect(check?.says).not.toMatch(/Wout|Esra/);
  });

  it("one without gaps is fine", () => {
    const { topics, ...practice } = practiceRegister();
    const { officials, vakteams, kernen, roles } = practice;
    expect([officials.size, vakteams.size, kernen.size, roles.size].every((size) => size > 0)).toBe(true);
    const owned = new Map([...topics].slice(0, 5));
    const ownership = new Map(
      [...owned.keys()].map((topic) => [
        topic,
        { id: topic, topic, vakteam: "bor", source: "x", ...CONFIRMED },
      ]),
    );
    expect(registerCheck({ ...practice, topics: owned, ownership }, DAY)).toEqual([
      { name: "register", verdict: "ok", says: "5 rules for 5 topics, no gaps" },
    ]);
  });
});
