import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOpen, type Dossier } from "../../../bot/domain/dossier/dossier.ts";
import type { Doing } from "../../../bot/domain/dossier/doing.ts";
import { brokenIn } from "../../../bot/domain/dossier/invariants.ts";
import { MOVES, type Act } from "../../../bot/domain/dossier/moves.ts";
import { deliver } from "../../../bot/domain/dossier/offering.ts";
import { capacityFor, partiesOf } from "../../../bot/domain/dossier/parties.ts";
import { begin } from "../../../bot/domain/dossier/starting.ts";
import { stepsFor } from "../../../bot/domain/dossier/steps.ts";
import { takeStep } from "../../../bot/domain/dossier/take.ts";
import { NO_WORK } from "../../../bot/domain/dossier/work.ts";
import { smallRegister } from "../../smallRegister.ts";

type OwnAct = Exclude<Act, "bundle">;
const ACTS = (Object.keys(MOVES) as Act[]).filter((act): act is OwnAct => act !== "bundle");
const PEOPLE = ["wout", "esra", "wim", "noor", "sam", "mieke", "anna", "lies", "fedor"];
const register = smallRegister({ absences: [{ official: "sam", from: "2026-04-14", to: "2026-04-20" }] });
const AT = "2026-04-14T07:00:00.000Z";
const DAY = "2026-04-14";

function fresh(): Dossier {
  const official = register.officials.get("mieke");
  if (!official) throw new Error("the small register lost Mieke");
  const moment = { at: AT, register, work: NO_WORK, vakteamChannels: new Map(), newId: () => "d1", official };
  return begin(moment, { sort: "dossier", title: "Bankje", topic: "honden", kern: "veen", places: [] })
    .dossier;
}

const doing: fc.Arbitrary<Doing & { readonly act: OwnAct }> = fc.record({
  act: fc.constantFrom(...ACTS),
  text: fc.constantFrom("omdat", "omdat", "omdat", "", "bel 0612345678"),
  day: fc.constantFrom("2026-05-01", "2026-05-01", undefined, "2026-04-01"),
  vakteam: fc.constantFrom("bor", "bor", "bor", undefined, "swa", "leeg", "nergens"),
  official: fc.constantFrom(undefined, ...PEOPLE, "niemand"),
  kern: fc.constantFrom(undefined, undefined, "veen", "hank"),
  weight: fc.constantFrom(undefined, "small" as const, "large" as const),
  returnReason: fc.constantFrom(undefined, "noCapacity" as const, "double" as const),
  regieReason: fc.constantFrom(undefined, "tension" as const),
  told: fc.constantFrom(true, true, false, undefined),
});
// Those who have to do with it come more often, so that histories go far.
const who = fc.constantFrom("mieke", "mieke", "mieke", "esra", "esra", "esra", "wim", ...PEOPLE);
const move = fc.record({ doing, who, delivers: fc.boolean() });

function after(dossier: Dossier, step: Doing & { readonly act: OwnAct }, who: string) {
  return takeStep(dossier, step, { official: who, at: AT, day: DAY, register, newId: () => "c" });
}

/** Steps by which somebody else may become the owner. Nothing else ever moves it. */
const MOVES_OWNER: readonly Act[] = ["take", "assign", "giveBack", "reopen"];

