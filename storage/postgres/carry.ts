import type { PoolClient } from "pg";
import { MOVED, type StoreContents, type StoredMessage } from "../contents.ts";
import { SCHEMA } from "../migrations.ts";
import type { JournalEntry, OutboxMessage } from "../store.ts";
import { COLLECTIONS } from "../rows.ts";
import type { Tell } from "./connect.ts";
import { insertRecords } from "./migrateRows.ts";
import { initPostgresStore, openPostgresStore, withPool } from "./open.ts";
import { OWN_KEY } from "./store.ts";

/** Everything in the store of a database, of one moment. Throws `StoreRefused`. */
export async function readDatabaseContents(url: string, tell: Tell): Promise<StoreContents> {
  // Opening brings it to today's shape, and closing seals the end of its journal.
  await (await openPostgresStore(url, { tell })).close();
  return withPool(url, tell, async (pool) => {
    const client = await pool.connect();
    try {
      await client.query("begin isolation level repeatable read read only");
      return await readContents(client);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });
}

async function readContents(client: PoolClient): Promise<StoreContents> {
  const source = await client.query<{ store: string; lsn: number; hash: string }>(
    `select id::text as store, coalesce(lsn, 0) as lsn, coalesce(hash, id::text) as hash
      from store left join (select lsn, hash from seal order by lsn desc limit 1) as last on true`,
  );
  const [found] = source.rows;
  if (!found) throw new Error("a store that was opened has an id");
  const rows = await client.query<{ collection: string; id: string; version: number; body: string }>(
    "select collection, id, version, body from record order by collection, id",
  );
  const replies = await client.query<{ key: string; body: string; reply: string }>(
    "select key, body, reply from journal where key is not null and not starts_with(key, $1) order by seq",
    [OWN_KEY],
  );
  const messages = await client.query<MessageRow>(
    "select body, attempts, state, tried_at, not_before, why from message order by seq, place",
  );
  return {
    source: found,
    rows: rows.rows.map(({ body, ...row }) => ({ ...row, row: JSON.parse(body) as unknown })),
    replies: replies.rows.map(({ key, body, reply }) => ({
      key,
      at: (JSON.parse(body) as { j: JournalEntry }).j.at,
      reply: JSON.parse(reply) as unknown,
    })),
    messages: messages.rows.map(storedMessage),
  };
}

interface MessageRow {
  readonly body: string;
  readonly attempts: number;
  readonly state: StoredMessage["state"];
  readonly tried_at: Date | null;
  readonly not_before: Date | null;
  readonly why: string | null;
}

function storedMessage({ body, attempts, state, tried_at, not_before, why }: MessageRow): StoredMessage {
  return {
    message: JSON.parse(body) as OutboxMessage,
    attempts,
    state,
    triedAt: tried_at?.toISOString(),
    notBefore: not_before?.toISOString(),
    why: state === "dead" ? (why ?? undefined) : undefined,
  };
}

/** Makes a store in a database without one that holds this. Throws `StoreRefused`. */
export async function fillDatabase(
  url: string,
  contents: StoreContents,
  at: string,
  tell: Tell,
): Promise<void> {
  await initPostgresStore(url, { tell });
  await withPool(url, tell, async (pool) => {
    const client = await pool.connect();
    try {
      await client.query("begin");
      await fill(client, contents, at);
      await client.query("commit");
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  });
  // Closing seals what was written.
  await (await openPostgresStore(url, { tell })).close();
}

async function fill(client: PoolClient, contents: StoreContents, at: string): Promise<void> {
  const { source, rows, replies, messages } = contents;
  const known: ReadonlySet<string> = new Set(COLLECTIONS);
  const stray = rows.find(({ collection }) => !known.has(collection));
  if (stray) throw new Error(`the contents hold ${stray.collection}, which this Kernwijzer does not know`);
  const why = `from store ${source.store}, whose journal ends at ${source.lsn} with ${source.hash}`;
  const entry: JournalEntry = { who: "kernwijzer", capacity: "", at, act: MOVED, why };
  const written = rows.map(({ collection, id, version, row }) => [collection, id, version, row]);
  const body = { j: entry, w: written, o: messages.map(({ message }) => message.id) };
  const { rows: entries } = await client.query<{ seq: number }>(
    "insert into journal (kind, body, schema) values ('act', $1, $2) returning seq",
    [JSON.stringify(body), SCHEMA.version],
  );
  await insertRecords(client, rows);
  await client.query(
    "insert into journal (kind, key, body, reply, schema) select 'act', key, body, reply, $4 from unnest($1::text[], $2::text[], $3::text[]) as given (key, body, reply)",
    [
      replies.map(({ key }) => key),
      replies.map(({ at: repliedAt }) => JSON.stringify({ j: { ...entry, at: repliedAt }, w: [], o: [] })),
      replies.map(({ reply }) => JSON.stringify(reply)),
      SCHEMA.version,
    ],
  );
  for (const [place, { message, attempts, state, triedAt, notBefore, why: reason }] of messages.entries()) {
    await client.query(
      `insert into message (id, conversation, seq, place, body, attempts, state, tried_at, not_before, why)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        message.id,
        message.conversation,
        entries[0]?.seq,
        place,
        JSON.stringify(message),
        attempts,
        state,
        triedAt,
        notBefore,
        reason,
      ],
    );
  }
}
