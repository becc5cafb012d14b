import type { Register } from "../domain/register.ts";
import { valueAt, type FlatColumn } from "./column.ts";
import { textOf } from "./csvText.ts";
import { draftOf, type Draft, type Locate, type RawPart, type RawRow } from "./draft.ts";
import type { Problem } from "./problem.ts";
import { rowsInOrder } from "./rowsInOrder.ts";
import type { Table } from "./table.ts";
import { ALL_TABLES } from "./tables.ts";

/** Goes up when a document of before can no longer be read. */
const FORMAT = 1;

/** The register as one JSON document: `format`, then each part as a list of rows ordered by id. */
export function writeJson(register: Register): string {
  const parts = ALL_TABLES.map((table) => [
    table.key,
    rowsInOrder(register, table).map((row) => plainRow(table, row)),
  ]);
  return `${JSON.stringify({ format: FORMAT, ...Object.fromEntries(parts) }, null, 2)}\n`;
}

/** A row as plain JSON with its fields in the order of the columns; equal rows give equal texts. */
export function plainRow(table: Table, row: object): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const column of table.columns) {
    const [field, inner] = column.path;
    const value = valueAt(row, column);
    if (value === undefined) continue;
    plain[field] = inner === undefined ? value : { ...(plain[field] as object | undefined), [inner]: value };
  }
  return plain;
}

/** Reads a register from the content of a JSON document. */
export function readJson(file: string, content: Uint8Array): Draft {
  const locate: Locate = (table, row, column) => ({
    file,
    row,
    column: [table.key, ...(column?.path ?? [])].join("."),
  });
  const problems: Problem[] = [];
  const document = parseDocument(content);
  if ("reason" in document) {
    return draftOf(file, locate, () => ({ rows: [], allSeen: false }), [{ file, reason: document.reason }]);
  }
  for (const key of Object.keys(document.parts)) {
    if (key !== "format" && !ALL_TABLES.some((table) => table.key === key)) {
      problems.push({ file, column: key, reason: "is not a part of the register" });
    }
  }
  return draftOf(
    file,
    locate,
    (table, found) => readItems(table, document.parts[table.key], locate, found),
    problems,
  );
}

function readItems(table: Table, items: unknown, locate: Locate, problems: Problem[]): RawPart {
  if (!Array.isArray(items)) {
    problems.push({ ...locate(table), reason: items === undefined ? "is missing" : "must be a list" });
    return { rows: [], allSeen: false };
  }
  const rows: RawRow[] = [];
  for (const [index, item] of items.entries()) {
    const place = index + 1;
    if (!isObject(item)) {
      problems.push({ ...locate(table, place), reason: "must be an object" });
      continue;
    }
    for (const field of unknownFields(table, item)) {
      problems.push({
        ...locate(table, place),
        column: `${table.key}.${field}`,
        reason: "is not a known field",
      });
    }
    rows.push({ place, read: (column) => readField(item, column) });
  }
  return { rows, allSeen: rows.length === items.length };
}

function parseDocument(content: Uint8Array): { parts: Record<string, unknown> } | { reason: string } {
  const text = textOf(content);
  if (text === undefined) return { reason: "is not in UTF-8" };
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return { reason: `is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (!isObject(document)) return { reason: "must be an object with the parts of the register" };
  if (document["format"] === FORMAT) return { parts: document };
  return {
    reason: `has format ${JSON.stringify(document["format"]) ?? "(none)"}; this Kernwijzer reads format ${FORMAT}`,
  };
}

function readField(item: Record<string, unknown>, column: FlatColumn): ReturnType<RawRow["read"]> {
  const [field, inner] = column.path;
  const value = item[field];
  if (value === undefined) return undefined;
  if (inner === undefined) return column.kind.fromJson(value);
  if (!isObject(value)) return { reason: "must be an object" };
  const part = value[inner];
  return part === undefined ? { reason: "must not be empty" } : column.kind.fromJson(part);
}

function unknownFields(table: Table, item: Record<string, unknown>): string[] {
  return Object.entries(item).flatMap(([field, value]) => {
    const columns = table.columns.filter(({ path }) => path[0] === field);
    if (columns.length === 0) return [field];
    if (columns[0]?.path.length === 1 || !isObject(value)) return [];
    return Object.keys(value)
      .filter((inner) => !columns.some(({ path }) => path[1] === inner))
      .map((inner) => `${field}.${inner}`);
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
