import type { Instant } from "./calendar.ts";
import type { ConversationId } from "./conversation.ts";
import type { CardId } from "./delivery.ts";
import type { Notice } from "./notice.ts";
import type { PotMove } from "./pot.ts";
import type { Collection, Rows } from "./rows.ts";

/** A row with its version: 1 when it was made, one more for each change. */
export interface Versioned<Row> {
  readonly version: number;
  readonly row: Row;
}

/** One row to write. `expect` is the version that was read, 0 for a new row; `row: null` removes it. */
export type Change = {
  readonly [C in Collection]: {
    readonly collection: C;
    readonly id: string;
    readonly expect: number;
    readonly row: Rows[C] | null;
  };
}[Collection];

/** Who did what, in which capacity, when and why. The store adds the rows before and after. */
export interface JournalEntry {
  /** Entra object id or official's id; "kernwijzer" for what time does; "import" for the command line. */
  readonly who: string;
  /** The role acted in; empty when none was needed. */
  readonly capacity: string;
  readonly at: Instant;
  /** The act, one word: "ask", "proposeChange", "import". */
  readonly act: string;
  /** The reason as a person would read it back. */
  readonly why: string;
}

/** A message that must leave because of a commit. */
export interface OutboxMessage {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly notice: Notice;
  /** Card token the buttons of this message carry; absent for messages without buttons. */
  readonly token?: string | undefined;
  /** Entra object id of the person it is for; absent when it is for the whole conversation. */
  readonly addressee?: string | undefined;
  /** The card this message shows, when it may change later: a card that already stands is updated in place. */
  readonly card?: CardId | undefined;
  /** Follows an activity from arrival to delivery through the logs. */
  readonly correlation: string;
}

/** Everything that one act changes. All of it is stored, or nothing. */
export interface Commit<Reply = unknown> {
  /** Idempotency key; a second commit with the same key changes nothing and gets the first one's reply. */
  readonly key?: string | undefined;
  readonly changes: readonly Change[];
  /** What happens to pots, at most one move for each. Applied with the changes, or nothing is. */
  readonly moves?: readonly PotMove[] | undefined;
  readonly journal: JournalEntry;
  readonly outbox: readonly OutboxMessage[];
  /** What the actor is answered, kept under the key. Plain JSON. */
  readonly reply: Reply;
}
