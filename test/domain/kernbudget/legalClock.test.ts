import { describe, expect, it } from "vitest";
import { termOf, type Suspension } from "../../../bot/domain/kernbudget/legalClock.ts";

/** The last day to decide on what was received on a day. */
function decideBy(receivedOn: string, weeks = 8, suspensions: Suspension[] = [], today = "2026-04-14") {
  return termOf({ received: [receivedOn], weeks, suspensions, today })?.decideBy;
}

describe("the legal term", () => {
  it.each([
    ["2026-03-03", 8, "2026-04-28", "a Tuesday, eight weeks later"],
    ["2026-03-02", 8, "2026-04-28", "it would end on Koningsdag"],
    ["2026-02-06", 8, "2026-04-07", "Goede Vrijdag, the weekend and Tweede paasdag"],
    ["2026-03-19", 8, "2026-05-15", "Hemelvaart; the Friday after it is a working day"],
    ["2026-03-28", 8, "2026-05-26", "a Saturday before Pinksteren"],
    ["2025-10-30", 8, "2025-12-29", "both days of Christmas and a weekend"],
    ["2026-04-21", 2, "2026-05-06", "Bevrijdingsdag"],
    ["2027-02-27", 8, "2027-04-26", "a Saturday, and 27 April is the day after"],
  ])("received on %s, %i weeks: %s (%s)", (received, weeks, last) => {
    expect(decideBy(received, weeks)).toBe(last);
  });

  it("stands still from the day after the invitation until it is complete", () => {
    const suspension = { invitedOn: "2026-03-10", completedOn: "2026-03-20", inWriting: true };
    // Nine days: 11 up to and including 19 March.
    expect(decideBy("2026-03-03", 8, [suspension])).toBe("2026-05-07");
  });

  it("is not hidden while the applicant is waited for: it goes along with today", () => {
    const waiting = { invitedOn: "2026-04-01", inWriting: true };
    expect(decideBy("2026-03-03", 8, [waiting], "2026-04-02")).toBe("2026-04-28");
    expect(decideBy("2026-03-03", 8, [waiting], "2026-04-14")).toBe("2026-05-11");
  });

  it("works out every reading of unclear facts, and guards the earliest", () => {
    const term = termOf({
      received: ["2026-03-10", "2026-03-03"],
      weeks: 8,
      suspensions: [{ invitedOn: "2026-03-12", completedOn: "2026-03-20", inWriting: false }],
      today: "2026-04-14",
    });
    expect(term?.decideBy).toBe("2026-04-28");
    expect(term?.readings).toEqual([
      { receivedOn: "2026-03-03", suspended: false, decideBy: "2026-04-28" },
      { receivedOn: "2026-03-10", suspended: false, decideBy: "2026-05-06" },
      { receivedOn: "2026-03-03", suspended: true, decideBy: "2026-05-06" },
      { receivedOn: "2026-03-10", suspended: true, decideBy: "2026-05-12" },
    ]);
  });

  it("has one reading when the facts are clear, and none before anything was received", () => {
    const facts = { weeks: 8, suspensions: [], today: "2026-04-14" };
    expect(termOf({ ...facts, received: ["2026-03-03", "2026-03-03"] })?.readings).toHaveLength(1);
    expect(termOf({ ...facts, received: [] })).toBeUndefined();
  });
});
