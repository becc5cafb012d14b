import { addDays, weekdayOf, type Day } from "./calendar.ts";

/** The days of one year on which nobody works, weekends left out of account. */
export type Holidays = (year: number) => ReadonlySet<Day>;

/**
 * Days on which a term set by law does not end: Algemene termijnenwet, article 3, first and second paragraph. The days
 * that a royal decree adds for some years (third paragraph, such as the Friday after Hemelvaart) are not among them.
 */
export const legalHolidays: Holidays = remembered((year) => {
  const easter = easterOf(year);
  return [addDays(easter, -2), ...generalHolidays(year, easter)];
});

/** Days on which officials are free: cao Gemeenten, article 6.6, as it holds since 2024. Goede Vrijdag is not one. */
export const officeHolidays: Holidays = remembered((year) => generalHolidays(year, easterOf(year)));

function generalHolidays(year: number, easter: Day): readonly Day[] {
  return [
    `${year}-01-01`,
    addDays(easter, 1), // Tweede paasdag
    koningsdagOf(year),
    `${year}-05-05`, // Bevrijdingsdag
    addDays(easter, 39), // Hemelvaart
    addDays(easter, 50), // Tweede pinksterdag
    `${year}-12-25`,
    `${year}-12-26`,
  ];
}

/** The king's birthday is 27 April, kept a day earlier when that is a Sunday. */
function koningsdagOf(year: number): Day {
  const birthday = `${year}-04-27`;
  return weekdayOf(birthday) === 7 ? addDays(birthday, -1) : birthday;
}

/** Easter Sunday in the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
function easterOf(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  return addDays(`${year}-03-22`, moon + sunday - 7 * late);
}

function remembered(daysOf: (year: number) => readonly Day[]): Holidays {
  const known = new Map<number, ReadonlySet<Day>>();
  return (year) => {
    const days = known.get(year) ?? new Set(daysOf(year));
    known.set(year, days);
    return days;
  };
}
