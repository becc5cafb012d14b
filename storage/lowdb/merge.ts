import type { Position } from "./frame.ts";
import { listFolder, type Listing } from "./layout.ts";
import { readStoreId } from "./load.ts";
import { MergeChanges } from "./mergeChanges.ts";
import { readJournal } from "./readJournal.ts";
import { damaged } from "./refusals.ts";
import { REPLY, type SnapshotHead } from "./snapshot.ts";
import { snapshotHead, snapshotLines } from "./snapshotLines.ts";
import { SnapshotWriter } from "./snapshotWriter.ts";

export interface MergeOrder {
  readonly folder: string;
  /** The end frame of the newest sealed segment. */
  readonly upTo: Position;
  readonly schema: number;
  /** Replies given before this moment are left out. */
  readonly repliesFrom: string;
}

/**
 * Makes the snapshot of a sealed journal from files alone: the newest snapshot, line by line, with what the
 * segments behind it changed. Never holds more in memory than those changes. Resolves with the new snapshot's
 * name.
 *
 * Throws when the old snapshot or a segment is damaged; nothing that stands is replaced then.
 */
export async function mergeSnapshot(order: MergeOrder): Promise<string> {
  const { folder, upTo, schema } = order;
  const store = await readStoreId(folder);
  const listing = await listFolder(folder);
  const base = listing.snapshots.find(({ lsn }) => lsn <= upTo.lsn)?.name;
  const old = base === undefined ? undefined : await snapshotHead(folder, base);
  if (old !== undefined && old.s !== schema) throw new Error(`${base} has schema ${old.s}, not ${schema}`);
  const from = old === undefined ? { lsn: 0, chain: store } : { lsn: old.l, chain: old.p };
  const changes = new MergeChanges(old?.changed ?? {}, schema);
  await collect(order, listing, from, changes);
  const { changed, lines } = changes;
  const head: SnapshotHead = { t: "snapshot", store, l: upTo.lsn, p: upTo.chain, s: schema, changed };
  const writer = await SnapshotWriter.create(folder, head);
  try {
    if (base !== undefined) await copyUnchanged(order, base, lines, writer);
    for (const [name, makeLine] of lines) {
      if (makeLine === null) continue;
      const bytes = Buffer.from(makeLine());
      if (!isOldReply(name, bytes, order.repliesFrom)) await writer.add(bytes);
    }
    return await writer.finish();
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

/** Reads the sealed segments behind a snapshot, and checks that they end exactly as they were written. */
async function collect(
  { folder, upTo }: MergeOrder,
  listing: Listing,
  from: Position,
  changes: MergeChanges,
): Promise<void> {
  const segments = listing.segments.filter(({ first }) => first <= upTo.lsn);
  let last = from;
  for await (const frames of readJournal({ folder, segments, from, head: undefined })) {
    for (const { frame, hash } of frames) {
      changes.take(frame);
      last = { lsn: frame.l, chain: hash };
    }
  }
  if (last.lsn !== upTo.lsn || last.chain !== upTo.chain) {
    throw damaged(
      folder,
      `the sealed journal ends at frame ${last.lsn}, not as it was written up to ${upTo.lsn}`,
    );
  }
}

/** Copies the lines of a snapshot that nothing changed, and checks the snapshot while it is read. */
async function copyUnchanged(
  { folder, repliesFrom }: MergeOrder,
  name: string,
  changed: ReadonlyMap<string, unknown>,
  writer: SnapshotWriter,
): Promise<void> {
  for await (const lines of snapshotLines(folder, name)) {
    for (const line of lines) {
      const key = line.toString("latin1", 0, line.indexOf(9, line.indexOf(9) + 1));
      if (!changed.has(key) && !isOldReply(key, line, repliesFrom)) await writer.add(line);
    }
  }
}

function isOldReply(key: string, line: Buffer, repliesFrom: string): boolean {
  if (!key.startsWith(`${REPLY}\t`)) return false;
  const at = key.length + 1;
  return line.toString("latin1", at, line.indexOf(9, at)) < repliesFrom;
}
