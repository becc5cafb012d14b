import { open } from "node:fs/promises";
import { join } from "node:path";
import { decodeLine, type Frame, type Position } from "./frame.ts";
import type { SegmentName } from "./layout.ts";
import { readLines } from "./lines.ts";
import type { ReadFrame } from "./readJournal.ts";
import { damaged } from "./refusals.ts";

/** Where the intact frames of a segment stop; whole when nothing stands behind them. */
export interface SegmentEnd {
  readonly end: number;
  readonly whole: boolean;
}

/**
 * The intact frames of one segment in batches, numbered from its first on, up to `limit` (excluded: frames from
 * there on were rejected, the next segment holds what took their place). Checks the hash chain inside the
 * segment and where it joins `last`.
 */
export async function* readSegment(
  folder: string,
  { name, first }: SegmentName,
  last: Position,
  limit: number,
): AsyncGenerator<ReadFrame[], SegmentEnd> {
  const file = await open(join(folder, name), "r");
  let l = first;
  let chain: string | undefined;
  let end = 0;
  try {
    for await (const lines of readLines(file)) {
      const frames: ReadFrame[] = [];
      for (const line of lines) {
        const decoded = line.whole ? decodeLine(line.bytes) : undefined;
        if (decoded === undefined || decoded.frame.l !== l || l >= limit) {
          yield frames;
          return { end: line.at, whole: false };
        }
        const before = l === last.lsn + 1 ? last.chain : chain;
        if (before !== undefined && decoded.frame.p !== before) {
          throw damaged(folder, `${name}: the hash chain breaks at frame ${l}`);
        }
        frames.push({ ...decoded, segment: name });
        chain = decoded.hash;
        end = line.at + line.bytes.length + 1;
        l++;
      }
      yield frames;
    }
    return { end, whole: true };
  } finally {
    await file.close();
  }
}

/** The first frame of a segment; undefined when it is not intact. */
export async function firstFrame(folder: string, name: string): Promise<Frame | undefined> {
  const file = await open(join(folder, name), "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const lf = buffer.subarray(0, bytesRead).indexOf(10);
    return lf < 0 ? undefined : decodeLine(buffer.subarray(0, lf))?.frame;
  } finally {
    await file.close();
  }
}

/** The number of an intact frame from offset `from` on that counts frame `lsn` as durable, if there is one. */
export async function frameAcknowledging(
  folder: string,
  name: string,
  from: number,
  lsn: number,
): Promise<number | undefined> {
  const file = await open(join(folder, name), "r");
  try {
    for await (const lines of readLines(file, from)) {
      for (const line of lines) {
        const frame = decodeLine(line.bytes)?.frame;
        if (frame !== undefined && frame.d >= lsn) return frame.l;
      }
    }
    return undefined;
  } finally {
    await file.close();
  }
}
