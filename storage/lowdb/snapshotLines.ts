import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { decodeLine } from "./frame.ts";
import { readLines } from "./lines.ts";
import type { SnapshotEnd, SnapshotHead } from "./snapshot.ts";

/** What is in the file is no whole snapshot. The message names the file. */
export class UnreadableSnapshot extends Error {
  constructor(name: string, what: string) {
    super(`${name}: ${what}`);
  }
}

const LF = Buffer.from("\n");

/** The first line of a snapshot. Throws `UnreadableSnapshot`. */
export async function snapshotHead(folder: string, name: string): Promise<SnapshotHead> {
  const file = await open(join(folder, name), "r");
  try {
    for await (const [first] of readLines(file)) {
      const head = first === undefined ? undefined : decodeLine<SnapshotHead>(first.bytes)?.frame;
      if (head?.t === "snapshot") return head;
      break;
    }
    throw new UnreadableSnapshot(name, "its first line is damaged");
  } finally {
    await file.close();
  }
}

/**
 * The lines between the first and the last one of a snapshot, in batches. Throws `UnreadableSnapshot` at the end
 * when the file is not complete or its checksum is wrong: only then is it known that what came before is right.
 */
export async function* snapshotLines(folder: string, name: string): AsyncGenerator<Buffer[]> {
  const sha256 = createHash("sha256");
  const file = await open(join(folder, name), "r");
  let held: Buffer | undefined; // the last line of the file is no row
  let count = 0;
  try {
    for await (const lines of readLines(file)) {
      const rows: Buffer[] = [];
      for (const { bytes, whole } of lines) {
        if (held !== undefined) {
          sha256.update(held).update(LF);
          if (count > 0) rows.push(held);
          count++;
        }
        held = whole ? bytes : undefined;
      }
      if (rows.length > 0) yield rows;
    }
  } finally {
    await file.close();
  }
  const end = held === undefined ? undefined : decodeLine<SnapshotEnd>(held)?.frame;
  if (end?.t !== "total") throw new UnreadableSnapshot(name, "it is not complete");
  if (end.lines !== count || end.sha256 !== sha256.digest("hex")) {
    throw new UnreadableSnapshot(name, "its checksum is wrong");
  }
}
