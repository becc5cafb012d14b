import type { Official } from "../domain/official.ts";
import type { Register } from "../domain/register.ts";
import { valueAt } from "./column.ts";
import type { Draft } from "./draft.ts";
import type { Problem } from "./problem.ts";
import { ALL_TABLES, TABLES } from "./tables.ts";

/** A whole register that can be used, or everything that is wrong with it. */
export type Accepted =
  | { readonly kind: "accepted"; readonly register: Register }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** Nothing in it: what a draft is put on when it stands by itself. */
export const EMPTY_REGISTER: Register = {
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

/**
 * The register that results when the rows of the draft are added to `base`, or take the place of rows with the
 * same id. Refuses it as a whole when anything is wrong; problems are in the order of the files.
 */
export function accept(draft: Draft, base: Register): Accepted {
  const register = merged(draft, base);
  const problems = [
    ...draft.problems,
    ...brokenReferences(draft, base),
    ...parentCircles(draft, register),
    ...sharedEntraIds(draft, register),
  ];
  return problems.length === 0
    ? { kind: "accepted", register }
    : { kind: "refused", problems: inFileOrder(problems) };
}

function merged(draft: Draft, base: Register): Register {
  const parts = ALL_TABLES.map(({ key }) => {
    const rows = new Map<string, object>(base[key]);
    for (const { row } of draft.parts[key].rows) rows.set(row.id, row);
    return [key, new Map([...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)))];
  });
  return Object.fromEntries(parts) as Register;
}

function brokenReferences(draft: Draft, base: Register): Problem[] {
  return ALL_TABLES.flatMap((table) =>
    table.columns.flatMap((column) => {
      if (column.refersTo === undefined) return [];
      const { collection, key } = TABLES[column.refersTo];
      return draft.parts[table.key].rows.flatMap(({ place, row }) => {
        const id = valueAt(row, column);
        const { ids, allSeen } = draft.parts[key];
        if (typeof id !== "string" || ids.has(id) || base[key].has(id) || !allSeen) return [];
        return [
          { ...draft.locate(table, place, column), reason: `there is no ${collection} with id "${id}"` },
        ];
      });
    }),
  );
}

function parentCircles(draft: Draft, register: Register): Problem[] {
  const column = TABLES.topics.columns.find(({ name }) => name === "parent");
  return draft.parts.topics.rows.flatMap(({ place, row }) => {
    const line = [row.id];
    for (let at = row.parent; at !== undefined && !line.includes(at); at = register.topics.get(at)?.parent)
      line.push(at);
    const last = line.at(-1) ?? row.id;
    // A topic below a circle is fine in itself; the topics of the circle are named.
    if (register.topics.get(last)?.parent !== row.id) return [];
    const reason = `the broader topics go round in a circle: ${[...line, row.id].join(", ")}`;
    return [{ ...draft.locate(TABLES.topics, place, column), reason }];
  });
}

function sharedEntraIds(draft: Draft, register: Register): Problem[] {
  const column = TABLES.officials.columns.find(({ name }) => name === "entra_id");
  const holders = Map.groupBy(register.officials.values(), (official: Official) =>
    official.entraId?.toLowerCase(),
  );
  return draft.parts.officials.rows.flatMap(({ place, row }) => {
    const other =
      row.entraId === undefined
        ? undefined
        : holders.get(row.entraId.toLowerCase())?.find(({ id }) => id !== row.id);
    if (other === undefined) return [];
    return [
      { ...draft.locate(TABLES.officials, place, column), reason: `is also the Entra id of "${other.id}"` },
    ];
  });
}

function inFileOrder(problems: readonly Problem[]): readonly Problem[] {
  const fileOf = ({ file, column }: Problem) =>
    ALL_TABLES.findIndex((table) => table.file === file || column?.split(".")[0] === table.key);
  return problems.toSorted((a, b) => fileOf(a) - fileOf(b) || (a.row ?? 0) - (b.row ?? 0));
}
