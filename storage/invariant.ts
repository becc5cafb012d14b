import type { Collection, Rows } from "./rows.ts";

/** Every row of every collection, ordered by id. */
export type AllRows = { readonly [C in Collection]: readonly Rows[C][] };

/** A rule that must hold for everything stored together: one sentence per violation, none when all is well. */
export type Invariant = (rows: AllRows) => readonly string[];
