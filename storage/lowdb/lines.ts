import type { FileHandle } from "node:fs/promises";

/** A line without its LF and where it starts in the file. */
export interface Line {
  readonly bytes: Buffer;
  readonly at: number;
  /** False for bytes at the end of the file that no LF closes. */
  readonly whole: boolean;
}

const CHUNK = 4 << 20;
const SMALL = 16 << 10;

/** Lines of an open file in batches of about 4 MiB, from offset `from` to the end of the file. */
export async function* readLines(file: FileHandle, from = 0): AsyncGenerator<Line[]> {
  let rest: Buffer = Buffer.alloc(0);
  let start = from; // where `rest` lies in the file
  const { size } = await file.stat();
  for (;;) {
    const room = Math.min(CHUNK, Math.max(SMALL, size - start - rest.length + 1));
    const buffer = Buffer.allocUnsafe(rest.length + room);
    rest.copy(buffer);
    const { bytesRead } = await file.read(buffer, rest.length, room, start + rest.length);
    const filled = buffer.subarray(0, rest.length + bytesRead);
    if (filled.length === rest.length) {
      if (filled.length > 0) yield [{ bytes: filled, at: start, whole: false }];
      return;
    }
    const { lines, used } = split(filled, start, rest.length);
    if (lines.length > 0) yield lines;
    start += used;
    rest = filled.subarray(used);
  }
}

function split(filled: Buffer, start: number, searched: number): { lines: Line[]; used: number } {
  const lines: Line[] = [];
  let used = 0;
  for (let lf = filled.indexOf(10, searched); lf >= 0; lf = filled.indexOf(10, used)) {
    lines.push({ bytes: filled.subarray(used, lf), at: start + used, whole: true });
    used = lf + 1;
  }
  return { lines, used };
}
