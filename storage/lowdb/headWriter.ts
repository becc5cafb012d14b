import { join } from "node:path";
import type { Disk, JournalFile } from "./disk.ts";
import type { Position } from "./frame.ts";
import { encodeHead, isMissing } from "./head.ts";
import { HEAD } from "./layout.ts";

/** Keeps the head file at or behind what is on disk. Costs nobody any waiting: it is not flushed while running. */
export class HeadWriter {
  readonly #file: JournalFile;
  #latest: Position | undefined;
  #writing: Promise<void> | undefined;
  /** The error of the last write, if it failed. */
  failure: unknown;

  private constructor(file: JournalFile) {
    this.#file = file;
  }

  static async open(disk: Disk, folder: string): Promise<HeadWriter> {
    const path = join(folder, HEAD);
    const file = await disk.reopen(path).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
      return disk.create(path); // the journal's own frames say what was acknowledged before
    });
    return new HeadWriter(file);
  }

  /** This frame is on disk. */
  note(durable: Position): void {
    this.#latest = durable;
    this.#writing ??= this.#write().finally(() => (this.#writing = undefined));
  }

  /** Closes the file; `end` is set when the journal ended in order. */
  async close(end?: Position): Promise<void> {
    if (end !== undefined) this.note(end);
    await this.#writing;
    try {
      if (end !== undefined) await this.#file.sync();
    } finally {
      await this.#file.close();
    }
  }

  async #write(): Promise<void> {
    while (this.#latest !== undefined) {
      const bytes = encodeHead(this.#latest);
      this.#latest = undefined;
      try {
        await this.#file.write(bytes, 0);
        this.failure = undefined;
      } catch (error) {
        this.failure = error;
      }
    }
  }
}
