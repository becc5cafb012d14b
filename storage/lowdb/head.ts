import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeLine, encodeLine, type Position } from "./frame.ts";
import { HEAD } from "./layout.ts";

/** Bytes of the head file: written in place, so a full disk cannot stop it, and within one sector. */
const SIZE = 256;

/**
 * The head is a lower bound of what was acknowledged, written after each flush without a flush of its own. It
 * tells a journal that lost its acknowledged end from one that only has a torn tail.
 */
export function encodeHead(position: Position): Buffer {
  return encodeLine(JSON.stringify(position).padEnd(SIZE - 10)).bytes;
}

/** The head of a folder; undefined when the file is absent or torn, which proves nothing either way. */
export async function readHead(folder: string): Promise<Position | undefined> {
  try {
    const bytes = await readFile(join(folder, HEAD));
    return decodeLine<Position>(bytes.subarray(0, SIZE - 1))?.frame;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Whether an error of the file system says that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
