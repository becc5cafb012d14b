/** A calendar day in the municipality, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;
/** A moment, ISO 8601 in UTC with milliseconds: `2026-04-14T07:12:00.000Z`. */
export type Instant = string;

/** A period of whole days; both ends are included, an absent end is open. */
export interface Period {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** The municipality's time zone; all days on cards are days there. */
export const TIME_ZONE = "Europe/Amsterdam";

const dayInZone = new Intl.DateTimeFormat("sv-SE", { timeZone: TIME_ZONE });

/** The day it is in the municipality at this moment. */
export function dayOf(at: Instant): Day {
  // Days begin on a whole hour in UTC, so the last answer holds for the rest of the hour; asking Intl is slow.
  const hour = at.slice(0, 13);
  if (hour !== known.hour) known = { hour, day: dayInZone.format(Date.parse(at)) };
  return known.day;
}

let known: { readonly hour: string; readonly day: Day } = { hour: "", day: "" };

/** Where a day lies against a period. */
export function placeIn(period: Period, day: Day): "before" | "within" | "after" {
  if (period.from !== undefined && day < period.from) return "before";
  if (period.to !== undefined && day > period.to) return "after";
  return "within";
}

/** Whole calendar months from `from` to `to`; negative when `to` is earlier. */
export function monthsBetween(from: Day, to: Day): number {
  const [fromYear, fromMonth, fromDay] = parts(from);
  const [toYear, toMonth, toDay] = parts(to);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}

/** Whether the text is an existing day, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = parts(text);
  if (month < 1 || month > 12) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}

function parts(day: Day): [year: number, month: number, day: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** The day this many days later; earlier when `days` is negative. */
export function addDays(day: Day, days: number): Day {
  const [year, month, date] = parts(day);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** The day of the week: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
}

/** The moment it is this time of day, `HH:MM`, on this day in the municipality. In the hour skipped in spring: an hour earlier. */
export function instantAt(day: Day, time: string): Instant {
  const wanted = Date.parse(`${day}T${time}:00.000Z`);
  // The clock there is one or two hours ahead; the offset is the same at the guess and at the moment meant.
  const offset = wanted - Date.parse(`${localTime(wanted - 3_600_000)}Z`) - 3_600_000;
  return new Date(wanted + offset).toISOString();
}

const clockInZone = new Intl.DateTimeFormat("sv-SE", {
  timeZone: TIME_ZONE,
  dateStyle: "short",
  timeStyle: "medium",
});

function localTime(at: number): string {
  return clockInZone.format(at).replace(" ", "T");
}

/** The time of day in the municipality, `HH:MM`. */
export function timeOf(at: Instant): string {
  return localTime(Date.parse(at)).slice(11, 16);
}
