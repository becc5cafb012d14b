import type { Instant } from "./calendar.ts";
import type { Conversation } from "./conversation.ts";

/** Buttons. A closed vocabulary: anything else on the wire is refused. */
export const VERBS = [
  "choose1", // the first offered option, and so on
  "choose2",
  "choose3",
  "otherKern", // none of the offered kernen: show them all
  "pickKern", // the kern chosen from the full list
  "otherTopic", // the second candidate is the right topic
  "notRight", // the answer is wrong: show the form for a change
  "propose", // send that form
  "back", // leave the form
  "accept",
  "refuse",
] as const;
export type Verb = (typeof VERBS)[number];

/** The inputs cards have. Values are typed by people or forged: every use checks them. */
export const INPUTS = ["kern", "vakteam", "scope", "remark", "reason"] as const;
export type InputName = (typeof INPUTS)[number];
export type Inputs = Readonly<Partial<Record<InputName, string>>>;

/** Who acts, from the signed activity and nothing else. */
export interface Person {
  readonly tenantId: string;
  /** Entra object id; in the practice room any client's own id. */
  readonly entraId: string;
}

/** What somebody did, whatever surface it came from. */
export interface Incoming {
  /** Makes a repeated delivery recognisable: message or press, see `bot/teams/read.ts`. */
  readonly key: string;
  readonly correlation: string;
  readonly at: Instant;
  readonly person: Person;
  readonly conversation: Conversation;
  readonly act: Act;
}

export type Act =
  /** Text with the mention of the bot taken out. */
  | { readonly kind: "message"; readonly text: string }
  | { readonly kind: "press"; readonly token: string; readonly verb: Verb; readonly input: Inputs }
  /** The bot was added: say who it is, once. */
  | { readonly kind: "installed" };
