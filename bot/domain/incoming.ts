import type { TeamsId } from "./account.ts";
import type { Instant } from "./calendar.ts";
import type { Conversation } from "./conversation.ts";
import type { Inputs, Verb } from "./verb.ts";

/** Who acts, from the signed activity and nothing else. */
export interface Person {
  readonly tenantId: string;
  /** Entra object id; in the practice room any client's own id. */
  readonly entraId: string;
  /** What Teams calls this person: to show, never to go by. Absent when the activity tells none. */
  readonly name?: string | undefined;
  /** Absent when the activity tells none. */
  readonly teamsId?: TeamsId | undefined;
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
  /** Whether a client without Universal Actions sent it, as a message: then the card cannot be answered in place. */
  readonly asMessage?: boolean | undefined;
}

export type Act =
  /** Text with the mention of the bot taken out; `id` is the message's own at the connector. */
  | { readonly kind: "message"; readonly text: string; readonly id?: string | undefined }
  /** A message has other words now. */
  | { readonly kind: "edited"; readonly text: string; readonly id: string }
  | Press
  /** The bot was added: say who it is, once. */
  | { readonly kind: "installed" }
  /** The bot was replaced by a newer version: nobody needs to hear of that. */
  | { readonly kind: "upgraded" }
  /** The bot was removed, or the place does not exist any more. `from` is a conversation, a channel or a team. */
  | { readonly kind: "removed"; readonly why: "uninstalled" | "gone"; readonly from: string };

/** Whether a person acts; else Teams tells of a place that several share, or that the bot has left. */
export function isSomebody({ act, conversation }: Incoming): boolean {
  if (act.kind === "removed" || act.kind === "upgraded") return false;
  return act.kind !== "installed" || conversation.kind === "personal";
}
