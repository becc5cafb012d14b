import type { Day } from "../calendar.ts";
import { splitAtColon } from "./colon.ts";
import { readDay, type TypedDay } from "./days.ts";
import { phraseBook } from "./phrase.ts";
import { readable, toSentence } from "./sentence.ts";

/** A call or a talk worth keeping. */
export interface TypedCall {
  /** With whom, as typed; empty when it does not say. */
  readonly withWhom: string;
  /** What was said. */
  readonly text: string;
}

const CALLED =
  /(?:gebeld|gesproken|gepraat|overlegd|gebeld geworden|contact gehad)\s+(?:met|door)\s+(?<who>[^:,.;\n]+?)(?=\s*(?:[:,.;\n]|$)|\s+(?:over|dat|om|ivm|vanwege|nav)\s)\s*[:,.;]?\s*(?<what>[^]*)$/iu;

/** Reads "even gebeld met de oudergroep: ze willen helpen plaatsen". */
export function readCall(typed: string): TypedCall {
  const text = readable(typed);
  const groups = CALLED.exec(text)?.groups;
  if (groups) return { withWhom: groups["who"] ?? "", text: (groups["what"] ?? "").trim() };
  return { withWhom: "", text: splitAtColon(text)?.said ?? text };
}

/** How residents took what they were told. */
export type Reaction = "content" | "disagrees" | "newQuestion";

/** What somebody tells of having told residents. */
export interface TypedFeedback {
  readonly how: "mail" | "call" | "talk" | "app" | "letter" | "other";
  /** To whom, as typed; empty when it does not say. */
  readonly to: string;
  /** Undefined when it does not say: today is the best guess. */
  readonly day?: Day | undefined;
  readonly reaction?: Reaction | undefined;
}

// The notation is explained in `phrase.ts`.
const HOW = phraseBook({
  mail: "gemaild/mail/mailtje/gemailt/email",
  call: "gebeld/teruggebeld/opgebeld/telefonisch",
  app: "geappt/appje/app/whatsapp/appgroep",
  letter: "brief/geschreven",
  talk: "gesproken/langsgegaan/langsgeweest/persoonlijk/dorpsavond/besproken/verteld",
});
const HOWS = ["mail", "call", "app", "letter", "talk"] as const;
const REACTION = phraseBook<Reaction>({
  newQuestion: `
    nieuwe/andere/extra/volgende vraag/vragen
    vraagt/vragen/willen/wil .. nu/nog/ook
  `,
  disagrees: `
    niet/niks/geen .. blij/eens/tevreden/akkoord/leuk
    oneens/boos/teleurgesteld/ontevreden/kwaad/bezwaar/balen
  `,
  content: `
    blij/tevreden/content/akkoord/dankbaar/opgelucht/enthousiast/eens/fijn/top/goed
  `,
});
const REACTIONS = ["newQuestion", "disagrees", "content"] as const;
const TO = /(?<![\p{L}\p{N}])(?:aan|met|bij|naar)\s+(?<who>(?:de\s+|het\s+)?[\p{L}\p{N}' -]+)/iu;

/** Reads "gemaild aan oudergroep 23/4, blij". The day lies on or before `today`. */
export function readFeedback(typed: string, today: Day): TypedFeedback {
  const told = readDay(typed, today, "back");
  const words = toSentence(typed).words;
  const ways = HOW.find(words);
  const reactions = REACTION.find(words);
  const undated = told ? readable(typed).replace(told.text, " , ") : readable(typed);
  return {
    how: HOWS.find((one) => ways.has(one)) ?? "other",
    to: TO.exec(undated)?.groups?.["who"]?.trim() ?? "",
    day: told && !told.vague ? told.day : undefined,
    reaction: REACTIONS.find((one) => reactions.has(one)),
  };
}

/** Who or what something waits for, until when. */
export interface TypedWait {
  /** Undefined when no day was told: nothing waits without one, so it must be asked. */
  readonly until?: TypedDay | undefined;
  /** As typed; empty when it does not say. */
  readonly what: string;
}

const WAITS_FOR = /(?<![\p{L}\p{N}])op\s+(?<what>[^,.;\n]+)/iu;

/** Reads "D-2026-0003 wacht tot 1 juni op keuring". */
export function readWait(typed: string, today: Day): TypedWait {
  const until = readDay(typed, today);
  const undated = until ? readable(typed).replace(until.text, ",") : readable(typed);
  const what = WAITS_FOR.exec(undated)?.groups?.["what"] ?? "";
  return { until, what: what.replace(/\s+(?:tot|t\/m|uiterlijk|voor)\s*$/iu, "").trim() };
}
