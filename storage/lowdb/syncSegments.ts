import { join } from "node:path";
import type { Disk } from "./disk.ts";
import type { SegmentName } from "./layout.ts";

/**
 * Flushes what was read: after a kill it may still be in the page cache only. Just the newest segments; all before
 * the last two were flushed when the journal went on behind them.
 */
export async function syncSegments(
  disk: Disk,
  folder: string,
  segments: readonly SegmentName[],
): Promise<void> {
  for (const { name } of segments.slice(-2)) await disk.flush(join(folder, name));
}
