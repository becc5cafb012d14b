import type { ConversationId } from "./conversation.ts";

/** Names one card in one conversation, however often it changes: `proposal:<id>:<entraId>`. */
export type CardId = string;

/** Where a card stands, so that it can be changed in place instead of sent again. */
export interface Delivery {
  readonly id: CardId;
  readonly conversation: ConversationId;
  /** The connector's id of the message that shows it. */
  readonly activityId: string;
}
