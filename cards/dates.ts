import type { Day } from "../bot/domain/calendar.ts";

const long = new Intl.DateTimeFormat("nl-NL", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const short = new Intl.DateTimeFormat("nl-NL", {
  weekday: "short",
  day: "numeric",
  month: "long",
  timeZone: "UTC",
});

/** "3 februari 2026" */
export function longDay(day: Day): string {
  return long.format(Date.parse(day));
}

/** "di 21 april" */
export function shortDay(day: Day): string {
  return short.format(Date.parse(day));
}
