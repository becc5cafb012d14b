import type { Register } from "../domain/register.ts";
import type { Kind } from "./kind.ts";

/** The parts of the register by the name they have in `Register` and in JSON. */
export type RegisterKey = keyof Register;
/** A row of one part of the register. */
export type RowOf<K extends RegisterKey> = Register[K] extends ReadonlyMap<string, infer Row> ? Row : never;

interface Column<V> {
  readonly name: string;
  readonly kind: Kind<NonNullable<V>>;
  readonly required: undefined extends V ? false : true;
  readonly empty?: V | undefined;
  readonly refersTo?: RegisterKey | undefined;
}

interface Group<Value> {
  readonly columns: ColumnsOf<Value>;
}

type ColumnFor<V> = [NonNullable<V>] extends [string | number | boolean | readonly unknown[]]
  ? Column<V>
  : Group<NonNullable<V>>;

/** One column for each field of a row, in the order of the file. A field without a column does not compile. */
export type ColumnsOf<Row> = { readonly [F in keyof Row]-?: ColumnFor<Row[F]> };

/** A column apart from the type of row it belongs to: what reading and writing walk over. */
export interface FlatColumn {
  /** The header in CSV. */
  readonly name: string;
  /** The field in the row, or the field of the value that several columns make together, and the field in that. */
  readonly path: readonly [field: string] | readonly [group: string, field: string];
  readonly kind: Kind<unknown>;
  /** Whether it must be filled in; within a group: when anything of the group is. */
  readonly required: boolean;
  /** What an empty cell means when that is a value and not an absence. */
  readonly empty?: unknown;
  /** The part of the register this is an id of. */
  readonly refersTo?: RegisterKey | undefined;
}

/** Must be filled in. */
export function required<V>(name: string, kind: Kind<V>, refersTo?: RegisterKey): Column<V> {
  return { name, kind, required: true, refersTo } as Column<V>;
}

/** An empty cell is this value. */
export function withEmpty<V>(name: string, kind: Kind<V>, empty: V): Column<V> {
  return { name, kind, required: true, empty } as Column<V>;
}

/** An empty cell means that the field is absent. */
export function optional<V>(name: string, kind: Kind<V>, refersTo?: RegisterKey): Column<V | undefined> {
  return { name, kind, required: false, refersTo } as Column<V | undefined>;
}

/** The columns one after another, those of a group in its place. Forgets which type of row they belong to. */
export function flatten<Row>(columns: ColumnsOf<Row>): readonly FlatColumn[] {
  return Object.entries(columns as Readonly<Record<string, Column<unknown> | Group<unknown>>>).flatMap(
    ([field, entry]): FlatColumn[] =>
      "columns" in entry
        ? flatten(entry.columns).map((column) => ({ ...column, path: [field, column.path[0]] }))
        : [{ ...entry, path: [field] }],
  );
}

/** The value of a column in a row; undefined when absent. */
export function valueAt(row: object, column: FlatColumn): unknown {
  return column.path.reduce<unknown>(
    (at, field) => (at as Record<string, unknown> | undefined)?.[field],
    row,
  );
}
