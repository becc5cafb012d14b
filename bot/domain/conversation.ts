import type { Instant } from "./calendar.ts";

/** Our own name for a conversation: `personal:<entraId>`, or the connector's id for a group chat or channel. */
export type ConversationId = string;

/** Where people and bot talk. Our own record, so that messages can be sent long after the activity that made it. */
export interface Conversation {
  readonly id: ConversationId;
  readonly kind: "personal" | "group" | "channel";
  /** The connector's id; absent for a personal conversation that was never opened. */
  readonly connectorId?: string | undefined;
  /** The connector's address from the latest activity; absent as long as there was none. */
  readonly serviceUrl?: string | undefined;
  readonly tenantId: string;
  /** The bot's own id at the connector. */
  readonly botId?: string | undefined;
  /** For a personal conversation: the Entra object id of the other person. */
  readonly entraId?: string | undefined;
  /** For a thread in a channel: that channel. */
  readonly channel?: ConversationId | undefined;
  /** For a channel and its threads: the team at Teams that has it. Not a vakteam. */
  readonly team?: string | undefined;
  /** Nothing is sent here, until somebody is heard from here again. */
  readonly unreachable?: Unreachable | undefined;
}

/** Since when nothing can be sent somewhere, and why: the bot was removed, is blocked, or the place does not exist. */
export interface Unreachable {
  readonly since: Instant;
  readonly why: "blocked" | "uninstalled" | "gone";
}

/** The id of the one-to-one conversation with this person, opened or not. */
export function personalConversation(entraId: string): ConversationId {
  return `personal:${entraId}`;
}

/** The channel somebody is heard in, also when they are in one of its threads; undefined outside channels. */
export function channelAround(conversation: Conversation): Conversation | undefined {
  const { channel, ...whole } = conversation;
  if (whole.kind !== "channel") return undefined;
  return channel === undefined ? whole : { ...whole, id: channel, connectorId: channel };
}

/** Whether somebody is alone with the bot here. */
export function isPersonal({ kind }: Conversation): boolean {
  return kind === "personal";
}
