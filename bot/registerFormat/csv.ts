import type { Register } from "../domain/register.ts";
import { valueAt, type FlatColumn } from "./column.ts";
import { formatCsv, parseCsv } from "./csvText.ts";
import { draftOf, type Draft, type Locate, type RawPart, type RawRow } from "./draft.ts";
import { protect, unprotect } from "./formula.ts";
import { quoted, type Problem } from "./problem.ts";
import { rowsInOrder } from "./rowsInOrder.ts";
import type { Table } from "./table.ts";
import { ALL_TABLES } from "./tables.ts";

const locate: Locate = (table, row, column) => ({ file: table.file, row, column: column?.name });

/** The register as CSV texts by file name, rows ordered by id: equal registers give equal bytes. */
export function writeCsv(register: Register): ReadonlyMap<string, string> {
  return new Map(
    ALL_TABLES.map((table) => {
      const header = table.columns.map((column) => column.name);
      const rows = rowsInOrder(register, table).map((row) =>
        table.columns.map((column) => {
          const value = valueAt(row, column);
          return value === undefined ? "" : protect(column.kind.toCell(value));
        }),
      );
      return [table.file, formatCsv([header, ...rows])];
    }),
  );
}

/** Reads a register from the contents of its CSV files, keyed by file name. All nine files must be there. */
export function readCsv(source: string, files: ReadonlyMap<string, Uint8Array>): Draft {
  const problems: Problem[] = [...files.keys()]
    .filter((file) => !ALL_TABLES.some((table) => table.file === file))
    .map((file) => ({
      file,
      reason: `is not one of the files ${ALL_TABLES.map((table) => table.file).join(", ")}`,
    }));
  return draftOf(source, locate, (table, found) => readFile(table, files.get(table.file), found), problems);
}

function readFile(table: Table, content: Uint8Array | undefined, problems: Problem[]): RawPart {
  const records = content === undefined ? { reason: "is missing" } : parseCsv(content);
  if ("reason" in records) {
    problems.push({ file: table.file, ...records });
    return { rows: [], allSeen: false };
  }
  const [header = [], ...rows] = records;
  const wrong = wrongHeader(table, header);
  problems.push(...wrong.map((found) => ({ file: table.file, row: 1, ...found })));
  return wrong.length > 0 ? { rows: [], allSeen: false } : readRecords(table, header, rows, problems);
}

function wrongHeader(table: Table, header: readonly string[]): Pick<Problem, "column" | "reason">[] {
  const names = table.columns.map((column) => column.name);
  const missing = names.filter((name) => !header.includes(name));
  const unknown = header.filter((name) => !names.includes(name));
  const twice = names.filter((name) => header.indexOf(name) !== header.lastIndexOf(name));
  return [
    ...missing.map((column) => ({ column, reason: "this column is missing" })),
    ...unknown.map((name) => ({
      column: name,
      reason: `${quoted(name)} is not a column of this file; those are ${names.join(", ")}`,
    })),
    ...twice.map((column) => ({ column, reason: "this column is there more than once" })),
  ];
}

function readRecords(
  table: Table,
  header: readonly string[],
  records: readonly (readonly string[])[],
  problems: Problem[],
): RawPart {
  const rows: RawRow[] = [];
  let allSeen = true;
  for (const [index, cells] of records.entries()) {
    const place = index + 2;
    if (cells.every((cell) => cell === "")) continue;
    if (cells.length === header.length) {
      rows.push({ place, read: (column) => readCell(column, cells[header.indexOf(column.name)] ?? "") });
    } else {
      const reason = `has ${cells.length} cells where the header has ${header.length}; look for a comma too many or too few`;
      problems.push({ ...locate(table, place), reason });
      allSeen = false;
    }
  }
  return { rows, allSeen };
}

function readCell(column: FlatColumn, cell: string): ReturnType<RawRow["read"]> {
  if (cell !== "") return column.kind.fromCell(unprotect(cell));
  return column.empty === undefined ? undefined : { value: column.empty };
}
