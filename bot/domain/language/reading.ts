import type { KernId } from "../kern.ts";
import type { OfficialId, RoleName } from "../official.ts";
import type { TopicId } from "../topic.ts";
import type { VakteamId } from "../vakteam.ts";

/** What somebody wants, as far as a sentence tells. */
export const INTENTS = [
  "owner", // who owns this? also every bare topic ("babylonienbroek verkeer?")
  "deputy", // who replaces this person?
  "role", // who holds this role: teamleider of a team, wethouder of a kern
  "danger", // something is unsafe now: call, do not queue
  "linkChannel", // says whose channel this is
  "help",
  "thanks",
  "smallTalk",
  "english", // asks for another language than Dutch
  "outOfReach", // something the bot does not do: jokes, weather, birthdays
  "personalFigures", // who has most open, who is slowest: figures are per team only
  "offRecord", // wants it left out of the records
  "handOver", // gives work to a team or a colleague
  "giveBack", // gives work back
  "record", // what was heard in a kern
  "myWork", // what waits for the asker
  "inKern", // what is going on in a kern
  "promised", // what residents were promised
  "called", // a phone call worth keeping
  "close", // ends a dossier
  "forward", // passes a question on to a team
  "consult", // asks a colleague something about a dossier
  "contribution", // what another team adds to a dossier
  "take", // takes work on
  "schedule", // says when it will be done
  "hold", // lets it wait for something, until a day
  "answered", // gives the answer that residents wait for
  "reportedBack", // residents were told
  "withdraw", // takes an offer back
  "reopen", // opens what was closed
  "split", // makes two of one
  "promote", // keeps an answer for the next time
  "list", // what lies with a team
  "load", // how full a team is
  "pot", // what is left of the kernbudget
  "application", // asks for money from the kernbudget
  "agree", // says yes to something; never a decision
  "guide", // is this something for the gebiedsregisseur?
  "unknown",
] as const;
export type IntentName = (typeof INTENTS)[number];

const ABOUT_WORK: readonly IntentName[] = [
  "handOver",
  "giveBack",
  "record",
  "myWork",
  "inKern",
  "promised",
  "called",
  "close",
  "forward",
  "consult",
  "contribution",
  "take",
  "schedule",
  "hold",
  "answered",
  "reportedBack",
  "withdraw",
  "reopen",
  "split",
  "promote",
  "list",
  "load",
];

/** Whether a sentence is about work in hand, rather than about who owns what. */
export function isAboutWork(intent: IntentName): boolean {
  return ABOUT_WORK.includes(intent);
}

/** A topic that may be meant; score between 0 and 1, comparable within one reading only. */
export interface TopicCandidate {
  readonly topic: TopicId;
  readonly score: number;
}

/** What a sentence is understood to say: which kern, which topic, what for. Plain data, no side effects. */
export interface Reading {
  readonly intent: IntentName;
  /** Kernen that are certainly meant. */
  readonly kernen: readonly KernId[];
  /** Kernen a word in the sentence may mean ("wijk", "hank heeft gebeld"); never also in `kernen`. */
  readonly ambiguousKernen: readonly KernId[];
  /** Best first, at most five. Empty when nothing in the catalogue fits. */
  readonly topics: readonly TopicCandidate[];
  /** Whether the first topic stands out enough to answer without showing a second candidate. */
  readonly certain: boolean;
  /** Officials named in the sentence. */
  readonly officials: readonly OfficialId[];
  /** Vakteams named as teams: "aan BOR", "team RO en Verkeer". */
  readonly vakteams: readonly VakteamId[];
  /** Roles named; "wethouder" may be either of a member's two roles. */
  readonly roles: readonly RoleName[];
  readonly scope: "municipality" | "elsewhere" | "unknown";
}

/** Reads a sentence against one register. Building it costs; reading with it is cheap. */
export interface Reader {
  readonly read: (text: string) => Reading;
  /** Reads an answer to "welke kern?": any name, alias or typo of a kern counts, also when it is a common word. */
  readonly readKern: (text: string) => readonly KernId[];
}
