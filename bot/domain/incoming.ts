import type { Instant } from "./calendar.ts";
import type { Conversation } from "./conversation.ts";
import type { Inputs, Verb } from "./verb.ts";

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

/** Longest message that is read, in characters; what comes after it is not looked at. */
export const LONGEST_MESSAGE = 4000;

/** A button that was pressed. */
export interface Press {
  readonly kind: "press";
  readonly token: string;
  readonly verb: Verb;
  readonly input: Inputs;
}

export type Act =
  /** Text with the mention of the bot taken out. */
  | { readonly kind: "message"; readonly text: string }
  | Press
  /** The bot was added: say who it is, once. */
  | { readonly kind: "installed" };
