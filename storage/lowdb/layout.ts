import { open, readdir } from "node:fs/promises";
import { join } from "node:path";

/*
 * A data folder:
 *   STORE_ID                           made by init: which store this is
 *   lock                               the writer holds the kernel's lock on it
 *   head                               a lower bound of what was acknowledged
 *   journal-<first lsn>-<epoch>.jsonl  segments, oldest first; never deleted: they are the audit trail
 *   snapshot-<lsn>-<schema>.rows       the model after that frame; the last two are kept
 *   evidence/                          damaged files, set aside and never written again
 */
export const STORE_ID = "STORE_ID";
export const LOCK = "lock";
export const HEAD = "head";
export const EVIDENCE = "evidence";
export const MANIFEST = "MANIFEST";

export interface SegmentName {
  readonly name: string;
  /** Lsn of its first frame. */
  readonly first: number;
  readonly epoch: number;
}

export interface SnapshotName {
  readonly name: string;
  readonly lsn: number;
  readonly schema: number;
}

export interface Listing {
  /** In the order of their frames. */
  readonly segments: readonly SegmentName[];
  /** Newest first. */
  readonly snapshots: readonly SnapshotName[];
}

export function segmentName(first: number, epoch: number): string {
  return `journal-${padded(first)}-${String(epoch).padStart(6, "0")}.jsonl`;
}

export function snapshotName(lsn: number, schema: number): string {
  return `snapshot-${padded(lsn)}-${schema}.rows`;
}

/** The journal and snapshot files in a data folder. */
export async function listFolder(folder: string): Promise<Listing> {
  const names = await readdir(folder);
  const segments = names.flatMap((name) => {
    const [, first, epoch] = /^journal-(\d{12,})-(\d{6,})\.jsonl$/.exec(name) ?? [];
    return first === undefined || epoch === undefined
      ? []
      : [{ name, first: Number(first), epoch: Number(epoch) }];
  });
  const snapshots = names.flatMap((name) => {
    const [, lsn, schema] = /^snapshot-(\d{12,})-(\d+)\.rows$/.exec(name) ?? [];
    return lsn === undefined || schema === undefined
      ? []
      : [{ name, lsn: Number(lsn), schema: Number(schema) }];
  });
  return {
    segments: segments.sort((a, b) => a.first - b.first || a.epoch - b.epoch),
    snapshots: snapshots.sort((a, b) => b.lsn - a.lsn || b.schema - a.schema),
  };
}

/** Makes names that were created, renamed or removed in a folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a new file that is on disk, name included, when this resolves. Refuses to replace one. */
export async function writeDurably(
  folder: string,
  name: string,
  content: string | Uint8Array,
): Promise<void> {
  const handle = await open(join(folder, name), "wx");
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(folder);
}

function padded(lsn: number): string {
  return String(lsn).padStart(12, "0");
}
