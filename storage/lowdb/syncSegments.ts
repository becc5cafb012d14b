import { open } from "node:fs/promises";
import { join } from "node:path";
import type { SegmentName } from "./layout.ts";

/** Flushes the newest segments: all before the last two were flushed when the journal went on behind them. */
export async function syncSegments(folder: string, segments: readonly SegmentName[]): Promise<void> {
  for (const { name } of segments.slice(-2)) {
    const file = await open(join(folder, name), "r");
    try {
      await file.datasync();
    } finally {
      await file.close();
    }
  }
}
