import { randomBytes } from "node:crypto";
import type { Pool } from "pg";
import type { Instant } from "../../bot/domain/calendar.ts";
import { checkCommit } from "../checkCommit.ts";
import type { Schema } from "../migrations.ts";
import {
  StoreUnavailable,
  type Commit,
  type CommitOutcome,
  type Health,
  type OutboxItem,
  type SendOutcome,
  type Store,
} from "../store.ts";
import { Committer } from "./committer.ts";
import { ask, type Tell } from "./connect.ts";
import { fateOf } from "./fate.ts";
import { outcomeOf } from "./outcome.ts";
import { PostgresOutbox } from "./outbox.ts";
import { PostgresReader } from "./reader.ts";
import { Sealer } from "./seal.ts";
import { shapeOf, type Shape } from "./shape.ts";
import { AnswerLost, READ_ONLY, REFUSED, SENTENCES, sentenceOf } from "./trouble.ts";

export interface PostgresParts {
  readonly pool: Pool;
  /** The application name of this instance's connections: no other instance has it. */
  readonly name: string;
  readonly storeId: string;
  readonly schema: Schema;
  readonly tell: Tell;
}

/** Begins the names of the connections of an instance, and of nobody else. */
export const INSTANCE = "kernwijzer ";
/** Begins the keys of commits that brought none. */
export const OWN_KEY = "own ";

/** The store in a PostgreSQL database, for any number of instances. Made by `openPostgresStore`. */
export class PostgresStore extends PostgresReader implements Store {
  readonly #parts: PostgresParts;
  readonly #outbox: PostgresOutbox;
  readonly #committer: Committer;
  readonly #sealer: Sealer;
  readonly #shape: Shape;
  #closing: Promise<void> | undefined;

  constructor(parts: PostgresParts) {
    super(parts.pool, parts.schema);
    const { pool, storeId, schema, tell } = parts;
    this.#parts = parts;
    this.#shape = shapeOf(schema);
    this.#outbox = new PostgresOutbox(pool, this.#shape);
    this.#committer = new Committer(pool, this.#shape);
    this.#sealer = new Sealer(pool, storeId, tell);
    // An instance that died may have left acts behind that nobody sealed.
    this.#sealer.soon();
  }

  async commit(commit: Commit): Promise<CommitOutcome> {
    checkCommit(commit);
    if (this.#closing !== undefined) return CLOSED;
    // A key of our own for a commit without one: if the answer gets lost, the key tells whether it was stored.
    const key = commit.key ?? `${OWN_KEY}${randomBytes(16).toString("base64url")}`;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#store(commit, key);
      } catch (error) {
        if (!(error instanceof AnswerLost)) return outcomeOf(error);
        const outcome = await this.#afterLoss(error, commit, key);
        // A server that was started anew ended the connections that there were: over a new one it is stored after all.
        if (outcome !== "notStored") return outcome;
        if (attempt === TRIES) return { kind: "unavailable", why: "the connection to the database breaks" };
      }
    }
  }

  claim(limit: number, owner: string, leaseMs: number, now: Instant): Promise<readonly OutboxItem[]> {
    return this.#outbox.claim(limit, owner, leaseMs, now);
  }

  async settle(id: string, outcome: SendOutcome, now: Instant): Promise<void> {
    await this.#outbox.settle(id, outcome, now);
    this.#sealer.soon();
  }

  async health(): Promise<Health> {
    if (this.#closing !== undefined) return { ok: false, why: CLOSED.why };
    try {
      const { schema, indexes } = this.#shape;
      // What a commit would be refused for, without one.
      const [now] = await ask<{ standby: boolean; fits: boolean }>(this.#parts.pool, {
        text: `select current_setting('transaction_read_only')::boolean as standby,
          exists (select from store where schema = $1 and indexes = $2) as fits`,
        values: [schema, indexes],
      });
      const refused = now?.standby ? READ_ONLY : REFUSED.newerShape;
      return now?.fits && !now.standby
        ? { ok: true }
        : { ok: false, why: `the database ${SENTENCES[refused]}` };
    } catch (error) {
      return { ok: false, why: `the database ${sentenceOf(error)}` };
    }
  }

  override close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #store(commit: Commit, key: string): Promise<CommitOutcome> {
    const stored = await this.#committer.store({ commit, key });
    this.#sealer.soon();
    return stored === "committed" ? { kind: "committed" } : this.#replayed(key);
  }

  async #replayed(key: string): Promise<CommitOutcome> {
    try {
      return { kind: "replayed", reply: (await this.replyOf(key))?.reply };
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      return { kind: "unavailable", why: error.message };
    }
  }

  async #afterLoss(loss: AnswerLost, commit: Commit, key: string): Promise<CommitOutcome | "notStored"> {
    const fate = await fateOf(this.#parts.pool, this.#parts.name, key, loss);
    if (fate === "notStored") return fate;
    if (fate === "unknown")
      return {
        kind: "unavailable",
        why: "the database went away, and has not told yet whether this was stored",
      };
    // With a key of its own it may have been another delivery that was stored: the reply is the same.
    return commit.key === undefined ? { kind: "committed" } : this.#replayed(key);
  }

  async #close(): Promise<void> {
    await this.#outbox.finish().catch(this.#parts.tell);
    await this.#sealer.finish().catch(this.#parts.tell);
    await super.close();
  }
}

const TRIES = 2;
const CLOSED = { kind: "unavailable", why: "the store is closed" } as const;
