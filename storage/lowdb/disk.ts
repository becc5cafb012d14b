import * as fs from "node:fs";
import { promisify } from "node:util";
import { syncFolder } from "./layout.ts";

/** One journal file, open for writing. Every method rejects when the disk says no. */
export interface JournalFile {
  /** Writes all bytes at this offset. */
  write(bytes: Uint8Array, at: number): Promise<void>;
  /** Resolves when everything written is on disk. */
  sync(): Promise<void>;
  truncate(size: number): Promise<void>;
  close(): Promise<void>;
}

/** What the journal needs of a file system. Tests put a slow, full or failing one in its place. */
export interface Disk {
  /** Makes a file that does not exist yet; its name survives a power cut once `syncFolder` resolved. */
  create(path: string): Promise<JournalFile>;
  /** Opens a file that exists, for writing in place. */
  reopen(path: string): Promise<JournalFile>;
  syncFolder(folder: string): Promise<void>;
  /** Resolves when everything that was ever written to this file, by whomever, is on disk. Needs no right to write. */
  flush(path: string): Promise<void>;
  /** Bytes that may still be written on the disk of this folder. */
  freeBytes(folder: string): Promise<number>;
}

// Descriptors and callbacks: half the latency of `fs.promises` file handles for one small durable write.
const openFile = promisify(fs.open);
const write = promisify(fs.write);
const fdatasync = promisify(fs.fdatasync);
const ftruncate = promisify(fs.ftruncate);
const close = promisify(fs.close);

export const realDisk: Disk = {
  async create(path) {
    return new DescriptorFile(await openFile(path, "wx"));
  },
  async reopen(path) {
    return new DescriptorFile(await openFile(path, "r+"));
  },
  syncFolder,
  async flush(path) {
    const fd = await openFile(path, "r");
    try {
      await fdatasync(fd);
    } finally {
      await close(fd);
    }
  },
  async freeBytes(folder) {
    const { bavail, bsize } = await fs.promises.statfs(folder);
    return bavail * bsize;
  },
};

class DescriptorFile implements JournalFile {
  readonly #fd: number;

  constructor(fd: number) {
    this.#fd = fd;
  }

  async write(bytes: Uint8Array, at: number): Promise<void> {
    let done = 0;
    while (done < bytes.length) {
      const { bytesWritten } = await write(this.#fd, bytes, done, bytes.length - done, at + done);
      if (bytesWritten === 0) throw new Error("the disk took no bytes");
      done += bytesWritten;
    }
  }

  async sync(): Promise<void> {
    await fdatasync(this.#fd);
  }

  async truncate(size: number): Promise<void> {
    await ftruncate(this.#fd, size);
  }

  async close(): Promise<void> {
    await close(this.#fd);
  }
}
