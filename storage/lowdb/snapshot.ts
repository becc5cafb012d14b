import type { QueuedMessage } from "./frame.ts";
import type { KeptReply, Model } from "./model.ts";
import { SnapshotWriter } from "./snapshotWriter.ts";

/*
 * A snapshot: a checksummed first line, one line per row (collection TAB id TAB version TAB json), per kept reply
 * and per waiting message, and a checksummed last line with the SHA-256 of everything before it.
 */
export interface SnapshotHead {
  readonly t: "snapshot";
  readonly store: string;
  /** The last frame that is in it, and that frame's hash. */
  readonly l: number;
  readonly p: string;
  readonly s: number;
  /** Lsn of the last change per collection. */
  readonly changed: Readonly<Record<string, number>>;
}
export interface SnapshotEnd {
  readonly t: "total";
  /** Lines before this one. */
  readonly lines: number;
  readonly sha256: string;
}

/** What stands in a collection's place for the two other kinds of line. */
export const REPLY = "~reply";
export const MESSAGE = "~message";

/** Writes a model as a snapshot, from memory: for a store that serves nobody at the moment. Returns its name. */
export async function writeSnapshot(folder: string, model: Model): Promise<string> {
  const changed = Object.fromEntries([...model.tables].map(([name, table]) => [name, table.changed]));
  const { lsn, chain } = model.position;
  const head: SnapshotHead = {
    t: "snapshot",
    store: model.store,
    l: lsn,
    p: chain,
    s: model.schema,
    changed,
  };
  const writer = await SnapshotWriter.create(folder, head);
  try {
    for (const line of linesOf(model)) await writer.add(Buffer.from(line));
    return await writer.finish();
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

/** A model as the lines (without LF) between the first and the last line of its snapshot. */
export function* linesOf(model: Model): Generator<string> {
  for (const [collection, table] of model.tables) {
    for (const [id, { version, json }] of table.rows) yield rowLine(collection, id, version, json);
  }
  for (const [key, reply] of model.replies) yield replyLine(key, reply);
  for (const item of model.outbox.items()) yield messageLine(item);
}

export function rowLine(collection: string, id: string, version: number, json: string): string {
  return `${collection}\t${id}\t${version}\t${json}`;
}

export function replyLine(key: string, { at, json }: KeptReply): string {
  return `${REPLY}\t${key}\t${at}\t${json}`;
}

export function messageLine(item: QueuedMessage): string {
  return `${MESSAGE}\t${item.message.id}\t0\t${JSON.stringify(item)}`;
}
