import { dossiersHold } from "./dossier/invariants.ts";
import { moved } from "./pot.ts";
import type { Collection, Rows } from "./rows.ts";

/** Every row of every collection, ordered by id. */
export type AllRows = { readonly [C in Collection]: readonly Rows[C][] };

/** A rule that holds for everything stored together: one sentence per violation, none when all is well. */
export type Invariant = (rows: AllRows) => readonly string[];

/** Which fields of the register name a row of another collection. */
const REFERENCES: { readonly [C in Collection]?: { readonly [F in keyof Rows[C]]?: Collection } } = {
  topic: { parent: "topic", channel: "channel", portefeuille: "portefeuille" },
  role: {
    official: "official",
    kern: "kern",
    vakteam: "vakteam",
    portefeuille: "portefeuille",
    deputy: "official",
  },
  absence: { official: "official", deputy: "official" },
  ownership: { topic: "topic", kern: "kern", vakteam: "vakteam", person: "official", deputy: "official" },
};

const registerHoldsTogether: Invariant = (rows) =>
  Object.entries(REFERENCES).flatMap(([collection, fields]) =>
    Object.entries(fields).flatMap(([field, target]) => {
      const known = new Set(rows[target].map(({ id }) => id));
      return rows[collection as Collection].flatMap((row) => {
        const id = (row as unknown as Readonly<Record<string, string | undefined>>)[field];
        return id === undefined || known.has(id)
          ? []
          : [`${collection} ${row.id}: there is no ${target} ${id}`];
      });
    }),
  );

/** Otherwise one person could act with the roles of two. */
const onePersonPerIdentity: Invariant = ({ official }) => {
  const linked = official.filter(({ entraId }) => entraId !== undefined);
  return [...Map.groupBy(linked, ({ entraId }) => entraId?.toLowerCase()).values()]
    .filter((same) => same.length > 1)
    .map((same) => `official ${same.map(({ id }) => id).join(", ")}: the same Entra id`);
};

const NOTHING = { committedCents: 0, reservedCents: 0, paidCents: 0 };
const potsWithinCeiling: Invariant = ({ pot }) =>
  pot
    .filter((one) => moved(one, { pot: one.id, ...NOTHING }) === undefined)
    .map(({ id }) => `pot ${id}: over its ceiling, or a figure below nothing`);

/** Otherwise a button or a moment would stand for nothing. */
const subjectsExist: Invariant = (rows) =>
  (["token", "timer"] as const).flatMap((collection) => {
    const known = new Map<Collection, ReadonlySet<string>>();
    return rows[collection].flatMap(({ id, subject }) => {
      const ids = known.get(subject.kind) ?? new Set(rows[subject.kind].map((row) => row.id));
      known.set(subject.kind, ids);
      return ids.has(subject.id) ? [] : [`${collection} ${id}: there is no ${subject.kind} ${subject.id}`];
    });
  });

/** What `kernwijzer verify` holds everything stored against, whatever happened to it. A noun adds its own rules. */
export const INVARIANTS: readonly Invariant[] = [
  registerHoldsTogether,
  onePersonPerIdentity,
  potsWithinCeiling,
  subjectsExist,
  dossiersHold,
];
