import { addDays, isDay, weekdayOf, type Day } from "../calendar.ts";
import { addWorkingDays } from "../workingDays.ts";
import { weekdayNamed } from "./dayNames.ts";

/** From where a day is told, and whether days without a year lie before or after it. */
export interface Standpoint {
  readonly today: Day;
  readonly toward: "ahead" | "back";
}

/** What a form turns out to say: a day, a week by its Monday, a time that is no day, or nothing that exists. */
export type Told = Day | { readonly week: Day } | typeof VAGUE | undefined;
export const VAGUE = { vague: true } as const;

interface Parts {
  readonly weekday: string | undefined;
  readonly date: number;
  readonly month: number;
  readonly year: string | undefined;
}

/** A day by its date. Asked again when the name of the day does not go with it: one of the two is a slip. */
export function dated({ weekday, date, month, year }: Parts, from: Standpoint): Told {
  const day = year === undefined ? nearestDate(month, date, from) : existing(Number(year) % 100, month, date);
  if (day === undefined || weekday === undefined) return day;
  return weekdayOf(day) === weekdayNamed(weekday) ? day : VAGUE;
}

function existing(yearInCentury: number, month: number, date: number): Day | undefined {
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `20${two(yearInCentury)}-${two(month)}-${two(date)}`;
  return isDay(day) ? day : undefined;
}

// 29 February may be eight years away: 2100 has none.
const MOST_YEARS_AWAY = 8;

function nearestDate(month: number, date: number, { today, toward }: Standpoint): Day | undefined {
  const thisYear = Number(today.slice(2, 4));
  for (let away = 0; away <= MOST_YEARS_AWAY; away++) {
    const day = existing(thisYear + (toward === "ahead" ? away : -away), month, date);
    if (day !== undefined && (toward === "ahead" ? day >= today : day <= today)) return day;
  }
  return undefined;
}

/** "eind april": its last day; "half": the 15th. */
export function partOfMonth(part: string, month: number, year: string | undefined, from: Standpoint): Told {
  const date = dateInMonth(part, month, Number(year ?? from.today.slice(0, 4)));
  return dated({ weekday: undefined, date, month, year }, from);
}

function dateInMonth(part: string, month: number, year: number): number {
  if (part === "begin") return 1;
  if (!part.startsWith("eind")) return 15;
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** "eind volgende week": its Friday; "eind deze maand": its last day. */
export function partOf(part: string, which = "", unit = "", today: Day): Day {
  const isNext = which === "volgende" || which === "komende";
  if (unit === "week") return inWeek(which, part === "begin" ? 1 : part.startsWith("eind") ? 5 : 3, today);
  const month = later(`${today.slice(0, 7)}-01`, isNext ? 1 : 0, "maand");
  const date = dateInMonth(part, Number(month.slice(5, 7)), Number(month.slice(0, 4)));
  return addDays(month, date - 1);
}

/** ISO 8601: week 1 is the one with 4 January. */
export function numberedWeek(number: number, year: string | undefined, { today, toward }: Standpoint): Told {
  const mondayIn = (one: number) => addDays(mondayOf(`${one}-01-04`), (number - 1) * 7);
  const isReal = (one: number) => number > 0 && addDays(mondayIn(one), 3).startsWith(String(one));
  const thisYear = Number(today.slice(0, 4));
  const years = [0, 1, 2, 3, 4, 5, 6, 7].map((away) => thisYear + (toward === "ahead" ? away : -away));
  const meant =
    year === undefined
      ? years.find(
          (one) =>
            isReal(one) && (toward === "ahead" ? addDays(mondayIn(one), 6) >= today : mondayIn(one) <= today),
        )
      : Number(year);
  return meant !== undefined && isReal(meant) ? { week: mondayIn(meant) } : undefined;
}

/** The Monday of the week this day is in. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** This day of this, the next or the last week. */
export function inWeek(which = "", weekday: number, today: Day): Day {
  const weeks = which === "vorige" ? -1 : which === "deze" || which === "de" ? 0 : 1;
  return addDays(mondayOf(today), weeks * 7 + weekday - 1);
}

/** Never today: who means today says so. */
export function nearest(weekday: number, today: Day, toward: Standpoint["toward"]): Day {
  const ahead = (weekday - weekdayOf(today) + 7) % 7 || 7;
  return addDays(today, toward === "ahead" ? ahead : ahead === 7 ? -7 : ahead - 7);
}

/** "3 dagen", "10 werkdagen", "2 weken", "een maand" later. */
export function later(day: Day, count: number, unit: string): Day {
  if (unit.startsWith("dag")) return addDays(day, count);
  if (/^(werkdag|wd)/.test(unit)) return addWorkingDays(day, count);
  if (/^(week|weken|wk)/.test(unit)) return addDays(day, count * 7);
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const date = Math.min(Number(day.slice(8, 10)), dateInMonth("eind", month, year));
  return addDays(`${year}-${String(month).padStart(2, "0")}-01`, date - 1);
}
