/** Why a store does not open. */
export type RefusalReason =
  | "noStore" // nothing was ever initialised here
  | "unreachable" // the database does not answer
  | "isBackup" // a backup is restored, never worked in
  | "notEmpty" // the target folder holds something already
  | "inUse" // another process writes here
  | "damaged" // acknowledged data is missing or altered
  | "newerSchema" // written by a newer Kernwijzer
  | "olderSchema" // written by an older Kernwijzer, and not to be changed now
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
