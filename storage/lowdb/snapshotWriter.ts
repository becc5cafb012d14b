import { createHash } from "node:crypto";
import { open, rename, rm, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { encodeLine } from "./frame.ts";
import { snapshotName, syncFolder } from "./layout.ts";
import type { SnapshotEnd, SnapshotHead } from "./snapshot.ts";

/** Bytes that are written and flushed at a time: a journal's flush that comes meanwhile waits for no more than these. */
const BLOCK = 4 << 20;
const LF = Buffer.from("\n");
const TEMPORARY = "snapshot.tmp";

/** Writes a snapshot beside the ones that stand; it counts only once `finish` has put it in its place. */
export class SnapshotWriter {
  readonly #folder: string;
  readonly #head: SnapshotHead;
  readonly #file: FileHandle;
  readonly #sha256 = createHash("sha256");
  #block: Uint8Array[] = [];
  #bytes = 0;
  #lines = 0;

  private constructor(folder: string, head: SnapshotHead, file: FileHandle) {
    this.#folder = folder;
    this.#head = head;
    this.#file = file;
  }

  static async create(folder: string, head: SnapshotHead): Promise<SnapshotWriter> {
    const writer = new SnapshotWriter(folder, head, await open(join(folder, TEMPORARY), "w"));
    await writer.add(encodeLine(JSON.stringify(head)).bytes.subarray(0, -1));
    return writer;
  }

  /** Adds one line, without its LF. */
  async add(line: Uint8Array): Promise<void> {
    this.#lines++;
    this.#block.push(line, LF);
    this.#bytes += line.length + 1;
    if (this.#bytes >= BLOCK) await this.#write();
  }

  /** Resolves with the snapshot's name once all of it is on disk. */
  async finish(): Promise<string> {
    await this.#write();
    const sha256 = this.#sha256.digest("hex");
    const end: SnapshotEnd = { t: "total", lines: this.#lines, sha256 };
    await this.#file.write(encodeLine(JSON.stringify(end)).bytes);
    await this.#file.sync();
    await this.#file.close();
    const name = snapshotName(this.#head.l, this.#head.s);
    await rename(join(this.#folder, TEMPORARY), join(this.#folder, name));
    await syncFolder(this.#folder);
    return name;
  }

  /** Removes what was written so far. */
  async abandon(): Promise<void> {
    await this.#file.close();
    await rm(join(this.#folder, TEMPORARY), { force: true });
  }

  async #write(): Promise<void> {
    const block = Buffer.concat(this.#block, this.#bytes);
    this.#block = [];
    this.#bytes = 0;
    this.#sha256.update(block);
    await this.#file.writeFile(block);
    await this.#file.datasync();
  }
}
