import { createHash, hash } from "node:crypto";
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

export interface StoredReply {
  readonly key: string;
  readonly at: string;
  readonly reply: unknown;
}

/** Some of what a store holds. */
export type ContentsPart =
  | { readonly kind: "rows"; readonly rows: readonly StoredRow[] }
  /** In the order in which they were given. */
  | { readonly kind: "replies"; readonly replies: readonly StoredReply[] }
  /** In the order in which they must leave. */
  | { readonly kind: "messages"; readonly messages: readonly StoredMessage[] };

/** Everything a store holds apart from its journal: what moves when it changes engine. */
export interface StoreContents {
  /** The store it came from and the end of its journal, which stays there as the trail of what came before. */
  readonly source: { readonly store: string; readonly lsn: number; readonly hash: string };
  /** Rows first, then replies, then messages: a part at a time, so that a large store need not fit in memory. */
  readonly parts: () => AsyncIterable<ContentsPart>;
}

/** Rows, replies or messages in one part: some megabytes at most. */
const AT_ONCE = 500;

export function* inParts<T>(all: Iterable<T>, size = AT_ONCE): Generator<readonly T[]> {
  let part: T[] = [];
  for (const one of all) {
    part.push(one);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** How a store that was filled from another says so; stands first in its journal. */
export function movedEntry({ store, lsn, hash: end }: StoreContents["source"], at: Instant): JournalEntry {
  const why = `from store ${store}, whose journal ends at ${lsn} with ${end}`;
  return { who: "kernwijzer", capacity: "", at, act: "moveStore", why };
}

/** Counts contents as they pass: two tallies are equal for equal contents, whatever the engine. */
export class Tally {
  rows = 0;
  #replies = 0;
  /** Of rows and replies, in whatever order they came. */
  #sum = 0n;
  /** Of messages, in their order. */
  readonly #messages = createHash("sha256");

  add(part: ContentsPart): void {
    if (part.kind === "rows") {
      this.rows += part.rows.length;
      for (const { collection, id, version, row } of part.rows)
        this.#count(["row", collection, id, version, row]);
    } else if (part.kind === "replies") {
      this.#replies += part.replies.length;
      for (const { key, reply } of part.replies) this.#count(["reply", key, reply]);
    } else {
      for (const one of part.messages) this.#messages.update(`${canonical(one)}\n`);
    }
  }

  /** Throws `StoreRefused` unless what was written holds exactly what this counted. */
  async checkSame(written: StoreContents, place: string): Promise<void> {
    const counted = new Tally();
    for await (const part of written.parts()) counted.add(part);
    if (counted.#total() === this.#total()) return;
    throw new StoreRefused(
      "damaged",
      `What was written to ${place} is not what was read. There is no store in it now.`,
    );
  }

  #count(one: unknown): void {
    this.#sum += BigInt(`0x${hash("sha256", canonical(one))}`);
  }

  #total(): string {
    return [this.rows, this.#replies, this.#sum, this.#messages.copy().digest("hex")].join(" ");
  }
}

/** JSON with the fields of each object in one order, and without those that are undefined. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
