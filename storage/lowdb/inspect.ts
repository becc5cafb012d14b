import { checkIsNoBackup, checkLocal, checkWritable } from "./folder.ts";
import { load, type PassedOver } from "./load.ts";
import { isLocked } from "./lock.ts";

/** What can be told of a data folder from outside. */
export interface Inspected {
  /** Frames in the journal. */
  readonly frames: number;
  /** Whether a process writes there now. */
  readonly inUse: boolean;
  /** Snapshots that are damaged; an older one, or the journal, holds the same. */
  readonly damaged: readonly PassedOver[];
}

/**
 * Looks whether the store in a folder would open, also while the product runs, and changes nothing: the newest snapshot
 * and the journal behind it are read and their checksums held against them. Throws `StoreRefused` as opening does.
 */
export async function inspectFolder(folder: string): Promise<Inspected> {
  const { model, passedOver } = await load(folder);
  await checkIsNoBackup(folder);
  await checkWritable(folder);
  await checkLocal(folder);
  return { frames: model.position.lsn, inUse: await isLocked(folder), damaged: passedOver };
}
