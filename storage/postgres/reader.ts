import type { Pool, QueryConfig, QueryResultRow } from "pg";
import type { Schema } from "../migrations.ts";
import type { Collection, RegisterCollection, Rows } from "../rows.ts";
import type { OutboxItem, Versioned } from "../store.ts";
import { deadMessages } from "./outbox.ts";
import { ask } from "./connect.ts";
import { hasIndex, indexKey } from "./indexKeys.ts";
import { orUnavailable } from "./trouble.ts";

interface RowText {
  readonly version: number;
  readonly body: string;
}

/** The reading half of the store in a database. */
export class PostgresReader {
  readonly #pool: Pool;
  readonly #schema: Schema;

  constructor(pool: Pool, schema: Schema) {
    this.#pool = pool;
    this.#schema = schema;
  }

  async get<C extends Collection>(collection: C, id: string): Promise<Versioned<Rows[C]> | undefined> {
    const [row] = await read<RowText>(this.#pool, {
      name: "get",
      text: "select version, body from record where collection = $1 and id = $2",
      values: [collection, id],
    });
    return row && parsed(row);
  }

  async list<C extends Collection>(
    collection: C,
    index: string,
    key: string,
  ): Promise<readonly Versioned<Rows[C]>[]> {
    if (!hasIndex(collection, index)) throw new TypeError(`No index ${index} is declared for ${collection}`);
    const rows = await read<RowText>(this.#pool, {
      name: "list",
      text: "select version, body from record where collection = $1 and keys @> array[$2] and keys <> '{}' order by id",
      values: [collection, indexKey(index, key)],
    });
    return rows.map(parsed<C>);
  }

  async all<C extends Collection>(collection: C): Promise<readonly Versioned<Rows[C]>[]> {
    const text = "select version, body from record where collection = $1 order by id";
    return (await read<RowText>(this.#pool, { name: "all", text, values: [collection] })).map(parsed<C>);
  }

  async stamp(collections: readonly RegisterCollection[]): Promise<string> {
    const [row] = await read<{ stamp: string }>(this.#pool, {
      name: "stamp",
      text: "select coalesce(sum(changes), 0)::text as stamp from stamp where collection = any($1)",
      values: [collections],
    });
    return row?.stamp ?? "0";
  }

  async replyOf(key: string): Promise<{ readonly reply: unknown } | undefined> {
    const [row] = await read<KeptReply>(this.#pool, {
      name: "reply",
      text: "select reply, schema from journal where key = $1",
      values: [key],
    });
    return row && { reply: replyToday(row, this.#schema) };
  }

  deadMessages(): Promise<readonly OutboxItem[]> {
    return deadMessages(this.#pool);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}

function read<Row extends QueryResultRow>(pool: Pool, query: QueryConfig): Promise<Row[]> {
  return orUnavailable(ask<Row>(pool, query));
}

interface KeptReply {
  readonly reply: string;
  /** The shape it had then; the journal keeps it as it was given. */
  readonly schema: number;
}

function replyToday({ reply, schema }: KeptReply, today: Schema): unknown {
  const steps = today.migrations.slice(schema - 1);
  return steps.reduce((kept: unknown, step) => (step.reply ? step.reply(kept) : kept), JSON.parse(reply));
}

function parsed<C extends Collection>({ version, body }: RowText): Versioned<Rows[C]> {
  // Rows are stored under their collection's name only.
  return { version, row: JSON.parse(body) as Rows[C] };
}
