import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, instantAt, weekdayOf } from "../../bot/domain/calendar.ts";
import { legalHolidays, officeHolidays } from "../../bot/domain/holidays.ts";
import {
  addWorkingDays,
  isWorkingDay,
  nextMoment,
  nextOfficeMoment,
  withinOfficeHours,
  workingDaysBetween,
  type DeliveryTimes,
} from "../../bot/domain/workingDays.ts";

describe("the holidays of a year", () => {
  it.each([
    // Goede Vrijdag, tweede paasdag, Koningsdag, Hemelvaart, tweede pinksterdag
    [2024, "03-29 04-01 04-27 05-09 05-20"],
    [2025, "04-18 04-21 04-26 05-29 06-09"],
    [2026, "04-03 04-06 04-27 05-14 05-25"],
    [2027, "03-26 03-29 04-27 05-06 05-17"],
    [2028, "04-14 04-17 04-27 05-25 06-05"],
    [2029, "03-30 04-02 04-27 05-10 05-21"],
    [2030, "04-19 04-22 04-27 05-30 06-10"],
  ])("%i", (year, moving) => {
    const fixed = ["01-01", "05-05", "12-25", "12-26"];
    const wanted = [...fixed, ...moving.split(" ")].map((day) => `${year}-${day}`).toSorted();
    expect([...legalHolidays(year)].toSorted()).toEqual(wanted);
    const goedeVrijdag = `${year}-${moving.slice(0, 5)}`;
    expect([...officeHolidays(year)].toSorted()).toEqual(wanted.filter((day) => day !== goedeVrijdag));
  });
});

describe("working days", () => {
  it.each([
    ["2026-04-14", true], // Tuesday
    ["2026-04-18", false],
    ["2026-04-19", false],
    ["2026-04-27", false], // Koningsdag
    ["2026-05-05", false],
    ["2026-04-03", true], // Goede Vrijdag: the town hall works
  ])("%s: %s", (day, works) => {
    expect(isWorkingDay(day)).toBe(works);
  });

  it("Goede Vrijdag is none for a term set by law", () => {
    expect(isWorkingDay("2026-04-03", legalHolidays)).toBe(false);
    expect(addWorkingDays("2026-04-02", 1, legalHolidays)).toBe("2026-04-07");
  });

  it.each([
    ["2026-04-14", 2, "2026-04-16"],
    ["2026-04-14", 10, "2026-04-29"],
    ["2026-04-24", 1, "2026-04-28"],
    ["2026-04-18", 1, "2026-04-20"],
    ["2026-04-28", -1, "2026-04-24"],
    ["2026-04-14", 0, "2026-04-14"],
    ["2026-04-25", 0, "2026-04-28"],
    ["2025-12-24", 3, "2025-12-31"],
    ["2025-12-31", 1, "2026-01-02"],
  ])("%s and %i more is %s", (day, count, later) => {
    expect(addWorkingDays(day, count)).toBe(later);
  });

  it("are counted as they are added", () => {
    const day = fc
      .integer({ min: 0, max: 3000 })
      .map((days) => addWorkingDays(addDays("2024-01-01", days), 0));
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), (from, count) => {
        const to = addWorkingDays(from, count);
        expect(isWorkingDay(to)).toBe(true);
        expect(workingDaysBetween(from, to)).toBe(count);
      }),
    );
  });

  it("a weekend counts for nothing", () => {
    expect(workingDaysBetween("2026-04-17", "2026-04-19")).toBe(0);
    expect(workingDaysBetween("2026-04-17", "2026-04-20")).toBe(1);
  });
});

/** "di 2026-04-14 10:00" → the moment. */
function moment(text: string) {
  const [day = "", time = ""] = text.split(" ").slice(-2);
  return instantAt(day, time);
}

describe("what is not urgent is delivered at fixed times", () => {
  it.each([
    ["di 2026-04-14 09:00", "di 2026-04-14 09:30"],
    ["di 2026-04-14 09:25", "di 2026-04-14 09:30"],
    ["di 2026-04-14 09:26", "di 2026-04-14 14:00"], // it may be taken back for five minutes
    ["di 2026-04-14 10:12", "di 2026-04-14 14:00"],
    ["di 2026-04-14 14:00", "wo 2026-04-15 09:30"],
    ["do 2026-04-16 23:58", "vr 2026-04-17 09:30"],
    ["vr 2026-04-17 09:00", "vr 2026-04-17 09:30"],
    ["vr 2026-04-17 10:00", "ma 2026-04-20 09:30"], // 14:00 on a Friday is too late to start
    ["vr 2026-04-17 16:00", "ma 2026-04-20 09:30"],
    ["vr 2026-04-24 13:00", "di 2026-04-28 09:30"], // Monday is Koningsdag
    ["zo 2026-04-19 12:00", "ma 2026-04-20 09:30"],
    ["wo 2025-12-24 15:00", "ma 2025-12-29 09:30"],
    ["vr 2026-03-27 15:00", "ma 2026-03-30 09:30"], // summer time begins in between
  ])("%s → %s", (at, delivered) => {
    expect(nextMoment(moment(at))).toBe(moment(delivered));
  });

  it("at the times and after the pause that are set", () => {
    const times: DeliveryTimes = { slots: ["11:00"], pause: 60, lastOnFriday: "10:00" };
    expect(nextMoment(moment("di 2026-04-14 09:59"), times)).toBe(moment("di 2026-04-14 11:00"));
    expect(nextMoment(moment("di 2026-04-14 10:01"), times)).toBe(moment("wo 2026-04-15 11:00"));
    expect(nextMoment(moment("vr 2026-04-17 08:00"), times)).toBe(moment("ma 2026-04-20 11:00"));
  });

  it("never sooner than the pause, never on a free day, never on a Friday afternoon", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 525_600 }), (minutes) => {
        const at = new Date(Date.parse("2026-01-01T00:00:00.000Z") + minutes * 60_000).toISOString();
        const delivered = nextMoment(at);
        expect(Date.parse(delivered) - Date.parse(at)).toBeGreaterThanOrEqual(5 * 60_000);
        expect(withinOfficeHours(delivered)).toBe(true);
        if (weekdayOf(delivered.slice(0, 10)) === 5) expect(delivered).toMatch(/T0[78]:30/);
      }),
    );
  });
});

describe("people are disturbed in office hours only", () => {
  it.each([
    ["di 2026-04-14 07:59", false, "di 2026-04-14 08:00"],
    ["di 2026-04-14 08:00", true, "di 2026-04-14 08:00"],
    ["di 2026-04-14 17:59", true, "di 2026-04-14 17:59"],
    ["di 2026-04-14 18:00", false, "wo 2026-04-15 08:00"],
    ["vr 2026-04-17 21:40", false, "ma 2026-04-20 08:00"],
    ["zo 2026-04-26 10:00", false, "di 2026-04-28 08:00"],
    ["ma 2026-04-27 07:00", false, "di 2026-04-28 08:00"],
  ])("%s: %s, so %s", (at, within, next) => {
    expect(withinOfficeHours(moment(at))).toBe(within);
    expect(nextOfficeMoment(moment(at))).toBe(moment(next));
  });
});
