import { open } from "node:fs/promises";
import { join } from "node:path";
import { tryLock } from "fs-native-extensions";
import { LOCK } from "./layout.ts";
import { StoreRefused } from "../refused.ts";

/** Held as long as the process lives: the kernel frees it at once when the process ends, however it ends. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the kernel's lock on a data folder for writing. Throws `StoreRefused` ("inUse") when another process,
 * running or suspended, or another store in this process has it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = await open(join(folder, LOCK), "a+");
  if (tryLock(file.fd)) return { release: () => file.close() };
  await file.close();
  throw new StoreRefused(
    "inUse",
    `The store in ${folder} is in use by another process, and only one may write to it. ` +
      `Stop that one first; a suspended one counts too.`,
  );
}

/** Whether some process has the lock. It is taken for a moment to find out, so a start in that very moment is refused. */
export async function isLocked(folder: string): Promise<boolean> {
  const file = await open(join(folder, LOCK), "r+");
  try {
    return !tryLock(file.fd);
  } finally {
    await file.close();
  }
}
