import { join } from "node:path";
import type { Disk, JournalFile } from "./disk.ts";
import type { SegmentName } from "./layout.ts";

/** A segment that is being written: what lies before `size` is on disk. */
export interface OpenSegment extends SegmentName {
  readonly file: JournalFile;
  readonly size: number;
}

/** The disk said no. Nothing of the group counts; what was acknowledged before it does. */
export interface Failure {
  /** After a failed flush the page cache proves nothing: pages may be marked clean that never reached the disk. */
  readonly phase: "write" | "sync";
  readonly cause: unknown;
  /** The segment whose acknowledged part must be made safe; absent when a new segment could not be begun. */
  readonly segment: OpenSegment | undefined;
  /** A new segment's file that may have been made and holds nothing acknowledged. */
  readonly leftover: string | undefined;
}

/** Writes groups of frames to the current segment, each with one write and one flush. */
export class SegmentWriter {
  readonly #folder: string;
  readonly #disk: Disk;
  #open: OpenSegment | undefined;

  constructor(folder: string, disk: Disk) {
    this.#folder = folder;
    this.#disk = disk;
  }

  /** Puts bytes on disk behind what is there. After a failure nothing may be written before `begin`. */
  async add(bytes: Buffer): Promise<Failure | undefined> {
    const segment = this.#open;
    if (segment === undefined) throw new Error("no segment is open");
    const failure = await attempt(segment.file, bytes, segment.size);
    if (failure === undefined) this.#open = { ...segment, size: segment.size + bytes.length };
    else this.#open = undefined;
    return failure && { ...failure, segment, leftover: undefined };
  }

  /** Closes the current segment and puts the first bytes of a new one on disk. */
  async begin(name: SegmentName, bytes: Buffer): Promise<Failure | undefined> {
    const leftover = join(this.#folder, name.name);
    let file: JournalFile | undefined;
    let failure: Pick<Failure, "phase" | "cause"> | undefined;
    try {
      await this.close();
      file = await this.#disk.create(leftover);
      failure = await attempt(file, bytes, 0);
      if (failure === undefined) await this.#disk.syncFolder(this.#folder);
    } catch (cause) {
      failure = { phase: "write", cause };
    }
    if (failure !== undefined || file === undefined) {
      await closeAfterFailure(file);
      return { phase: "write", cause: failure?.cause, segment: undefined, leftover };
    }
    this.#open = { ...name, file, size: bytes.length };
    return undefined;
  }

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    await open?.file.close();
  }
}

/** Closes a file after another error; that first error is the one that is reported. */
export async function closeAfterFailure(file: JournalFile | undefined): Promise<void> {
  await file?.close().catch(() => undefined);
}

async function attempt(
  file: JournalFile,
  bytes: Buffer,
  at: number,
): Promise<Pick<Failure, "phase" | "cause"> | undefined> {
  try {
    await file.write(bytes, at);
  } catch (cause) {
    return { phase: "write", cause };
  }
  try {
    await file.sync();
  } catch (cause) {
    return { phase: "sync", cause };
  }
  return undefined;
}
