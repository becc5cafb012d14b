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
}

/** The id of the one-to-one conversation with this person, opened or not. */
export function personalConversation(entraId: string): ConversationId {
  return `personal:${entraId}`;
}