describe("whatever happens to a dossier", () => {
  it("every rule holds in every state that can be reached, and a refusal changes nothing", () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        let dossier = fresh();
        for (const { doing: step, who, delivers } of moves) {
          const before = structuredClone(dossier);
          const taken = after(dossier, step, who);
          if (typeof taken === "string") expect(dossier).toEqual(before);
          else {
            expect(brokenIn(taken)).toEqual([]);
            expect(taken.history.slice(0, -1)).toEqual(before.history);
            expect(taken.history.at(-1)).toMatchObject({ who, act: step.act, at: AT });
            if (!MOVES_OWNER.includes(step.act)) expect(taken.owner).toEqual(before.owner);
            if (taken.status === "closed") expect(taken.shares.every(({ feedback }) => feedback)).toBe(true);
            dossier = taken;
            reached.add(taken.status);
          }
          if (delivers) dossier = deliver(dossier, AT);
          expect(JSON.stringify(dossier)).not.toContain("0612345678");
        }
      }),
      { numRuns: 3000, seed: 5 },
    );
    // The histories go far enough to mean something.
    expect([...reached].toSorted()).toEqual(
      expect.arrayContaining([
        "answered",
        "closed",
        "inProgress",
        "offered",
        "onHold",
        "replyRequested",
        "triage",
      ]),
    );
  });

  it("what a card offers can be done, and what it does not offer is refused", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), fc.constantFrom(...PEOPLE), (moves, viewer) => {
        const dossier = moves.reduce((now, { doing: step, who, delivers }) => {
          const taken = after(now, step, who);
          const next = typeof taken === "string" ? now : taken;
          return delivers ? deliver(next, AT) : next;
        }, fresh());
        const parties = partiesOf(register, viewer, dossier, DAY);
        for (const act of stepsFor(dossier, parties)) {
          expect(capacityFor(act, parties)).toBeDefined();
          const taken = act === "bundle" ? "" : after(dossier, { act, text: "" }, viewer);
          expect(["notAllowed", "closed", "notInRegister"]).not.toContain(taken);
        }
      }),
      { numRuns: 1000, seed: 6 },
    );
  });
});

describe("authority", () => {
  const offered = deliver(after(fresh(), { act: "offer", text: "", vakteam: "bor" }, "mieke") as Dossier, AT);

  it.each([
    // A deputy is called in only while the holder is away.
    ["wout", "take", false],
    ["esra", "take", true],
    ["wim", "assign", true],
    ["wout", "assign", false],
    ["noor", "take", false],
    ["mieke", "take", false],
    ["mieke", "withdraw", true],
    ["wim", "withdraw", false],
    ["anna", "take", false],
    ["lies", "take", false],
    ["lies", "giveBack", false],
    ["fedor", "cancel", false],
  ] as const)("%s may %s an offer to the team: %s", (who, act, may) => {
    const parties = partiesOf(register, who, offered, DAY);
    expect(capacityFor(act, parties) !== undefined).toBe(may);
  });

  it("a kernwethouder takes no step with a dossier of the own kern", () => {
    expect(stepsFor(offered, partiesOf(register, "lies", offered, DAY))).toEqual([]);
  });

  it("nobody who left takes any step", () => {
    const gone = smallRegister({ gone: ["wout"] });
    expect(partiesOf(gone, "wout", offered, DAY).size).toBe(0);
  });
});

describe("hops", () => {
  it("goes on to another team twice; the third time needs a talk", () => {
    const hopped = { ...fresh(), hops: 2, status: "offered" } as Dossier;
    const taken = after(
      {
        ...hopped,
        handoff: (after(fresh(), { act: "offer", text: "", vakteam: "bor" }, "mieke") as Dossier).handoff,
      },
      { act: "redirect", text: "hoort bij sport", vakteam: "swa" },
      "esra",
    );
    expect(taken).toBe("hopLimit");
  });

  it("never back to a team that gave it away", () => {
    const first = deliver(after(fresh(), { act: "offer", text: "", vakteam: "bor" }, "mieke") as Dossier, AT);
    const second = after(first, { act: "redirect", text: "hoort bij sport", vakteam: "swa" }, "esra");
    if (typeof second === "string") throw new Error(second);
    expect(second).toMatchObject({ status: "offered", owner: { official: "mieke" }, refusedBy: ["bor"] });
    expect(isOpen(second)).toBe(true);
    const third = after(deliver(second, AT), { act: "redirect", text: "toch niet", vakteam: "bor" }, "noor");
    expect(third).toBe("refusedBefore");
  });
});
