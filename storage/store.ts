import type { Instant } from "../bot/domain/calendar.ts";
import type { Change, Commit, JournalEntry, OutboxMessage, Versioned } from "../bot/domain/commit.ts";
import type { Delivery } from "../bot/domain/delivery.ts";
import type { PotId } from "../bot/domain/pot.ts";
import type { Collection, RegisterCollection, Rows } from "./rows.ts";

export type { Change, Commit, JournalEntry, OutboxMessage, Versioned };

export type CommitOutcome =
  | { readonly kind: "committed" }
  /** The key was used before; `reply` is what was answered then. */
  | { readonly kind: "replayed"; readonly reply: unknown }
  /** A row has another version than expected; nothing was stored. Read again and decide again. */
  | { readonly kind: "conflict" }
  /** A move would take a pot over its ceiling, or below nothing; nothing was stored. */
  | { readonly kind: "overCeiling"; readonly pot: PotId; readonly freeCents: number }
  /**
   * The store cannot take writes now (disk full, no connection): nothing may be confirmed, and nothing was stored.
   * One doubt is left when a database goes away in the middle of a commit and stays away; the same key clears it up.
   */
  | { readonly kind: "unavailable"; readonly why: string };

/** A message on its way out. */
export interface OutboxItem extends OutboxMessage {
  /** How many times sending was tried before. */
  readonly attempts: number;
  /** Activity id at the connector, once sent. */
  readonly activityId?: string | undefined;
  /** It was sent before and may have arrived: offered once more, when its moment to remind has come. */
  readonly unknown?: true | undefined;
}

/** How a send ended. */
export type SendOutcome =
  | {
      readonly kind: "sent";
      readonly activityId?: string | undefined;
      /** Where the message's card stands now: becomes the row of that card, whatever it was, in one unit with this. */
      readonly delivery?: Delivery | undefined;
    }
  /** Surely not delivered: try again, not before this moment. */
  | { readonly kind: "retry"; readonly notBefore: Instant; readonly why: string }
  /**
   * May have arrived, so it is not sent again blindly. It no longer holds up its conversation, and is offered once
   * more from `remindAt` on. The second time it ends as given up.
   */
  | { readonly kind: "unknown"; readonly remindAt: Instant; readonly why: string }
  /** Given up, loudly. Kept for functioneel beheer. */
  | { readonly kind: "dead"; readonly why: string };

export interface Health {
  readonly ok: boolean;
  /** A sentence for the person who runs it when `ok` is false. */
  readonly why?: string | undefined;
}

/** Nothing can be read now. The message says why, in words for the person who runs it. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
}

/**
 * The one door to what Kernwijzer remembers. Two engines keep these promises: lowdb with a journal, PostgreSQL.
 *
 * - `commit` resolves "committed" only when the commit survives a power cut.
 * - Reads show committed state only. They reject with `StoreUnavailable` when there is nothing to read from.
 * - A commit with an outdated `expect` or a used key changes nothing.
 * - `moves` are judged on the pot as it is at that moment, without a version: many may draw on one pot at once, and
 *   together they never pass its ceiling. Of several the first by id that does not fit is named.
 */
export interface Store {
  get<C extends Collection>(collection: C, id: string): Promise<Versioned<Rows[C]> | undefined>;
  /** All rows under one key of a declared index (`INDEXES` in rows.ts), ordered by id. */
  list<C extends Collection>(
    collection: C,
    index: string,
    key: string,
  ): Promise<readonly Versioned<Rows[C]>[]>;
  /** Every row of a collection, ordered by id. Meant for the register and for exports. */
  all<C extends Collection>(collection: C): Promise<readonly Versioned<Rows[C]>[]>;
  /** Changes whenever a row of one of these collections changes; equal stamps mean equal rows. */
  stamp(collections: readonly RegisterCollection[]): Promise<string>;
  /** The reply kept under an idempotency key. */
  replyOf(key: string): Promise<{ readonly reply: unknown } | undefined>;
  commit(commit: Commit): Promise<CommitOutcome>;
  /** Takes messages that may be sent now: per conversation at most the oldest unsettled one. Held until `leaseMs` passes. */
  claim(limit: number, owner: string, leaseMs: number, now: Instant): Promise<readonly OutboxItem[]>;
  /**
   * Tells how a send ended. Resolves when that is durable, or when it is kept to be stored as soon as the store takes
   * writes again: a message that was sent is not offered again while this process lives.
   */
  settle(id: string, outcome: SendOutcome, now: Instant): Promise<void>;
  /** Messages given up on, for functioneel beheer. */
  deadMessages(): Promise<readonly OutboxItem[]>;
  health(): Promise<Health>;
  close(): Promise<void>;
}
