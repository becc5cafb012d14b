/** A row as JSON text: every reader gets an object of its own, and memory holds what the journal holds. */
export interface StoredText {
  readonly version: number;
  readonly json: string;
}

/** The keys of one index for a row, as declared in `storage/rows.ts`. */
export type KeysOf = (row: unknown) => readonly string[];

interface Index {
  readonly keysOf: KeysOf;
  /** Key → ids. */
  readonly ids: Map<string, Set<string>>;
  /** Id → the keys it stands under, for rows that stand under any: a row that changes is not read for them again. */
  readonly keys: Map<string, readonly string[]>;
}

/** The rows of one collection, with its declared indexes. */
export class Table {
  readonly rows = new Map<string, StoredText>();
  /** Lsn of the last commit that changed a row here. */
  changed = 0;
  #indexes: ReadonlyMap<string, Index> = new Map();
  #sorted: readonly StoredText[] | undefined;

  /** Starts keeping these indexes. Called once, when every row has the shape the index functions know. */
  declare(indexes: Readonly<Record<string, KeysOf>>): void {
    this.#indexes = new Map(
      Object.entries(indexes).map(([name, keysOf]) => [name, { keysOf, ids: new Map(), keys: new Map() }]),
    );
    for (const [id, { json }] of this.rows) this.#index(id, json);
  }

  put(id: string, version: number, json: string): void {
    this.#index(id, json);
    this.rows.set(id, { version, json });
    this.#sorted = undefined;
  }

  remove(id: string): void {
    for (const index of this.#indexes.values()) place(index, id, []);
    this.rows.delete(id);
    this.#sorted = undefined;
  }

  /** Rows under a key, ordered by id. Throws when the index is not declared. */
  under(index: string, key: string): readonly StoredText[] {
    const declared = this.#indexes.get(index);
    if (declared === undefined) throw new TypeError(`No index ${index} is declared for this collection`);
    const found: StoredText[] = [];
    for (const id of [...(declared.ids.get(key) ?? [])].sort()) {
      const kept = this.rows.get(id);
      if (kept !== undefined) found.push(kept);
    }
    return found;
  }

  /** Every row, ordered by id; the same array as long as nothing changes. */
  sorted(): readonly StoredText[] {
    this.#sorted ??= [...this.rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kept]) => kept);
    return this.#sorted;
  }

  #index(id: string, json: string): void {
    if (this.#indexes.size === 0) return;
    const row: unknown = JSON.parse(json);
    for (const index of this.#indexes.values()) place(index, id, index.keysOf(row));
  }
}

/** Puts a row under these keys of an index, and under no others. */
function place({ ids, keys }: Index, id: string, now: readonly string[]): void {
  const before = keys.get(id) ?? [];
  if (before.length === now.length && before.every((key, at) => key === now[at])) return;
  for (const key of before) {
    const under = ids.get(key);
    under?.delete(id);
    if (under?.size === 0) ids.delete(key);
  }
  if (now.length === 0) {
    keys.delete(id);
    return;
  }
  keys.set(id, now);
  for (const key of now) {
    const under = ids.get(key);
    if (under === undefined) ids.set(key, new Set([id]));
    else under.add(id);
  }
}
