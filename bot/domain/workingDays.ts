import { addDays, dayOf, instantAt, timeOf, weekdayOf, type Day, type Instant } from "./calendar.ts";
import { officeHolidays, type Holidays } from "./holidays.ts";

const FRIDAY = 5;

/** Whether this is a day on which the town hall works: no Saturday, no Sunday, no holiday. */
export function isWorkingDay(day: Day, holidays: Holidays = officeHolidays): boolean {
  return weekdayOf(day) <= FRIDAY && !holidays(Number(day.slice(0, 4))).has(day);
}

/**
 * The working day that lies this many working days later, earlier when `count` is negative; the day itself does not
 * count. With 0: the day itself, or the first working day after it.
 */
export function addWorkingDays(day: Day, count: number, holidays: Holidays = officeHolidays): Day {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  let here = day;
  while (left > 0 || !isWorkingDay(here, holidays)) {
    here = addDays(here, step);
    if (isWorkingDay(here, holidays)) left = Math.max(0, left - 1);
  }
  return here;
}

/** How many working days come after `from`, up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: Day, to: Day, holidays: Holidays = officeHolidays): number {
  if (to < from) return 0 - workingDaysBetween(to, from, holidays);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, holidays)) count++;
  }
  return count;
}

/** When what is not urgent reaches people. Times of day are `HH:MM` in the municipality. */
export interface DeliveryTimes {
  /** At least one, in order. */
  readonly slots: readonly [string, ...string[]];
  /** Minutes that somebody has to take it back. */
  readonly pause: number;
  /** Nobody starts on something new after this time on a Friday. */
  readonly lastOnFriday: string;
}

/** Twice a day, five minutes to undo. */
export const DELIVERY_TIMES: DeliveryTimes = { slots: ["09:30", "14:00"], pause: 5, lastOnFriday: "12:00" };

/** The first moment of delivery for what is sent at this moment. */
export function nextMoment(
  at: Instant,
  times: DeliveryTimes = DELIVERY_TIMES,
  holidays: Holidays = officeHolidays,
): Instant {
  const earliest = new Date(Date.parse(at) + times.pause * 60_000).toISOString();
  for (let day = dayOf(earliest); ; day = addWorkingDays(day, 1, holidays)) {
    const slots = isWorkingDay(day, holidays) ? slotsOn(day, times) : [];
    const moment = slots.map((slot) => instantAt(day, slot)).find((one) => one >= earliest);
    if (moment !== undefined) return moment;
  }
}

function slotsOn(day: Day, { slots, lastOnFriday }: DeliveryTimes): readonly string[] {
  return weekdayOf(day) === FRIDAY ? slots.filter((slot) => slot <= lastOnFriday) : slots;
}

/** From when until when people may be disturbed, `HH:MM` in the municipality; the end is not included. */
export interface OfficeHours {
  readonly from: string;
  readonly to: string;
}

export const OFFICE_HOURS: OfficeHours = { from: "08:00", to: "18:00" };

/** Whether people may be disturbed at this moment. */
export function withinOfficeHours(
  at: Instant,
  hours: OfficeHours = OFFICE_HOURS,
  holidays: Holidays = officeHolidays,
): boolean {
  const time = timeOf(at);
  return isWorkingDay(dayOf(at), holidays) && time >= hours.from && time < hours.to;
}

/** This moment when people may be disturbed, else the first after it at which they may. */
export function nextOfficeMoment(
  at: Instant,
  hours: OfficeHours = OFFICE_HOURS,
  holidays: Holidays = officeHolidays,
): Instant {
  if (withinOfficeHours(at, hours, holidays)) return at;
  const today = dayOf(at);
  const isBefore = isWorkingDay(today, holidays) && timeOf(at) < hours.from;
  return instantAt(isBefore ? today : addWorkingDays(today, 1, holidays), hours.from);
}
