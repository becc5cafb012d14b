import type { Collection } from "../domain/rows.ts";
import { flatten, type ColumnsOf, type FlatColumn, type RegisterKey, type RowOf } from "./column.ts";
import type { RowCheck, Wrong } from "./rowChecks.ts";

/** One part of the register: its file, its columns, and what must hold within a row. */
export interface Table<K extends RegisterKey = RegisterKey> {
  readonly key: K;
  readonly collection: Collection;
  /** Its name when the register is a folder of CSV files. */
  readonly file: string;
  readonly columns: readonly FlatColumn[];
  check(row: RowOf<K>): readonly Wrong[];
}

/** Describes a part; the columns are checked against the type of its rows. */
export function table<K extends RegisterKey>(
  key: K,
  collection: Collection,
  columns: ColumnsOf<RowOf<K>>,
  checks: readonly RowCheck<RowOf<K>>[] = [],
): Table<K> {
  return {
    key,
    collection,
    file: `${key}.csv`,
    columns: flatten(columns),
    check: (row) => checks.map((check) => check(row)).filter((wrong) => wrong !== undefined),
  };
}
