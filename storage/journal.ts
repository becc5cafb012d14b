import type { Collection } from "./rows.ts";
import type { JournalEntry, SendOutcome } from "./store.ts";

/** One row before and after an act; null where it did not exist. */
export interface RecordedChange {
  readonly collection: Collection;
  readonly id: string;
  /** Version after the act; 0 when the row was removed. */
  readonly version: number;
  readonly before: unknown;
  readonly after: unknown;
}

/** What the journal says, one entry at a time: the audit trail as it is exported. */
export type JournalRecord = {
  /** 1, 2, 3 … without gaps. */
  readonly lsn: number;
  /** SHA-256 over this entry, which contains the previous one's. */
  readonly hash: string;
} & (
  | {
      readonly kind: "act";
      readonly entry: JournalEntry;
      readonly changes: readonly RecordedChange[];
      /** Ids of the messages it sent. */
      readonly messages: readonly string[];
    }
  | {
      readonly kind: "send";
      readonly message: string;
      readonly at: string;
      readonly outcome: SendOutcome;
      /** Where the message's card stands since: nobody's act, and still a row that the trail accounts for. */
      readonly changes: readonly RecordedChange[];
    }
  | { readonly kind: "opened"; readonly epoch: number; readonly schema: number }
  | { readonly kind: "closed" }
);
