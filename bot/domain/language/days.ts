import type { Day } from "../calendar.ts";
import { MONTH } from "./dayNames.ts";
import { DAY_FORMS } from "./dayForms.ts";
import type { Standpoint, Told } from "./dayReckoning.ts";

/** A day as somebody typed it. */
export type TypedDay =
  | {
      readonly vague: false;
      readonly day: Day;
      /** `HH:MM`, when a time of day came with it. */
      readonly time?: string | undefined;
      /** A whole week is meant; `day` is its Monday. */
      readonly wholeWeek: boolean;
      /** The typed words that tell it. */
      readonly text: string;
    }
  /** A time is meant, but no day: "voor de meivakantie". Ask which date that is. */
  | { readonly vague: true; readonly text: string };

// Long enough for any message in which somebody tells a day; forms look at every place of the text.
const MAX_CHARACTERS = 1000;

const NO_DAY = [
  String.raw`(?:voor|na|rond|tijdens|tot|met|in|begin|einde?|halverwege)\s+(?:van\s+)?(?:de\s+|het\s+)?(?:\p{L}*vakanties?|zomer|winter|herfst|lente|voorjaar|najaar|bouwvak|\p{L}*reces|seizoen|kerst|kerstmis|pasen|pinksteren|hemelvaart|koningsdag|jaarwisseling|oud en nieuw)`,
  String.raw`(?:\p{L}+vakantie|zomer|winter|herfst|lente|voorjaar|najaar|bouwvak)`,
  String.raw`(?:deze|dit|volgende?|komende?)\s+(?:maand|kwartaal|jaar|zomer|winter|herfst|voorjaar|najaar)`,
  `(?:in|na|voor|rond)\\s+(?:${MONTH})`,
  String.raw`(?:over|binnen)\s+(?:een\s+)?(?:paar|aantal)\s+(?:dagen|weken|maanden)`,
  "zo (?:snel|spoedig) mogelijk|zsm|spoedig|binnenkort",
];
/** A time without a day. */
const VAGUE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${NO_DAY.join("|")})(?![\\p{L}\\p{N}])`, "u");

/**
 * The first day a text tells, seen from `today`; undefined when it tells none, or one that does not exist. A date
 * without a year lies ahead, or back when `toward` says that people tell of what has been. "voor 1 mei" is 1 May.
 */
export function readDay(
  typed: string,
  today: Day,
  toward: Standpoint["toward"] = "ahead",
): TypedDay | undefined {
  const text = typed.slice(0, MAX_CHARACTERS).normalize("NFC");
  const folded = foldedInPlace(text);
  let first: { readonly index: number; readonly length: number; readonly told: Told } | undefined;
  for (const { pattern, read } of DAY_FORMS) {
    const match = pattern.exec(folded);
    if (match === null || (first && match.index >= first.index)) continue;
    const told = read(match.groups ?? {}, { today, toward });
    first = { index: match.index, length: match[0].length, told };
  }
  if (first?.told === undefined) return vagueIn(text, folded);
  const { index, length, told } = first;
  const end = index + length;
  if (typeof told === "object" && "vague" in told) return { vague: true, text: text.slice(index, end) };
  const time = TIME.exec(folded.slice(end));
  const clock = time && clockOf(time);
  return {
    vague: false,
    day: typeof told === "string" ? told : told.week,
    time: clock ?? undefined,
    wholeWeek: typeof told !== "string",
    text: text.slice(index, end + (clock ? time[0].length : 0)),
  };
}

const TIME =
  /^(?:\s+(?:ochtend|morgen|middag|avond))?\s*,?\s*(?:om\s+)?(?<hour>\d{1,2})(?:[:.](?<minute>\d{2})(?:\s*(?:uur|u))?|\s*(?:uur|u(?<rest>\d{2})?))(?![\p{L}\p{N}])/u;

function clockOf({ groups }: RegExpExecArray): string | undefined {
  const hour = Number(groups?.["hour"]);
  const minute = Number(groups?.["minute"] ?? groups?.["rest"] ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function vagueIn(text: string, folded: string): TypedDay | undefined {
  const match = VAGUE.exec(folded);
  if (match === null) return undefined;
  return { vague: true, text: text.slice(match.index, match.index + match[0].length).trim() };
}

/** Lower case without diacritics, each character in its own place, so that what is found can be cut from what was typed. */
function foldedInPlace(text: string): string {
  return text.replace(/[^\n\x20-\x7e]|[A-Z]/gu, (letter) => {
    const folded = letter.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
    return folded.length === letter.length ? folded : letter;
  });
}
