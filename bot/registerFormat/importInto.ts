import type { Instant } from "../domain/calendar.ts";
import type { Register } from "../domain/register.ts";
import type { Store } from "../../storage/store.ts";
import { accept, EMPTY_REGISTER } from "./accept.ts";
import { changesBetween, type Changes, type StoredRegister } from "./changes.ts";
import type { Draft } from "./draft.ts";
import type { Problem } from "./problem.ts";
import { ALL_TABLES } from "./tables.ts";

export interface ImportOptions {
  /** Whether rows of the register that the draft does not have are removed. */
  readonly replace: boolean;
  /** Who imports, for the journal. */
  readonly who: string;
  readonly at: Instant;
}

/** What of a store an import needs. */
export type ImportTarget = Pick<Store, "all" | "commit">;

export type ImportOutcome =
  | { readonly kind: "imported"; readonly counts: Omit<Changes, "changes"> }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | { readonly kind: "conflict" }
  | { readonly kind: "unavailable"; readonly why: string };

/** How often the import is worked out again because somebody changed the register in between. */
const TRIES = 3;

/**
 * Puts what was read into the store in one commit with a journal entry, or changes nothing. Only the register is
 * touched: questions, proposals and the rest stay as they are. An import that changes nothing leaves no trace.
 */
export async function importInto(
  store: ImportTarget,
  draft: Draft,
  options: ImportOptions,
): Promise<ImportOutcome> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const stored = await readStored(store);
    const accepted = accept(draft, options.replace ? EMPTY_REGISTER : registerOf(stored));
    if (accepted.kind === "refused") return accepted;
    const { changes, ...counts } = changesBetween(stored, accepted.register);
    if (changes.length === 0) return { kind: "imported", counts };
    const why = `${draft.source}: ${counts.added} added, ${counts.changed} changed, ${counts.removed} removed`;
    const journal = { who: options.who, capacity: "", at: options.at, act: "import", why };
    const outcome = await store.commit({ changes, journal, outbox: [], reply: null });
    if (outcome.kind === "unavailable") return outcome;
    if (outcome.kind !== "conflict") return { kind: "imported", counts };
  }
  return { kind: "conflict" };
}

async function readStored(store: ImportTarget): Promise<StoredRegister> {
  const parts = await Promise.all(
    ALL_TABLES.map(async (table) => [table.key, await store.all(table.collection)] as const),
  );
  return Object.fromEntries(parts) as unknown as StoredRegister;
}

function registerOf(stored: StoredRegister): Register {
  const parts = ALL_TABLES.map(({ key }) => [key, new Map(stored[key].map(({ row }) => [row.id, row]))]);
  return Object.fromEntries(parts) as Register;
}
