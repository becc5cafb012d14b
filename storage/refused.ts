/** Why the embedded store does not open. */
export type RefusalReason =
  | "noStore" // nothing was ever initialised here
  | "isBackup" // a backup is restored, never worked in
  | "notEmpty" // the target folder holds something already
  | "inUse" // another process writes here
  | "damaged" // acknowledged data is missing or altered
  | "newerSchema" // written by a newer Kernwijzer
  | "notWritable" // the folder cannot be written
  | "networkFolder"; // locks and flushes cannot be trusted there

/** The store did not open; the message is one sentence for the person who runs the product. */
export class StoreRefused extends Error {
  override readonly name = "StoreRefused";
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.reason = reason;
  }
}

/** Acknowledged data is missing or altered: nothing was changed, and only a backup helps. */
export function damaged(folder: string, what: string): StoreRefused {
  return new StoreRefused(
    "damaged",
    `The store in ${folder} is damaged: ${what}. Nothing was changed. ` +
      `Run "kernwijzer restore <backup> <new empty folder>" and keep this folder as evidence.`,
  );
}

/** Written by a newer Kernwijzer than this one. */
export function newer(folder: string, what: string, schema: number): StoreRefused {
  return new StoreRefused(
    "newerSchema",
    `The store in ${folder} was written by a newer Kernwijzer (${what}; this one reads up to schema ${schema}). ` +
      `Start the newer version, or restore a backup from before it.`,
  );
}
