/** One stored row, of whatever shape its schema number gave it. */
export interface StoredRow {
  readonly collection: string;
  readonly id: string;
  readonly version: number;
  readonly row: unknown;
}

/** The step from one schema number to the next: pure functions of plain data. What is left out stays as it is. */
export interface Migration {
  readonly rows?: (rows: Iterable<StoredRow>) => Iterable<StoredRow>;
  /** A message that still waits to be sent, without its delivery state. */
  readonly message?: (message: unknown) => unknown;
  /** A reply kept under an idempotency key. */
  readonly reply?: (reply: unknown) => unknown;
}

export interface Schema {
  /** The shape of rows this code reads and writes. */
  readonly version: number;
  /** `migrations[n - 1]` leads from schema n to n + 1. Forward only. */
  readonly migrations: readonly Migration[];
}

/**
 * The shape of everything stored. A change to a row type that old rows do not satisfy takes one step here and
 * a kept folder of the old shape in `test/storage/kept/`.
 */
export const SCHEMA: Schema = { version: 1, migrations: [] };
