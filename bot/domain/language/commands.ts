import { splitAtColon } from "./colon.ts";
import { readDay } from "./days.ts";
import { dossierNumberIn } from "./dossierNumbers.ts";
import type { Findings } from "./intents.ts";
import type { IntentName } from "./reading.ts";
import type { Wish, Wishes } from "./wishes.ts";

// Work is asked for at the beginning; further on the same words tell a story.
const LATEST_COMMAND = 5;
// Words that are common in stories too count only right at the beginning.
const LATEST_TELLING = 2;
// In a longer text "akkoord" is told of, not said.
const LONGEST_CONSENT = 12;

/** Work that is asked for, each only where nothing else can be meant. */
export function commandOf(wishes: Wishes, findings: Findings): IntentName | undefined {
  return (
    askedOf(wishes, findings) ??
    moneyOf(wishes, findings) ??
    stepOf(wishes, findings) ??
    givenOf(wishes, findings)
  );
}

function asks(wishes: Wishes, wish: Wish, latest = LATEST_COMMAND): boolean {
  return wishes.has(wish) && wishes.before(wish) <= latest;
}

/** Questions about work. */
function askedOf(wishes: Wishes, { hasKern, hasOfficial, hasVakteam, hasRole }: Findings) {
  if (asks(wishes, "personalFigures")) return "personalFigures";
  if (wishes.has("offRecord")) return "offRecord";
  if (asks(wishes, "guide")) return "guide";
  if (asks(wishes, "myWork")) return "myWork";
  if (asks(wishes, "promised")) return "promised";
  // How full somebody is, and what lies with somebody, is told of teams only.
  if (asks(wishes, "load") && hasVakteam) return "load";
  if (asks(wishes, "list") && hasVakteam) return "list";
  if ((asks(wishes, "load") || asks(wishes, "list")) && hasOfficial) return "personalFigures";
  if (asks(wishes, "load") && hasRole) return "load";
  if (asks(wishes, "inKern") && hasKern) return "inKern";
  return undefined;
}

/** Money from the kernbudget. */
function moneyOf(wishes: Wishes, { hasMoney }: Findings): IntentName | undefined {
  if (wishes.has("owner")) return undefined;
  if (asks(wishes, "pot")) return "pot";
  return asks(wishes, "application") && hasMoney ? "application" : undefined;
}

/** A step in a dossier. Where the words are ordinary, only with a dossier's number, a day or a colon to go with them. */
function stepOf(wishes: Wishes, { hasVakteam }: Findings): IntentName | undefined {
  if (wishes.has("owner")) return undefined;
  // Of which year a number is makes no difference here.
  const hasNumber = () => dossierNumberIn(wishes.typed, 2000) !== undefined;
  const tellsDay = () => readDay(wishes.typed, "2026-01-01") !== undefined;
  const says = () => splitAtColon(wishes.typed) !== undefined;
  if (asks(wishes, "promote")) return "promote";
  if (asks(wishes, "withdraw", 0) || (wishes.has("withdraw") && hasNumber())) return "withdraw";
  if (asks(wishes, "reopen", 0) || (wishes.has("reopen") && hasNumber())) return "reopen";
  if (asks(wishes, "split", 0) || (wishes.has("split") && hasNumber())) return "split";
  if (asks(wishes, "take", LATEST_TELLING)) return "take";
  if (wishes.has("hold") && (hasNumber() || (asks(wishes, "hold") && tellsDay()))) return "hold";
  if (wishes.has("schedule") && (hasNumber() || (asks(wishes, "schedule") && tellsDay()))) return "schedule";
  if (
    wishes.has("contribution") &&
    (hasNumber() || (asks(wishes, "contribution", 0) && hasVakteam && says()))
  )
    return "contribution";
  if (asks(wishes, "answered", 1) && (says() || hasNumber())) return "answered";
  return undefined;
}

/** Work that goes from one to another, and what was done. */
function givenOf(wishes: Wishes, { hasOfficial, hasVakteam }: Findings): IntentName | undefined {
  const isFor = (hasOfficial || hasVakteam) && !wishes.has("owner");
  if (asks(wishes, "forward", LATEST_TELLING) && (hasOfficial || hasVakteam)) return "forward";
  if (asks(wishes, "consult", LATEST_TELLING) && isFor)
    return hasOfficial || dossierNumberIn(wishes.typed, 2000) !== undefined ? "consult" : "forward";
  if (asks(wishes, "giveBack")) return "giveBack";
  // "naar wie moet ik dit doorzetten" asks; "doorzetten naar BOR" does.
  if (asks(wishes, "handOver") && isFor) return "handOver";
  if (asks(wishes, "agree") && wishes.words <= LONGEST_CONSENT && !wishes.has("owner")) return "agree";
  if (asks(wishes, "record")) return "record";
  if (asks(wishes, "called")) return "called";
  if (asks(wishes, "reportedBack", LATEST_TELLING) && !wishes.has("owner")) return "reportedBack";
  if (wishes.before("close") === 0) return "close";
  return undefined;
}
