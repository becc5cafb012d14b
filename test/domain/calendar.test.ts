import { describe, expect, it } from "vitest";
import { dayOf, instantAt, timeOf } from "../../bot/domain/calendar.ts";

describe("a time of day in the municipality", () => {
  it.each([
    ["2026-04-14", "09:30", "2026-04-14T07:30:00.000Z"],
    ["2026-01-14", "09:30", "2026-01-14T08:30:00.000Z"],
    ["2026-03-29", "00:30", "2026-03-28T23:30:00.000Z"],
    ["2026-03-29", "03:30", "2026-03-29T01:30:00.000Z"],
    ["2026-10-25", "14:00", "2026-10-25T13:00:00.000Z"],
    ["2026-07-01", "00:00", "2026-06-30T22:00:00.000Z"],
  ])("%s at %s is %s", (day, time, instant) => {
    expect(instantAt(day, time)).toBe(instant);
    expect([dayOf(instant), timeOf(instant)]).toEqual([day, time]);
  });

  it("is an hour earlier in the hour that spring skips, and the second one in autumn", () => {
    expect(timeOf(instantAt("2026-03-29", "02:30"))).toBe("01:30");
    expect(instantAt("2026-10-25", "02:30")).toBe("2026-10-25T01:30:00.000Z");
  });
});
