import type { KernId } from "../kern.ts";
import type { OfficialId } from "../official.ts";
import type { TopicId } from "../topic.ts";

/** What somebody wants, as far as a sentence tells. */
export const INTENTS = [
  "owner", // who owns this? also every bare topic ("babylonienbroek verkeer?")
  "deputy", // who replaces this person?
  "danger", // something is unsafe now: call, do not queue
  "help",
  "thanks",
  "smallTalk",
  "english", // asks for another language than Dutch
  "outOfReach", // something the bot does not do: jokes, weather, personal rankings, birthdays
  "unknown",
] as const;
export type IntentName = (typeof INTENTS)[number];

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
  readonly scope: "municipality" | "elsewhere" | "unknown";
}

/** Reads a sentence against one register. Building it costs; reading with it is cheap. */
export interface Reader {
  readonly read: (text: string) => Reading;
  /** Reads an answer to "welke kern?": any name, alias or typo of a kern counts, also when it is a common word. */
  readonly readKern: (text: string) => readonly KernId[];
}
