import { moved } from "./pot.ts";
import type { Collection, Rows } from "./rows.ts";

type AllRows = { readonly [C in Collection]: readonly Rows[C][] };

/** What must hold for everything stored together. `kernwijzer verify` checks it; one sentence per violation. */
export const INVARIANTS: readonly ((rows: AllRows) => readonly string[])[] = [
  /** No pot is overdrawn, whatever way its figures came about. */
  ({ pot }) =>
    pot
      .filter((one) => !moved(one, { pot: one.id, committedCents: 0, reservedCents: 0, paidCents: 0 }))
      .map(({ id }) => `pot ${id}: more is reserved, granted or paid than there is`),

  /** One Entra identity is one official: whoever presses is one person. */
  ({ official }) => {
    const linked = official.filter(({ active, entraId }) => active && entraId !== undefined);
    return [...Map.groupBy(linked, ({ entraId }) => entraId)]
      .filter(([, officials]) => officials.length > 1)
      .map(
        ([, officials]) => `officials ${officials.map(({ id }) => id).join(", ")}: they share one Entra id`,
      );
  },

  /** Every button and every timer stands for something. */
  (rows) => {
    const ids = new Map<string, ReadonlySet<string>>();
    const exists = (kind: Collection, id: string) => {
      const known = ids.get(kind) ?? new Set(rows[kind].map((row) => row.id));
      ids.set(kind, known);
      return known.has(id);
    };
    return (["token", "timer"] as const).flatMap((collection) =>
      rows[collection]
        .filter(({ subject }) => !exists(subject.kind, subject.id))
        .map(({ id, subject }) => `${collection} ${id}: there is no ${subject.kind} ${subject.id}`),
    );
  },
];
