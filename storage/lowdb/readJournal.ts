import type { Frame, Position } from "./frame.ts";
import type { SegmentName } from "./layout.ts";
import { firstFrame, frameAcknowledging, readSegment } from "./readSegment.ts";
import { damaged } from "./refusals.ts";

/** An intact frame, with its own hash and the segment it stands in. */
export interface ReadFrame {
  readonly frame: Frame;
  readonly hash: string;
  readonly segment: string;
}

/** What stands behind the last intact frame: bytes of a write that never finished and was never confirmed. */
export interface TornTail {
  readonly segment: string;
  /** Offset of the first byte that is no whole frame. */
  readonly at: number;
}

export interface JournalToRead {
  readonly folder: string;
  readonly segments: readonly SegmentName[];
  /** Frames up to here are passed over. */
  readonly from: Position;
  /** A frame that was surely acknowledged; read before the listing was made. */
  readonly head: Position | undefined;
}

/**
 * The frames behind `from`, in order and in batches, with every promise of the format checked: checksum,
 * numbering without gaps, hash chain, continuity over segments. Returns the torn tail, if there is one.
 *
 * A frame that is not intact is a torn tail only when nothing shows that it was acknowledged: no later frame
 * counts it as durable (`d`), the head does not, and no next segment goes on behind it. Otherwise this throws
 * `StoreRefused` ("damaged").
 */
export async function* readJournal(
  journal: JournalToRead,
): AsyncGenerator<ReadFrame[], TornTail | undefined> {
  const { folder, segments, from, head } = journal;
  let at = segments.findLastIndex(({ first }) => first <= from.lsn + 1);
  if (at < 0) throw damaged(folder, `the journal does not reach back to frame ${from.lsn + 1}`);
  let last = from;
  for (;;) {
    const segment = segments[at];
    if (segment === undefined) throw new Error("counted past the last segment");
    const next = await nextStarted(folder, segments, at);
    const limit = next?.first ?? Number.POSITIVE_INFINITY;
    const reading = readSegment(folder, segment, last, limit);
    let seen = segment.first - 1;
    let step = await reading.next();
    for (; step.done !== true; step = await reading.next()) {
      seen += step.value.length;
      const fresh = step.value.filter(({ frame }) => frame.l > from.lsn);
      const end = fresh.at(-1);
      if (end === undefined) continue;
      last = { lsn: end.frame.l, chain: end.hash };
      checkAgainstHead(folder, fresh, head);
      yield fresh;
    }
    if (next !== undefined) {
      if (seen + 1 < next.first)
        throw damaged(folder, `${segment.name}: frame ${seen + 1} is missing or altered`);
      at = segments.indexOf(next);
      continue;
    }
    if (seen < from.lsn) throw damaged(folder, `the journal ends at frame ${seen}, before its snapshot does`);
    await checkTail(journal, at, step.value, last.lsn + 1);
    return step.value.whole ? undefined : { segment: segment.name, at: step.value.end };
  }
}

/** Segments that never got a first frame on disk hold nothing: they are left over from a failed write. */
async function nextStarted(
  folder: string,
  segments: readonly SegmentName[],
  at: number,
): Promise<SegmentName | undefined> {
  for (const segment of segments.slice(at + 1)) {
    const begin = await firstFrame(folder, segment.name);
    if (begin?.t === "begin" && begin.l === segment.first) return segment;
  }
  return undefined;
}

/** Throws when something shows that frame `missing`, or one behind it, was acknowledged. */
async function checkTail(
  { folder, segments, head }: JournalToRead,
  at: number,
  { end }: { readonly end: number },
  missing: number,
): Promise<void> {
  const name = segments[at]?.name ?? "";
  if (head !== undefined && head.lsn >= missing) {
    throw damaged(folder, `${name}: acknowledged frame ${missing} is missing or altered (head: ${head.lsn})`);
  }
  for (const [later, segment] of segments.slice(at).entries()) {
    const witness = await frameAcknowledging(folder, segment.name, later === 0 ? end : 0, missing);
    if (witness !== undefined) {
      throw damaged(
        folder,
        `${name}: acknowledged frame ${missing} is altered (frame ${witness} follows it)`,
      );
    }
  }
}

function checkAgainstHead(folder: string, frames: readonly ReadFrame[], head: Position | undefined): void {
  if (head === undefined) return;
  const same = frames.find(({ frame }) => frame.l === head.lsn);
  if (same !== undefined && same.hash !== head.chain) {
    throw damaged(folder, `${same.segment}: frame ${head.lsn} is not the one that was acknowledged`);
  }
}
