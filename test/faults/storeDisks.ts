import { readFile } from "node:fs/promises";
import { realDisk, type Disk, type JournalFile } from "../../storage/lowdb/disk.ts";

export interface DiskStep {
  readonly kind: "create" | "reopen" | "write" | "sync" | "truncate" | "syncFolder" | "flush";
  readonly path: string;
  /** Bytes to write; 0 for everything but a write. */
  readonly bytes: number;
  /** For a write: writes only the first half for real, as a disk does that fills up on the way. */
  half(): Promise<void>;
}

/** A real disk with somebody in front of it who may hold up a step, or throw in its place. */
export function diskWith(before: (step: DiskStep) => Promise<void> | void): Disk {
  const nothing = async (): Promise<void> => undefined;
  const ask = async (kind: DiskStep["kind"], path: string, bytes = 0, half = nothing): Promise<void> =>
    before({ kind, path, bytes, half });
  const watched = (file: JournalFile, path: string): JournalFile => ({
    async write(bytes, at) {
      await ask("write", path, bytes.length, () => file.write(bytes.subarray(0, bytes.length >> 1), at));
      await file.write(bytes, at);
    },
    async sync() {
      await ask("sync", path);
      await file.sync();
    },
    async truncate(size) {
      await ask("truncate", path);
      await file.truncate(size);
    },
    close: () => file.close(),
  });
  return {
    async create(path) {
      await ask("create", path);
      return watched(await realDisk.create(path), path);
    },
    async reopen(path) {
      await ask("reopen", path);
      return watched(await realDisk.reopen(path), path);
    },
    async syncFolder(folder) {
      await ask("syncFolder", folder);
      await realDisk.syncFolder(folder);
    },
    async flush(path) {
      await ask("flush", path);
      await realDisk.flush(path);
    },
    freeBytes: (folder) => realDisk.freeBytes(folder),
  };
}

/** An error as the kernel gives it. */
export function diskError(code: "ENOSPC" | "EIO" | "EROFS"): Error {
  return Object.assign(new Error(`${code}: as the test wants it`), { code });
}

interface Written {
  readonly at: number;
  readonly bytes: Buffer;
}

/**
 * A disk that keeps apart what was flushed and what was only written, so that a power cut can be played: the
 * flushed part survives, of the rest any part may.
 */
export class DiskBeforePowerCut implements Disk {
  readonly #files = new Map<string, { flushed: Buffer; unflushed: Written[]; named: boolean }>();
  readonly #power = Promise.withResolvers<never>();
  #cut = false;

  constructor() {
    this.#power.promise.catch(() => undefined); // nobody need be waiting when the test lets go
  }

  /** Lets what the cut held up end with an error, so that the store can be closed. */
  letGo(): void {
    this.#power.reject(diskError("EIO"));
  }

  async create(path: string): Promise<JournalFile> {
    const file = await realDisk.create(path);
    this.#files.set(path, { flushed: Buffer.alloc(0), unflushed: [], named: false });
    return this.#tracked(path, file);
  }

  async reopen(path: string): Promise<JournalFile> {
    const file = await realDisk.reopen(path);
    this.#files.set(path, { flushed: await readFile(path), unflushed: [], named: true });
    return this.#tracked(path, file);
  }

  async syncFolder(folder: string): Promise<void> {
    await realDisk.syncFolder(folder);
    if (this.#cut) return this.#power.promise;
    for (const file of this.#files.values()) file.named = true;
  }

  flush(path: string): Promise<void> {
    return realDisk.flush(path);
  }

  freeBytes(folder: string): Promise<number> {
    return realDisk.freeBytes(folder);
  }

  /**
   * Cuts the power: nothing that is under way ever ends. Returns the files this disk knows as they are found
   * afterwards; undefined for one whose name was not flushed and got lost.
   *
   * @param survives decides for each unflushed write whether it reached the disk
   */
  cut(survives: () => boolean): ReadonlyMap<string, Buffer | undefined> {
    this.#cut = true;
    const found = new Map<string, Buffer | undefined>();
    for (const [path, { flushed, unflushed, named }] of this.#files) {
      const kept = unflushed.filter(survives);
      const size = Math.max(flushed.length, ...kept.map(({ at, bytes }) => at + bytes.length));
      const image = Buffer.alloc(size); // holes are zeros, as a journalling file system leaves them
      flushed.copy(image);
      for (const { at, bytes } of kept) bytes.copy(image, at);
      found.set(path, named || survives() ? image : undefined);
    }
    return found;
  }

  #tracked(path: string, file: JournalFile): JournalFile {
    const state = this.#files.get(path);
    if (state === undefined) throw new Error("the file is known by now");
    return {
      write: async (bytes, at) => {
        if (this.#cut) return this.#power.promise;
        // Pages reach the disk one by one, so a write may survive in part.
        for (let from = 0; from < bytes.length; from += 512) {
          const part = Buffer.from(bytes.subarray(from, from + 512));
          state.unflushed.push({ at: at + from, bytes: part });
        }
        await file.write(bytes, at);
        if (this.#cut) return this.#power.promise;
      },
      sync: async () => {
        const flushing = state.unflushed.length;
        await file.sync();
        if (this.#cut) return this.#power.promise;
        for (const { at, bytes } of state.unflushed.splice(0, flushing)) {
          const image = Buffer.alloc(Math.max(state.flushed.length, at + bytes.length));
          state.flushed.copy(image);
          bytes.copy(image, at);
          state.flushed = image;
        }
      },
      truncate: async (size) => {
        await file.truncate(size);
        state.flushed = state.flushed.subarray(0, size);
        state.unflushed = [];
      },
      close: () => file.close(),
    };
  }
}
