import { unlink } from "node:fs/promises";
import { join } from "node:path";
import { Low } from "lowdb";
import { SCHEMA, type Schema } from "../migrations.ts";
import { JournalAdapter } from "./adapter.ts";
import { realDisk, type Disk } from "./disk.ts";
import { EmbeddedStore } from "./embedded.ts";
import { keepAsEvidence } from "./evidence.ts";
import { checkIsNoBackup, checkLocal, checkWritable } from "./folder.ts";
import { Journal } from "./journal.ts";
import { EVIDENCE, syncFolder } from "./layout.ts";
import { readStoreId, type PassedOver } from "./load.ts";
import { lockFolder } from "./lock.ts";
import { makeStore } from "./make.ts";
import { emptyModel } from "./model.ts";
import { Pending, type Entry } from "./pending.ts";
import { writeSnapshot } from "./snapshot.ts";
import { syncSegments } from "./syncSegments.ts";

export interface EmbeddedOptions {
  /** Milliseconds between two tries to get a failed disk going again. */
  readonly retryAfterMs?: number;
  /** Commits are refused while more than this many bytes wait for the disk. */
  readonly maxWaitingBytes?: number;
  /** After a full disk, this many bytes must be free before commits are taken again. */
  readonly minFreeBytes?: number;
  /** A checkpoint is made when this much of the journal stands behind the last one; more once that one is larger. */
  readonly checkpointAfter?: { readonly frames: number; readonly bytes: number };
  /** How long replies are kept for repeated deliveries of the same command, in milliseconds. */
  readonly keepRepliesMs?: number;
  /** Hears of damage that the start went on after. */
  readonly tell?: (error: Error) => void;
  readonly schema?: Schema;
  readonly disk?: Disk;
}

const DAY = 24 * 60 * 60 * 1_000;
const DEFAULTS = {
  retryAfterMs: 1_000,
  maxWaitingBytes: 64 << 20,
  minFreeBytes: 16 << 20,
  checkpointAfter: { frames: 40_000, bytes: 128 << 20 },
  // A card may stand for weeks; a press on an older one meets the versions of what it is about.
  keepRepliesMs: 90 * DAY,
  tell: () => undefined,
  schema: SCHEMA,
  disk: realDisk,
};

/**
 * Makes a new, empty store in an empty or absent folder, or in one where that was begun before and broken off. Opening
 * a folder without one refuses. Throws `StoreRefused`.
 */
export function initEmbeddedStore(folder: string, options: EmbeddedOptions = {}): Promise<void> {
  return makeStore(folder, { ...DEFAULTS, ...options });
}

/**
 * Opens the store in a folder for writing: one process at a time. Throws `StoreRefused` with a sentence for the
 * person who runs the product: no store, in use, damaged, written by a newer version, not writable.
 */
export async function openEmbeddedStore(
  folder: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedStore> {
  const settings = { ...DEFAULTS, ...options };
  const { disk, schema } = settings;
  const store = await readStoreId(folder);
  await checkIsNoBackup(folder);
  await checkWritable(folder);
  await checkLocal(folder);
  const lock = await lockFolder(folder);
  try {
    const adapter = new JournalAdapter({ ...settings, folder });
    const low = new Low(adapter, emptyModel(store, schema.version));
    await low.read();
    const { listing, migrated, passedOver, replayed } = adapter.found;
    const { segments } = listing;
    // What was read may still be in the page cache only; nobody may build on it before it is on disk.
    await syncSegments(disk, folder, segments);
    await setAside(folder, passedOver, settings.tell);
    // No snapshot on disk has today's shape; the next checkpoints go on from this one.
    if (migrated) await writeSnapshot(folder, low.data);
    const pending = new Pending(low.data);
    const epoch = Math.max(0, ...segments.map((segment) => segment.epoch));
    const journal = await Journal.begin<Entry>(
      { folder, disk, store, schema: schema.version, minFreeBytes: settings.minFreeBytes, listener: pending },
      low.data.position,
      epoch,
      migrated ? undefined : replayed,
    );
    return new EmbeddedStore({ ...settings, low, adapter, lock, journal, pending });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Damaged snapshots go to `evidence/`: looked at by people, never read or written again. */
async function setAside(
  folder: string,
  damaged: readonly PassedOver[],
  tell: (error: Error) => void,
): Promise<void> {
  for (const { name, why } of damaged) {
    await keepAsEvidence(folder, name);
    await unlink(join(folder, name));
    tell(
      new Error(
        `${why}. It was set aside in ${EVIDENCE}; the files before it hold the same. Look at the disk.`,
      ),
    );
  }
  if (damaged.length > 0) await syncFolder(folder);
}
