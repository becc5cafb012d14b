import type { Change, Versioned } from "../domain/commit.ts";
import type { Register } from "../domain/register.ts";
import type { Collection, Rows } from "../domain/rows.ts";
import type { RegisterKey, RowOf } from "./column.ts";
import { plainRow } from "./json.ts";
import { ALL_TABLES } from "./tables.ts";

/** The rows that are stored now with their versions, by part of the register. */
export type StoredRegister = { readonly [K in RegisterKey]: readonly Versioned<RowOf<K>>[] };

/** What must change in the store, and how many rows of each sort that is. */
export interface Changes {
  readonly changes: readonly Change[];
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** The changes that make `stored` into `wanted`: new, different and no longer wanted rows; equal rows are left. */
export function changesBetween(stored: StoredRegister, wanted: Register): Changes {
  const changes: Change[] = [];
  const counts = { added: 0, changed: 0, removed: 0 };
  for (const table of ALL_TABLES) {
    const before = new Map(stored[table.key].map((versioned) => [versioned.row.id, versioned]));
    const after: ReadonlyMap<string, RowOf<RegisterKey>> = wanted[table.key];
    const same = (a: object, b: object) =>
      JSON.stringify(plainRow(table, a)) === JSON.stringify(plainRow(table, b));
    for (const [id, row] of after) {
      const old = before.get(id);
      if (old !== undefined && same(old.row, row)) continue;
      counts[old === undefined ? "added" : "changed"]++;
      changes.push(change(table.collection, id, old?.version ?? 0, row));
    }
    for (const [id, old] of before) {
      if (after.has(id)) continue;
      counts.removed++;
      changes.push(change(table.collection, id, old.version, null));
    }
  }
  return { changes, ...counts };
}

/** The table's collection and the row belong together; the types no longer show it here. */
function change(collection: Collection, id: string, expect: number, row: Rows[Collection] | null): Change {
  return { collection, id, expect, row } as Change;
}
