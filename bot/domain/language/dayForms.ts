import { addDays, isDay } from "../calendar.ts";
import { MONTH, monthNamed, NUMBER, numberNamed, SHORT_WEEKDAY, WEEKDAY, weekdayNamed } from "./dayNames.ts";
import {
  dated,
  inWeek,
  later,
  mondayOf,
  nearest,
  numberedWeek,
  partOf,
  partOfMonth,
  type Standpoint,
  type Told,
} from "./dayReckoning.ts";

/** One way to write a day. */
export interface DayForm {
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>, from: Standpoint) => Told;
}

const NAMED_DAY = `(?:(?<weekday>${WEEKDAY}|${SHORT_WEEKDAY})(?:ochtend|middag|avond)?\\.?,?\\s+)?`;
const YEAR = String.raw`(?:\s+(?<year>20\d\d))?`;
// "25 kinderen, 3-7 jaar" tells no day.
const NO_UNIT = String.raw`(?!\s*(?:jr|jaar|jarige?n?|km|m2?|x|eur|euro|uur|personen|kinderen|dagen|weken|maanden)(?![a-z])|\s*%|[-/]\d)`;

function form(source: string, read: DayForm["read"]): DayForm {
  const notInside = String.raw`(?<![\p{L}\p{N}])(?<![\p{L}\p{N}][-/.,])`;
  return { pattern: new RegExp(`${notInside}(?:${source})(?![\\p{L}\\p{N}])`, "u"), read };
}

/** Every way to write a day, the longer before the shorter that begins alike. */
export const DAY_FORMS: readonly DayForm[] = [
  form(String.raw`(?<iso>\d{4}-\d{2}-\d{2})`, ({ iso = "" }) => (isDay(iso) ? iso : undefined)),
  form(
    NAMED_DAY +
      String.raw`(?<date>\d{1,2})(?:(?<sep>[/-])(?<month>\d{1,2})(?:\k<sep>(?<year>20\d\d|\d\d))?|\.(?<dotted>\d{1,2})\.(?<dottedYear>20\d\d|\d\d))${NO_UNIT}`,
    ({ weekday, date, month, dotted, year, dottedYear }, from) =>
      dated({ weekday, date: Number(date), month: Number(month ?? dotted), year: year ?? dottedYear }, from),
  ),
  form(
    String.raw`${NAMED_DAY}(?<date>\d{1,2})(?:e|ste|de)?\s*(?<month>${MONTH})\.?${YEAR}`,
    ({ weekday, date, month = "", year }, from) =>
      dated({ weekday, date: Number(date), month: monthNamed(month), year }, from),
  ),
  form(
    String.raw`(?<part>begin|half|medio|midden|einde?)\s+(?:van\s+)?(?<month>${MONTH})${YEAR}`,
    ({ part = "", month = "", year }, from) => partOfMonth(part, monthNamed(month), year, from),
  ),
  form(
    String.raw`(?<part>begin|half|medio|midden|einde?)\s+(?:van\s+)?(?<which>de|deze|volgende|komende)\s+(?<unit>week|maand)`,
    ({ part = "", which, unit }, { today }) => partOf(part, which, unit, today),
  ),
  form(String.raw`einde?\s+(?:(?:van\s+)?(?:het|dit)\s+jaar|(?<year>20\d\d))`, ({ year }, { today }) => {
    return `${year ?? today.slice(0, 4)}-12-31`;
  }),
  form(String.raw`(?:wk|week|weeknr|weeknummer)\.?\s*(?<number>\d{1,2})${YEAR}`, ({ number, year }, from) =>
    numberedWeek(Number(number), year, from),
  ),
  form(
    String.raw`(?:over|binnen)\s+(?:ongeveer\s+|zo'n\s+|max\.?\s+|maximaal\s+)?(?<count>${NUMBER})\s+(?<unit>dag|dagen|werkdag|werkdagen|wd|week|weken|wk|maand|maanden)(?:\s+op\s+(?<weekday>${WEEKDAY}))?`,
    ({ count = "", unit = "", weekday }, { today }) => {
      const day = later(today, numberNamed(count), unit);
      return weekday === undefined ? day : addDays(mondayOf(day), weekdayNamed(weekday) - 1);
    },
  ),
  form(
    String.raw`(?<count>${NUMBER})\s+(?<unit>dag|dagen|werkdag|werkdagen|week|weken|maand|maanden)\s+(?:geleden|terug)`,
    ({ count = "", unit = "" }, { today }) => later(today, -numberNamed(count), unit),
  ),
  form(
    String.raw`(?<which>deze|volgende|komende|vorige)\s+week\s+(?:op\s+)?(?<weekday>${WEEKDAY}|${SHORT_WEEKDAY})(?:ochtend|middag|avond)?`,
    ({ which, weekday = "" }, { today }) => inWeek(which, weekdayNamed(weekday), today),
  ),
  form(
    String.raw`(?<weekday>${WEEKDAY})(?:ochtend|middag|avond)?\s+(?:van\s+|in\s+)?(?<which>deze|volgende|komende|vorige)\s+week`,
    ({ which, weekday = "" }, { today }) => inWeek(which, weekdayNamed(weekday), today),
  ),
  form(
    String.raw`(?<weekday>${WEEKDAY})\s+over\s+(?<count>${NUMBER})\s+(?:week|weken|wk)`,
    ({ weekday = "", count = "" }, { today }) =>
      addDays(nearest(weekdayNamed(weekday), today, "ahead"), numberNamed(count) * 7),
  ),
  form(
    String.raw`volgende\s+(?<weekday>${WEEKDAY})(?:ochtend|middag|avond)?`,
    ({ weekday = "" }, { today }) => inWeek("volgende", weekdayNamed(weekday), today),
  ),
  form(
    String.raw`(?:(?<which>aanstaande|komende|deze|a\.?s\.?|vorige|afgelopen)\s+)?(?<weekday>${WEEKDAY})(?:ochtend|morgen|middag|avond)?`,
    ({ which = "", weekday = "" }, { today, toward }) =>
      nearest(weekdayNamed(weekday), today, /vorige|afgelopen/.test(which) ? "back" : toward),
  ),
  form(
    String.raw`(?<=(?:voor|uiterlijk|tot|vanaf|sinds)\s+)(?<weekday>ma|di|wo|do|vr|za)`,
    ({ weekday = "" }, from) => nearest(weekdayNamed(weekday), from.today, from.toward),
  ),
  form(String.raw`(?<=^\s*)(?:op\s+)?(?<weekday>${SHORT_WEEKDAY})(?=[\s.]*$)`, ({ weekday = "" }, from) =>
    nearest(weekdayNamed(weekday), from.today, from.toward),
  ),
  form(String.raw`(?<which>deze|volgende|komende|vorige)\s+week`, ({ which }, { today }) => ({
    week: inWeek(which, 1, today),
  })),
  form("eergisteren", (_, { today }) => addDays(today, -2)),
  form("gister(?:en|ochtend|middag|avond)?", (_, { today }) => addDays(today, -1)),
  form("vandaag|vanochtend|vanmorgen|vanmiddag|vanavond", (_, { today }) => today),
  form(String.raw`(?<!goede\s+|goeie\s+)morgen(?:ochtend|middag|avond)?(?!\s*,)`, (_, { today }) =>
    addDays(today, 1),
  ),
  form("overmorgen", (_, { today }) => addDays(today, 2)),
];
