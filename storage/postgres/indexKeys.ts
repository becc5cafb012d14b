import { createHash } from "node:crypto";
import { INDEXES, type Collection } from "../rows.ts";
import type { Change } from "../store.ts";

type KeysOfRow = (row: unknown) => readonly string[];

/** Between an index and a key in it, and between several of these: neither stands in an id. */
const KEY_PARTS = "\u001f";
const KEY_END = "\u001e";

/** How a row is looked up. */
export function indexKey(index: string, key: string): string {
  return `${index}${KEY_PARTS}${key}`;
}

/** The keys of a row in all its indexes, as one text. */
export function keysOf({ collection, row }: Pick<Change, "collection" | "row">): string {
  if (row === null) return "";
  return Object.entries(indexesOf(collection))
    .flatMap(([index, keys]) => keys(row).map((key) => indexKey(index, key)))
    .join(KEY_END);
}

export function hasIndex(collection: Collection, index: string): boolean {
  return Object.hasOwn(indexesOf(collection), index);
}

/** Tells whether the keys in a database were made by the indexes that are declared today. */
export function fingerprintOfIndexes(): string {
  const declared = Object.keys(INDEXES).flatMap((collection) =>
    Object.entries(indexesOf(collection as Collection)).map(([index, keys]) => [
      collection,
      index,
      String(keys),
    ]),
  );
  return createHash("sha256").update(JSON.stringify(declared)).digest("base64url");
}

function indexesOf(collection: Collection): Readonly<Record<string, KeysOfRow>> {
  // Rows are stored under their collection's name only, so each index gets rows of its own type.
  return (INDEXES[collection] ?? {}) as Readonly<Record<string, KeysOfRow>>;
}
