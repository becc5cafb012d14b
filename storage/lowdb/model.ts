import { COLLECTIONS, INDEXES } from "../rows.ts";
import type { JournalEntry, OutboxMessage } from "../store.ts";
import type { Position, QueuedMessage } from "./frame.ts";
import { Outbox } from "./outbox.ts";
import { Table, type KeysOf } from "./table.ts";

/** What a first delivery was answered, as JSON text, and when. */
export interface KeptReply {
  readonly at: string;
  readonly json: string;
}

/** Everything the store knows: what lowdb's `Low` holds as `data`. Always the state after a durable frame. */
export interface Model {
  /** The id given at `init`; a backup keeps it. */
  readonly store: string;
  /** The last frame that is in here. */
  position: Position;
  /** The shape of the rows in here. */
  schema: number;
  /** When the last act was done that was read or committed since the start. */
  lastActAt: string;
  readonly tables: Map<string, Table>;
  readonly replies: Map<string, KeptReply>;
  readonly outbox: Outbox;
}

/** A row after a commit, as JSON text; a removal has version 0. */
export interface WrittenText {
  readonly collection: string;
  readonly id: string;
  readonly version: number;
  readonly json: string;
}

/** What one commit leaves behind. */
export interface CommitEffect {
  readonly lsn: number;
  readonly journal: JournalEntry;
  readonly written: readonly WrittenText[];
  readonly outbox: readonly OutboxMessage[];
  readonly key: string | undefined;
  readonly replyJson: string;
}

/** A store in which nothing ever happened. Its chain starts with its own id. */
export function emptyModel(store: string, schema: number): Model {
  return {
    store,
    position: { lsn: 0, chain: store },
    schema,
    lastActAt: new Date(0).toISOString(),
    tables: new Map(COLLECTIONS.map((name) => [name, new Table()])),
    replies: new Map(),
    outbox: new Outbox(),
  };
}

/** The table of a collection. Old schemas may name collections that this code no longer has. */
export function tableOf(model: Model, collection: string): Table {
  let table = model.tables.get(collection);
  if (table === undefined) {
    table = new Table();
    model.tables.set(collection, table);
  }
  return table;
}

/** Starts keeping the declared indexes, once every row has today's shape. */
export function declareIndexes(model: Model): void {
  for (const collection of COLLECTIONS) {
    // Rows are stored under their collection's name only, so each index gets rows of its own type.
    const indexes = (INDEXES[collection] ?? {}) as Readonly<Record<string, KeysOf>>;
    tableOf(model, collection).declare(indexes);
  }
}

export function applyCommit(model: Model, effect: CommitEffect): void {
  const { lsn } = effect;
  model.lastActAt = effect.journal.at;
  applyWritten(model, lsn, effect.written);
  if (effect.key !== undefined) {
    model.replies.set(effect.key, { at: effect.journal.at, json: effect.replyJson });
  }
  for (const [place, message] of effect.outbox.entries()) {
    model.outbox.put({ message, queued: [lsn, place], attempts: 0 });
  }
}

/** What is left of a message after a send: null when it is done. It may be claimed again from now on. */
export function applySettled(model: Model, id: string, after: QueuedMessage | null): void {
  if (after === null) model.outbox.remove(id);
  else model.outbox.put(after);
  model.outbox.release(id);
}

export function applyWritten(model: Model, lsn: number, written: readonly WrittenText[]): void {
  for (const { collection, id, version, json } of written) {
    const table = tableOf(model, collection);
    if (version === 0) table.remove(id);
    else table.put(id, version, json);
    table.changed = lsn;
  }
}
