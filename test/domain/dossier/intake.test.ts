import { describe, expect, it } from "vitest";
import {
  afterDelivery,
  DEFAULT_INTAKE,
  intakeOf,
  leftThisWeek,
  roomFor,
  touched,
} from "../../../bot/domain/dossier/intake.ts";
import { changeLimit } from "../../../bot/domain/dossier/limits.ts";
import { loadOf } from "../../../bot/domain/dossier/load.ts";
import { smallRegister } from "../../smallRegister.ts";
import { AT, DAY, dossier, daysAgo, inHand, intake, ofWeight, waiting } from "./made.ts";

const large = ofWeight("large");

describe("the limits of a team", () => {
  it("are the usual ones until somebody decides otherwise", () => {
    expect(intakeOf(undefined, "bor")).toMatchObject({ id: "bor", limit: 8, perWeek: 3, turn: 0 });
    expect(intakeOf(undefined, "bor", { limit: 5, perWeek: 2 })).toMatchObject({ limit: 5, perWeek: 2 });
  });

  it("follow the usual ones when those change, unless somebody decided", () => {
    const usual = { limit: 5, perWeek: 2 };
    expect(intakeOf(intake({ delivered: [AT] }), "bor", usual)).toMatchObject({ ...usual, delivered: [AT] });
    const change = { at: AT, by: "wim", limit: 12, perWeek: 4, why: "twee nieuwe collega's" };
    const decided = intake({ limit: 12, perWeek: 4, changes: [change] });
    expect(intakeOf(decided, "bor", usual)).toMatchObject({ limit: 12, perWeek: 4 });
  });

  it("take note of every act, so that two at once never both get the last place", () => {
    expect(touched(intake({ turn: 4 })).turn).toBe(5);
    expect(afterDelivery(intake({ turn: 4 }), AT, 2)).toMatchObject({ turn: 5, delivered: [AT, AT] });
  });

  it.each([
    ["nothing was delivered", [], 3],
    ["one today", [0], 2],
    ["one almost a week ago", [6.9], 2],
    ["one exactly a week ago", [7], 3],
    ["more than may be", [0, 1, 2, 3], 0],
  ])("leave, when %s, so many for this week", (_name, days, left) => {
    expect(leftThisWeek(intake({ delivered: days.map(daysAgo) }), AT)).toBe(left);
  });
});

describe("room at a team", () => {
  const seven = [1, 2, 3, 4, 5, 6, 7].map((at) => inHand(`h${at}`));
  const three = [1, 2, 3].map((at) => waiting(`w${at}`));
  it.each([
    ["nothing in hand", [], {}, "small", "room"],
    ["one place left", seven, {}, "middle", "room"],
    ["one place left, and it is more work", seven, {}, "large", "full"],
    ["every place taken", [...seven, inHand("h8")], {}, "small", "full"],
    ["weights count, not pieces", [1, 2, 3, 4].map((at) => inHand(`h${at}`, large)), {}, "small", "full"],
    ["what waits for the last place goes first", [...seven, waiting("w1")], {}, "small", "full"],
    // Sent at ten for two o'clock: that something waits does not make a team full.
    ["something waits, and there is room for both", [waiting("w1")], {}, "small", "room"],
    ["this week is spoken for by what waits", three, {}, "small", "weekFull"],
    ["this week is full", [], { delivered: [0, 1, 2].map(daysAgo) }, "small", "weekFull"],
    [
      "work of another team",
      [inHand("h1", { owner: { official: "sam", capacity: "aanspreekpunt", vakteam: "swa" } })],
      { limit: 1 },
      "small",
      "room",
    ],
    [
      "drafts and what was closed take none",
      [dossier("d1"), inHand("h1", { status: "closed" })],
      { limit: 1 },
      "small",
      "room",
    ],
    ["what is on hold takes a place", [inHand("h1", { status: "onHold" })], { limit: 1 }, "small", "full"],
    ["heavier than the limit, in empty hands", [], { limit: 1 }, "large", "room"],
    ["heavier than the limit, with something in hand", [inHand("h1")], { limit: 2 }, "large", "full"],
  ] as const)("%s", (_name, open, changes, weight, expected) => {
    const team = intake(changes);
    expect(roomFor(loadOf(open, team), team, weight, AT)).toBe(expected);
  });
});

describe("changing a limit", () => {
  const register = smallRegister();
  const wanted = { limit: 5, perWeek: 2, why: "twee collega's met verlof" };

  it.each([
    ["wim", wanted, "teamleider"],
    ["fedor", wanted, "functioneel beheer"],
    ["esra", wanted, "notYourTeam"],
    ["noor", wanted, "notYourTeam"],
    ["mieke", wanted, "notYourTeam"],
    ["anna", wanted, "notYourTeam"],
    ["niemand", wanted, "notYourTeam"],
    ["wim", { ...wanted, why: "  " }, "reasonMissing"],
    ["wim", { ...wanted, why: "bel 0612345678" }, "sensitive"],
    ["wim", { ...wanted, limit: 0 }, "badInput"],
    ["wim", { ...wanted, limit: 4.5 }, "badInput"],
    ["wim", { ...wanted, perWeek: Number.NaN }, "badInput"],
    ["wim", { ...wanted, perWeek: 1000 }, "badInput"],
  ])("by %s with %j: %s", (official, change, expected) => {
    const changed = changeLimit(intake(), change, { official, at: AT, day: DAY, register });
    expect(typeof changed === "string" ? changed : changed.capacity).toBe(expected);
  });

  it("keeps who, when and why, and makes older decisions look again", () => {
    const changed = changeLimit(intake({ turn: 7 }), wanted, { official: "wim", at: AT, day: DAY, register });
    expect(changed).toMatchObject({
      intake: { limit: 5, perWeek: 2, turn: 8, changes: [{ at: AT, by: "wim", ...wanted }] },
    });
  });

  it("is not for somebody who is away", () => {
    const away = smallRegister({ absences: [{ official: "wim" }] });
    const asker = { official: "wim", at: AT, day: DAY, register: away };
    expect(changeLimit(intake(), wanted, asker)).toBe("notYourTeam");
  });

  it("leaves the usual limits of other teams alone", () => {
    expect(intakeOf(undefined, "swa")).toMatchObject(DEFAULT_INTAKE);
  });
});
