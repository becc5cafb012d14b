import { createHash } from "node:crypto";
import type { Instant } from "../bot/domain/calendar.ts";
import type { StoredRow } from "./migrations.ts";
import { StoreRefused } from "./refused.ts";
import type { JournalEntry, OutboxMessage } from "./store.ts";

/** A message on its way out, with what became of it so far. */
export interface StoredMessage {
  readonly message: OutboxMessage;
  readonly attempts: number;
  readonly state: "ready" | "unknown" | "dead";
  readonly triedAt?: string | undefined;
  readonly notBefore?: string | undefined;
  readonly why?: string | undefined;
}

/** Everything a store holds apart from its journal: what moves when it changes engine. */
export interface StoreContents {
  /** The store it came from and the end of its journal, which stays there as the trail of what came before. */
  readonly source: { readonly store: string; readonly lsn: number; readonly hash: string };
  readonly rows: readonly StoredRow[];
  readonly replies: readonly { readonly key: string; readonly at: string; readonly reply: unknown }[];
  /** In the order in which they must leave. */
  readonly messages: readonly StoredMessage[];
}

/** How a store that was filled from another says so; stands first in its journal. */
export function movedEntry({ store, lsn, hash }: StoreContents["source"], at: Instant): JournalEntry {
  const why = `from store ${store}, whose journal ends at ${lsn} with ${hash}`;
  return { who: "kernwijzer", capacity: "", at, act: "moveStore", why };
}

/** Throws `StoreRefused` unless what was written holds what was read. */
export function checkSame(written: StoreContents, read: StoreContents, place: string): void {
  if (fingerprint(written) === fingerprint(read)) return;
  throw new StoreRefused(
    "damaged",
    `What was written to ${place} is not what was read. There is no store in it now.`,
  );
}

/** SHA-256 over everything in it but where it came from: equal for equal contents, whatever the engine. */
function fingerprint({ rows, replies, messages }: StoreContents): string {
  const lines = [
    ...rows.map(({ collection, id, version, row }) => canonical(["row", collection, id, version, row])),
    ...replies.map(({ key, reply }) => canonical(["reply", key, reply])),
  ].toSorted();
  const sha256 = createHash("sha256");
  for (const line of lines) sha256.update(`${line}\n`);
  for (const one of messages) sha256.update(`${canonical(["message", one])}\n`);
  return sha256.digest("hex");
}

/** JSON with the fields of each object in one order, and without those that are undefined. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
