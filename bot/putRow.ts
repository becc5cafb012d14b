import type { Instant } from "./domain/calendar.ts";
import type { Change } from "./domain/commit.ts";
import type { Log } from "./log.ts";
import type { Collection, Rows } from "../storage/rows.ts";
import type { Store } from "../storage/store.ts";

export interface PutParts {
  readonly store: Store;
  readonly clock: () => Instant;
  readonly log: Log;
}

const TRIES = 4;

/**
 * Writes one row that delivery knows better than anybody, whoever else writes it at the same moment. `change` gets the
 * row as it is and gives the new one, or undefined when it is right already.
 */
export async function putRow<C extends Collection>(
  { store, clock, log }: PutParts,
  collection: C,
  id: string,
  change: (known: Rows[C] | undefined) => Rows[C] | undefined,
): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const known = await store.get(collection, id);
    const row = change(known?.row);
    if (row === undefined) return;
    const written = { collection, id, expect: known?.version ?? 0, row } as unknown as Change;
    const journal = {
      who: "kernwijzer",
      capacity: "",
      at: clock(),
      act: "deliver",
      why: `${collection} kept`,
    };
    const outcome = await store.commit({ changes: [written], journal, outbox: [], reply: null });
    if (outcome.kind === "committed") return;
    if (outcome.kind !== "conflict") break;
  }
  log.warn({ collection }, "where something stands could not be kept");
}
