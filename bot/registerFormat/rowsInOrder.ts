import type { Register } from "../domain/register.ts";
import type { RegisterKey, RowOf } from "./column.ts";
import type { Table } from "./table.ts";

/** The rows of one part ordered by id, by character code so that it is the same on every machine. */
export function rowsInOrder<K extends RegisterKey>(register: Register, table: Table<K>): readonly RowOf<K>[] {
  const rows: ReadonlyMap<string, unknown> = register[table.key];
  return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row as RowOf<K>);
}
