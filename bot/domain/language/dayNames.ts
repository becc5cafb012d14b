// Turns of a regular expression over folded text. Misspellings that are common enough to list are among them.

/** Monday first; each the ways in which it is written in full. */
const WEEKDAYS = [
  "maandag|mandag",
  "dinsdag|dindsdag",
  "woensdag|woendag|woesdag|woensag",
  "donderdag|donerdag|dondrdag",
  "vrijdag|vrydag|vrijdg|vridag",
  "zaterdag|zatrdag",
  "zondag",
];
const SHORT_WEEKDAYS = ["ma", "di", "wo", "do", "vr", "za", "zo"];
const MONTHS = [
  "januari|jan",
  "februari|februarie|feb|febr",
  "maart|mrt|maa",
  "april|apr",
  "mei",
  "juni|jun",
  "juli|jul",
  "augustus|agustus|aug",
  "september|sept|sep",
  "oktober|october|okt|oct",
  "november|nov",
  "december|dec",
];
const NUMBERS = "een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf".split("|");

export const WEEKDAY = WEEKDAYS.join("|");
export const SHORT_WEEKDAY = SHORT_WEEKDAYS.join("|");
export const MONTH = MONTHS.join("|");
export const NUMBER = String.raw`\d{1,3}|n|${NUMBERS.join("|")}`;

/** 1 is Monday. */
export function weekdayNamed(name: string): number {
  const short = SHORT_WEEKDAYS.indexOf(name);
  return 1 + (short >= 0 ? short : placeOf(name, WEEKDAYS));
}

/** 1 is January. */
export function monthNamed(name: string): number {
  return 1 + placeOf(name, MONTHS);
}

/** "14" or "twee". */
export function numberNamed(name: string): number {
  if (/^\d+$/.test(name)) return Number(name);
  return name === "n" ? 1 : 1 + NUMBERS.indexOf(name);
}

function placeOf(name: string, spellings: readonly string[]): number {
  return spellings.findIndex((all) => all.split("|").includes(name));
}
