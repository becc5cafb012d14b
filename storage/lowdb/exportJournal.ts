import { join } from "node:path";
import type { JournalRecord, RecordedChange } from "../journal.ts";
import type { Collection } from "../rows.ts";
import { realDisk, type Disk } from "./disk.ts";
import type { CommitFrame, WrittenRow } from "./frame.ts";
import { readHead } from "./head.ts";
import { listFolder } from "./layout.ts";
import { readStoreId } from "./load.ts";
import { readJournal, type ReadFrame } from "./readJournal.ts";

/**
 * The audit trail from the first act on, in order, also while the product runs. Every entry's checksum and place
 * in the hash chain is checked before it is handed out, and it is on disk; throws `StoreRefused` where the first fails.
 */
export async function* exportJournal(folder: string, disk: Disk = realDisk): AsyncGenerator<JournalRecord> {
  const from = { lsn: 0, chain: await readStoreId(folder) };
  const head = await readHead(folder);
  const { segments } = await listFolder(folder);
  for await (const frames of readJournal({ folder, segments, from, head })) {
    for (const segment of new Set(frames.map(({ segment }) => segment)))
      await disk.flush(join(folder, segment));
    for (const frame of frames) yield recordOf(frame);
  }
}

function recordOf({ frame, hash }: ReadFrame): JournalRecord {
  const lsn = frame.l;
  switch (frame.t) {
    case "begin":
      return { lsn, hash, kind: "opened", epoch: frame.e, schema: frame.s };
    case "end":
      return { lsn, hash, kind: "closed" };
    case "settle":
      return {
        lsn,
        hash,
        kind: "send",
        message: frame.id,
        at: frame.at,
        outcome: frame.outcome,
        changes: changesOf(frame.w ?? []),
      };
    case "commit":
      return {
        lsn,
        hash,
        kind: "act",
        entry: frame.j,
        changes: changesOf(frame.w),
        messages: messagesOf(frame),
      };
  }
}

function changesOf(written: readonly WrittenRow[]): readonly RecordedChange[] {
  // A collection that a later schema dropped still stands in the old part of the trail under its old name.
  return written.map(([collection, id, version, after, before]) => ({
    collection: collection as Collection,
    id,
    version,
    before,
    after,
  }));
}

function messagesOf({ o }: CommitFrame): readonly string[] {
  return o.map(({ id }) => id);
}
