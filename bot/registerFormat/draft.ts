import type { FlatColumn, RegisterKey, RowOf } from "./column.ts";
import type { Read } from "./kind.ts";
import type { Problem } from "./problem.ts";
import type { Table } from "./table.ts";
import { ALL_TABLES } from "./tables.ts";

/** A row as a format gives it: each column's value, undefined when there is none, or why it is wrong. */
export interface RawRow {
  /** Row of the spreadsheet, or position in the list of a JSON document. */
  readonly place: number;
  read(column: FlatColumn): Read<unknown> | undefined;
}

/** One part of the register as it was read. */
export interface DraftPart<K extends RegisterKey = RegisterKey> {
  readonly rows: readonly { readonly place: number; readonly row: RowOf<K> }[];
  /** Where each id was seen first, also when something else in that row is wrong. */
  readonly ids: ReadonlyMap<string, number>;
  /** False when rows are missing from `ids` because they could not be taken apart: then nothing can be said of them. */
  readonly allSeen: boolean;
}

/** The rows a format found in one part, and whether it found them all. */
export interface RawPart {
  readonly rows: readonly RawRow[];
  readonly allSeen: boolean;
}

/** How a format names a place in its files. */
export type Locate = (table: Table, row?: number, column?: FlatColumn) => Omit<Problem, "reason">;

/** What was read, and all that is wrong with it as far as the files show by themselves. */
export interface Draft {
  /** The folder or file it comes from, as a person would name it. */
  readonly source: string;
  readonly parts: { readonly [K in RegisterKey]: DraftPart<K> };
  readonly problems: readonly Problem[];
  readonly locate: Locate;
}

/** Makes rows of what a format read, with the checks that need no other row. */
export function draftOf(
  source: string,
  locate: Locate,
  rawPart: (table: Table, problems: Problem[]) => RawPart,
  formatProblems: readonly Problem[],
): Draft {
  const problems = [...formatProblems];
  const parts = ALL_TABLES.map((table) => {
    const part = rawPart(table, problems);
    const rows: { place: number; row: RowOf<RegisterKey> }[] = [];
    const ids = new Map<string, number>();
    for (const raw of part.rows) {
      const { row, wrong } = readRow(table, raw, ids);
      problems.push(...wrong.map(({ column, reason }) => ({ ...locate(table, raw.place, column), reason })));
      if (row !== undefined) rows.push({ place: raw.place, row });
    }
    return [table.key, { rows, ids, allSeen: part.allSeen }] as const;
  });
  return { source, parts: Object.fromEntries(parts) as unknown as Draft["parts"], problems, locate };
}

interface WrongCell {
  readonly column: FlatColumn | undefined;
  readonly reason: string;
}

function readRow(
  table: Table,
  raw: RawRow,
  ids: Map<string, number>,
): { row?: RowOf<RegisterKey>; wrong: WrongCell[] } {
  const wrong: WrongCell[] = [];
  const row: Record<string, unknown> = {};
  const groups = new Set(
    table.columns
      .filter(({ path }) => path.length === 2)
      .flatMap((column) => (raw.read(column) ? column.path[0] : [])),
  );
  for (const column of table.columns) {
    const [field, inner] = column.path;
    const read = raw.read(column);
    if (read === undefined) {
      if (!column.required) continue;
      if (inner === undefined) wrong.push({ column, reason: "must not be empty" });
      else if (groups.has(field)) wrong.push({ column, reason: `must not be empty when ${field} are given` });
    } else if ("reason" in read) {
      wrong.push({ column, reason: read.reason });
    } else if (inner === undefined) {
      row[field] = read.value;
    } else {
      row[field] = { ...(row[field] as object | undefined), [inner]: read.value };
    }
  }
  const idColumn = table.columns[0];
  if (typeof row.id === "string") {
    const first = ids.get(row.id);
    if (first === undefined) ids.set(row.id, raw.place);
    else wrong.push({ column: idColumn, reason: `"${row.id}" is already the id of row ${first}` });
  }
  if (wrong.length > 0) return { wrong };
  // All columns were read with the kinds that `ColumnsOf` holds against the row's type.
  const complete = row as unknown as RowOf<RegisterKey>;
  for (const { field, reason } of table.check(complete)) {
    wrong.push({ column: table.columns.find(({ path }) => path.join(".") === field), reason });
  }
  return { row: complete, wrong };
}
