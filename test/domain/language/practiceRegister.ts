import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Kern } from "../../../bot/domain/kern.ts";
import type { Official } from "../../../bot/domain/official.ts";
import type { Register } from "../../../bot/domain/register.ts";
import type { Topic } from "../../../bot/domain/topic.ts";

type Row = Readonly<Record<string, string>>;

/** The practice municipality as far as reading sentences needs it: kernen, topics and officials. */
export function practiceRegister(): Register {
  return {
    ...emptyRegister(),
    kernen: byId(rowsOf("kernen").map(kernOf)),
    topics: byId(rowsOf("topics").map(topicOf)),
    officials: byId(rowsOf("officials").map(officialOf)),
  };
}

/** A register in which nothing is known. */
export function emptyRegister(): Register {
  return {
    kernen: new Map(),
    topics: new Map(),
    channels: new Map(),
    portefeuilles: new Map(),
    vakteams: new Map(),
    officials: new Map(),
    roles: new Map(),
    absences: new Map(),
    ownership: new Map(),
  };
}

function rowsOf(table: string): readonly Row[] {
  const file = new URL(`../../../bot/practice/altena/${table}.csv`, import.meta.url);
  return parse<Row>(readFileSync(file, "utf8"), { columns: true });
}

function kernOf(row: Row): Kern {
  return {
    id: cell(row, "id"),
    name: cell(row, "name"),
    aliases: list(row, "aliases"),
    postcode: filled(row, "postcode"),
  };
}

function topicOf(row: Row): Topic {
  return {
    id: cell(row, "id"),
    name: cell(row, "name"),
    synonyms: list(row, "synonyms"),
    description: cell(row, "description"),
    taakveld: cell(row, "taakveld"),
    parent: filled(row, "parent"),
    statutory: cell(row, "statutory") === "yes",
    elsewhere: filled(row, "elsewhere"),
  };
}

function officialOf(row: Row): Official {
  return { id: cell(row, "id"), name: cell(row, "name"), active: cell(row, "active") === "yes" };
}

function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`practice data without column ${column}`);
  return value;
}

function filled(row: Row, column: string): string | undefined {
  return cell(row, column) || undefined;
}

function list(row: Row, column: string): readonly string[] {
  return cell(row, column)
    .split("|")
    .filter((item) => item !== "");
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
