import type { Pool } from "pg";
import type { Instant } from "../../bot/domain/calendar.ts";
import { checkCommit } from "../checkCommit.ts";
import type { Schema } from "../migrations.ts";
import type { Collection, RegisterCollection, Rows } from "../rows.ts";
import type { Commit, CommitOutcome, Health, OutboxItem, SendOutcome, Store, Versioned } from "../store.ts";
import { indexKey } from "./commitStatement.ts";
import { Committer } from "./committer.ts";
import { isAway, isRace, sqlStateOf, type Tell } from "./connect.ts";
import { draw } from "./draw.ts";
import { PostgresOutbox } from "./outbox.ts";
import { seal } from "./seal.ts";

export interface PostgresParts {
  readonly pool: Pool;
  readonly storeId: string;
  readonly schema: Schema;
  /** Makes an id for a commit that brings no key, so that its fate can be asked for afterwards. */
  readonly newId: () => string;
  readonly tell: Tell;
}

interface RowText {
  readonly version: number;
  readonly body: string;
}

/** Begins the keys of commits that brought none. */
export const OWN_KEY = "own ";
/** How long after an act the hash chain is laid over it, in milliseconds. */
const SEAL_AFTER_MS = 1_000;
const UNIQUE_VIOLATION = "23505";

/** The store in a PostgreSQL database, for any number of instances. Made by `openPostgresStore`. */
export class PostgresStore implements Store {
  readonly #pool: Pool;
  readonly #parts: PostgresParts;
  readonly #outbox: PostgresOutbox;
  readonly #committer: Committer;
  #sealing: NodeJS.Timeout | undefined;
  #closing: Promise<void> | undefined;

  constructor(parts: PostgresParts) {
    this.#pool = parts.pool;
    this.#parts = parts;
    this.#outbox = new PostgresOutbox(parts.pool);
    this.#committer = new Committer(parts.pool, parts.schema.version);
  }

  async get<C extends Collection>(collection: C, id: string): Promise<Versioned<Rows[C]> | undefined> {
    const { rows } = await this.#pool.query<RowText>({
      name: "get",
      text: "select version, body from record where collection = $1 and id = $2",
      values: [collection, id],
    });
    return rows[0] && parsed(rows[0]);
  }

  async list<C extends Collection>(
    collection: C,
    index: string,
    key: string,
  ): Promise<readonly Versioned<Rows[C]>[]> {
    const { rows } = await this.#pool.query<RowText>({
      name: "list",
      text: "select version, body from record where collection = $1 and keys @> array[$2] and keys <> '{}' order by id",
      values: [collection, indexKey(index, key)],
    });
    return rows.map(parsed<C>);
  }

  async all<C extends Collection>(collection: C): Promise<readonly Versioned<Rows[C]>[]> {
    const text = "select version, body from record where collection = $1 order by id";
    return (await this.#pool.query<RowText>({ name: "all", text, values: [collection] })).rows.map(parsed<C>);
  }

  async stamp(collections: readonly RegisterCollection[]): Promise<string> {
    const { rows } = await this.#pool.query<{ stamp: string }>({
      name: "stamp",
      text: "select coalesce(sum(changes), 0)::text as stamp from stamp where collection = any($1)",
      values: [collections],
    });
    return rows[0]?.stamp ?? "0";
  }

  async replyOf(key: string): Promise<{ readonly reply: unknown } | undefined> {
    const { rows } = await this.#pool.query<{ reply: string; schema: number }>({
      name: "reply",
      text: "select reply, schema from journal where key = $1",
      values: [key],
    });
    return rows[0] && { reply: replyToday(rows[0], this.#parts.schema) };
  }

  async commit(commit: Commit): Promise<CommitOutcome> {
    checkCommit(commit);
    if (this.#closing !== undefined) return { kind: "unavailable", why: "the store is closed" };
    // A key of our own for a commit without one: if the answer gets lost, the key tells whether it was stored.
    const key = commit.key ?? `${OWN_KEY}${this.#parts.newId()}`;
    try {
      const outcome = await this.#store(commit, key);
      this.#sealSoon();
      if (outcome.kind !== "replayed") return outcome;
      return { kind: "replayed", reply: (await this.replyOf(key))?.reply };
    } catch (error) {
      return this.#failed(error, commit, key);
    }
  }

  claim(limit: number, owner: string, leaseMs: number, now: Instant): Promise<readonly OutboxItem[]> {
    return this.#outbox.claim(limit, owner, leaseMs, now);
  }

  async settle(id: string, outcome: SendOutcome, now: Instant): Promise<void> {
    await this.#outbox.settle(id, outcome, now);
    this.#sealSoon();
  }

  deadMessages(): Promise<readonly OutboxItem[]> {
    return this.#outbox.dead();
  }

  async health(): Promise<Health> {
    if (this.#closing !== undefined) return { ok: false, why: "the store is closed" };
    try {
      await this.#pool.query("select 1");
      return { ok: true };
    } catch (error) {
      return { ok: false, why: whyAway(error) };
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #store(commit: Commit, key: string): Promise<CommitOutcome> {
    if (commit.moves !== undefined && commit.moves.length > 0)
      return draw(this.#pool, commit, key, this.#parts.schema.version);
    const stored = await this.#committer.store({ commit, key, drawn: [] });
    return stored === "replayed" ? { kind: "replayed", reply: undefined } : { kind: stored };
  }

  async #failed(error: unknown, commit: Commit, key: string): Promise<CommitOutcome> {
    if (isRace(error)) return { kind: "conflict" };
    if (sqlStateOf(error) === UNIQUE_VIOLATION)
      throw new TypeError("a message is in the outbox already", { cause: error });
    if (!isAway(error)) throw error;
    // The line may have broken after the commit: never done again blindly, but asked for.
    const stored = await this.replyOf(key).catch(() => undefined);
    if (!stored) return { kind: "unavailable", why: whyAway(error) };
    return commit.key === undefined ? { kind: "committed" } : { kind: "replayed", reply: stored.reply };
  }

  #sealSoon(): void {
    if (this.#sealing !== undefined || this.#closing !== undefined) return;
    this.#sealing = setTimeout(() => {
      this.#sealing = undefined;
      seal(this.#pool, this.#parts.storeId).catch(this.#parts.tell);
    }, SEAL_AFTER_MS);
    this.#sealing.unref();
  }

  async #close(): Promise<void> {
    clearTimeout(this.#sealing);
    await seal(this.#pool, this.#parts.storeId).catch(this.#parts.tell);
    await this.#pool.end();
  }
}

function parsed<C extends Collection>({ version, body }: RowText): Versioned<Rows[C]> {
  // Rows are stored under their collection's name only.
  return { version, row: JSON.parse(body) as Rows[C] };
}

/** A reply in today's shape; the journal keeps it as it was given. */
function replyToday(kept: { readonly reply: string; readonly schema: number }, schema: Schema): unknown {
  const steps = schema.migrations.slice(kept.schema - 1);
  return steps.reduce(
    (reply: unknown, { reply: step }) => (step ? step(reply) : reply),
    JSON.parse(kept.reply),
  );
}

function whyAway(error: unknown): string {
  return `the database does not answer (${sqlStateOf(error) ?? (error as { code?: string }).code ?? "no connection"})`;
}
