import type { Pool, PoolClient } from "pg";
import type { Instant } from "../../bot/domain/calendar.ts";
import { checkSame, movedEntry, type StoreContents, type StoredMessage } from "../contents.ts";
import { SCHEMA } from "../migrations.ts";
import { StoreRefused } from "../refused.ts";
import { COLLECTIONS } from "../rows.ts";
import type { JournalEntry, OutboxMessage } from "../store.ts";
import { addAct, addRecords, countStamps, inParts } from "./addRecords.ts";
import { ask, inTransaction, type Tell } from "./connect.ts";
import { asWritten, renewKeys, storedRows } from "./migrateRows.ts";
import { makeTables } from "./migrateTables.ts";
import { addStore, holdsOne, nameOf, withPool, withStore } from "./open.ts";
import { ONE_MOMENT } from "./readJournal.ts";
import { Sealer } from "./seal.ts";
import { INSTANCE, OWN_KEY } from "./store.ts";

/** Everything in the store of a database, while no instance is connected to it. Throws `StoreRefused`. */
export function readDatabaseContents(url: string, tell: Tell): Promise<StoreContents> {
  return withStore(url, tell, async (pool, storeId) => {
    const at = await ask(pool, {
      text: "select from pg_stat_activity where datname = current_database() and starts_with(application_name, $1)",
      values: [INSTANCE],
    });
    if (at.length > 0) {
      throw new StoreRefused(
        "inUse",
        `${nameOf(url, "The")} is in use by a running Kernwijzer. Stop that one first.`,
      );
    }
    await sealAll(pool, storeId, tell);
    return inTransaction(pool, ONE_MOMENT, readContents);
  });
}

/** Makes a store in a database without one that holds this, and proves that it does. Throws `StoreRefused`. */
export async function fillDatabase(
  url: string,
  contents: StoreContents,
  at: Instant,
  tell: Tell,
): Promise<void> {
  await withPool(url, tell, async (pool) => {
    await makeTables(pool);
    await inTransaction(pool, "begin", async (client) => {
      if (!(await addStore(client))) throw holdsOne(url);
      await fill(client, contents, at);
      checkSame(await readContents(client), contents, nameOf(url));
    });
  });
  await withStore(url, tell, (pool, storeId) => sealAll(pool, storeId, tell));
}

function sealAll(pool: Pool, storeId: string, tell: Tell): Promise<void> {
  return new Sealer(pool, storeId, tell).finish();
}

async function readContents(client: PoolClient): Promise<StoreContents> {
  const { rows: found } = await client.query<StoreContents["source"]>(
    `select id::text as store, coalesce(lsn, 0) as lsn, coalesce(hash, id::text) as hash
      from store left join (select lsn, hash from seal order by lsn desc limit 1) as last on true`,
  );
  const [source] = found;
  if (!source) throw new TypeError("a store that was opened has an id");
  const replies = await client.query<{ key: string; body: string; reply: string }>(
    "select key, body, reply from journal where key is not null and not starts_with(key, $1) order by seq",
    [OWN_KEY],
  );
  const messages = await client.query<MessageRow>(
    "select body, attempts, state, tried_at, not_before, why from message order by seq, place",
  );
  return {
    source,
    rows: await storedRows(client),
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

async function fill(client: PoolClient, contents: StoreContents, at: Instant): Promise<void> {
  const { source, rows, replies, messages } = contents;
  const known: ReadonlySet<string> = new Set(COLLECTIONS);
  const stray = rows.find(({ collection }) => !known.has(collection));
  if (stray)
    throw new TypeError(`the contents hold ${stray.collection}, which this Kernwijzer does not know`);
  const entry = movedEntry(source, at);
  const outbox = messages.map(({ message }) => message.id);
  const seq = await addAct(client, entry, [], SCHEMA.version, outbox);
  for (const part of inParts(rows.map(asWritten))) await addAct(client, entry, part, SCHEMA.version);
  await addRecords(client, rows);
  await renewKeys(client);
  await countStamps(client);
  for (const part of inParts(replies)) await addReplies(client, entry, part);
  for (const [place, message] of messages.entries()) await addMessage(client, message, seq, place);
}

async function addReplies(
  client: PoolClient,
  entry: JournalEntry,
  replies: StoreContents["replies"],
): Promise<void> {
  await client.query(
    `insert into journal (kind, key, body, reply, schema)
      select 'act', key, body, reply, $4 from unnest($1::text[], $2::text[], $3::text[]) as given (key, body, reply)`,
    [
      replies.map(({ key }) => key),
      replies.map(({ at }) => JSON.stringify({ j: { ...entry, at }, w: [], o: [] })),
      replies.map(({ reply }) => JSON.stringify(reply)),
      SCHEMA.version,
    ],
  );
}

async function addMessage(
  client: PoolClient,
  { message, attempts, state, triedAt, notBefore, why }: StoredMessage,
  seq: number,
  place: number,
): Promise<void> {
  await client.query(
    `insert into message (id, conversation, seq, place, body, attempts, state, tried_at, not_before, why)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      message.id,
      message.conversation,
      seq,
      place,
      JSON.stringify(message),
      attempts,
      state,
      triedAt,
      notBefore,
      why,
    ],
  );
}
