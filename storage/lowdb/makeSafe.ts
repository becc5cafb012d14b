import { readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { keepAsEvidence } from "./evidence.ts";
import { decodeLine, type Position } from "./frame.ts";
import { damaged } from "./refusals.ts";
import type { Failure, OpenSegment } from "./segmentWriter.ts";

/**
 * After a failed write: takes what was not acknowledged off the disk again, so that a restart cannot bring back
 * what people were told was not stored. True when that succeeded and the page cache can still be believed.
 */
export async function takeBack({ phase, segment }: Failure): Promise<boolean> {
  if (segment === undefined) return true;
  try {
    await segment.file.truncate(segment.size);
    await segment.file.sync();
    return phase === "write";
  } catch {
    return false; // the same disk trouble again: `makeSafe` has to do it later
  }
}

/**
 * Makes sure that everything up to `durable` is on disk, in a file that was never part of a failed flush: the
 * segment's acknowledged bytes are read, checked frame by frame against the chain in memory, written to a new
 * file, flushed, and put in the old one's place. The old file stays in `evidence/`. Rejects when the disk does.
 */
export async function makeSafe(
  disk: Disk,
  folder: string,
  failure: Failure,
  durable: Position,
): Promise<void> {
  if (failure.leftover !== undefined) await rm(failure.leftover, { force: true });
  const { segment } = failure;
  if (segment === undefined) return;
  const path = join(folder, segment.name);
  const bytes = (await readFile(path)).subarray(0, segment.size);
  checkEndsAt(folder, segment, bytes, durable);
  const copy = `${path}.copy`;
  await rm(copy, { force: true });
  const file = await disk.create(copy);
  try {
    await file.write(bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await keepAsEvidence(folder, segment.name);
  await rename(copy, path);
  await disk.syncFolder(folder);
}

function checkEndsAt(folder: string, { name, first }: OpenSegment, bytes: Buffer, durable: Position): void {
  let at: Position = { lsn: first - 1, chain: "" };
  for (let start = 0; start < bytes.length;) {
    const lf = bytes.indexOf(10, start);
    const decoded = lf < 0 ? undefined : decodeLine(bytes.subarray(start, lf));
    const follows = decoded?.frame.l === at.lsn + 1 && (at.chain === "" || decoded.frame.p === at.chain);
    if (decoded === undefined || !follows) throw damaged(folder, `${name}: frame ${at.lsn + 1} is altered`);
    at = { lsn: decoded.frame.l, chain: decoded.hash };
    start = lf + 1;
  }
  if (at.lsn !== durable.lsn || at.chain !== durable.chain) {
    throw damaged(folder, `${name} ends at frame ${at.lsn}, not at the acknowledged frame ${durable.lsn}`);
  }
}
