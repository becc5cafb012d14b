import type { Pool, PoolClient } from "pg";
import type { Instant } from "../../bot/domain/calendar.ts";
import {
  movedEntry,
  Tally,
  type ContentsPart,
  type StoreContents,
  type StoredMessage,
  type StoredReply,
} from "../contents.ts";
import { SCHEMA } from "../migrations.ts";
import { StoreRefused } from "../refused.ts";
import { COLLECTIONS } from "../rows.ts";
import type { JournalEntry, OutboxMessage } from "../store.ts";
import { addAct, addActs, addRecords, countStamps } from "./addRecords.ts";
import { ask, inTransaction, type Tell } from "./connect.ts";
import { asWritten, pagesOfRows, renewKeys } from "./migrateRows.ts";
import { makeTables } from "./migrateTables.ts";
import { addStore, holdsOne, nameOf, refusal, withPool, withStore } from "./open.ts";
import { inPages } from "./pages.ts";
import { ONE_MOMENT } from "./readJournal.ts";
import { Sealer } from "./seal.ts";
import { INSTANCE, OWN_KEY } from "./store.ts";
import { AnswerLost, isBroken } from "./trouble.ts";

/** The other side may take its time between two pages. */
const UNHURRIED = "set local idle_in_transaction_session_timeout = 0";

/** Lends out everything in the store of a database, while no instance is connected to it. Throws `StoreRefused`. */
export function withDatabaseContents<T>(
  url: string,
  tell: Tell,
  work: (contents: StoreContents) => Promise<T>,
): Promise<T> {
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
    return inTransaction(pool, ONE_MOMENT, async (client) => {
      await client.query(UNHURRIED);
      const { source, parts } = await contentsIn(client);
      return work({ source, parts: () => orRefused(parts(), url) });
    });
  });
}

/**
 * Makes a store in a database without one that holds this, in one transaction that ends when it is proven. Answers how
 * many rows. Throws `StoreRefused`.
 */
export async function fillDatabase(
  url: string,
  contents: StoreContents,
  at: Instant,
  tell: Tell,
): Promise<number> {
  const tally = new Tally();
  await withPool(url, tell, async (pool) => {
    await makeTables(pool);
    await inTransaction(pool, "begin", async (client) => {
      await client.query(UNHURRIED);
      if (!(await addStore(client))) throw holdsOne(url);
      const entry = movedEntry(contents.source, at);
      await addAct(client, entry, [], SCHEMA.version);
      for await (const part of contents.parts()) {
        tally.add(part);
        await addPart(client, entry, part);
      }
      await renewKeys(client);
      await countStamps(client);
      await tally.checkSame(await contentsIn(client), nameOf(url));
    });
  });
  await withStore(url, tell, (pool, storeId) => sealAll(pool, storeId, tell));
  return tally.rows;
}

function sealAll(pool: Pool, storeId: string, tell: Tell): Promise<void> {
  return new Sealer(pool, storeId, tell).finish();
}

async function contentsIn(client: PoolClient): Promise<StoreContents> {
  const { rows: found } = await client.query<StoreContents["source"]>(
    `select id::text as store, coalesce(lsn, 0) as lsn, coalesce(hash, id::text) as hash
      from store left join (select lsn, hash from seal order by lsn desc limit 1) as last on true`,
  );
  const [source] = found;
  if (!source) throw new TypeError("a store that was opened has an id");
  return { source, parts: () => partsIn(client) };
}

/** Lets this database be named when it fails, not the other one that is being written to. */
async function* orRefused<T>(parts: AsyncIterable<T>, url: string): AsyncGenerator<T> {
  try {
    yield* parts;
  } catch (error) {
    throw refusal(isBroken(error) ? new AnswerLost(error, undefined) : error, url);
  }
}

/** Keys that somebody brought: the others only tell this product whether its own act was stored. */
const REPLIES = `
select key, body, reply from journal where key is not null and not starts_with(key, '${OWN_KEY}') order by seq`;
const MESSAGES = "select body, attempts, state, tried_at, not_before, why from message order by seq, place";

async function* partsIn(client: PoolClient): AsyncGenerator<ContentsPart> {
  for await (const rows of pagesOfRows(client)) yield { kind: "rows", rows };
  for await (const page of inPages<{ key: string; body: string; reply: string }>(client, REPLIES)) {
    const replies = page.map(({ key, body, reply }) => ({
      key,
      at: (JSON.parse(body) as { j: JournalEntry }).j.at,
      reply: JSON.parse(reply) as unknown,
    }));
    yield { kind: "replies", replies };
  }
  for await (const page of inPages<MessageRow>(client, MESSAGES))
    yield { kind: "messages", messages: page.map(storedMessage) };
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

const known: ReadonlySet<string> = new Set(COLLECTIONS);

async function addPart(client: PoolClient, entry: JournalEntry, part: ContentsPart): Promise<void> {
  if (part.kind === "rows") {
    const stray = part.rows.find(({ collection }) => !known.has(collection));
    if (stray)
      throw new TypeError(`the contents hold ${stray.collection}, which this Kernwijzer does not know`);
    await addActs(client, entry, part.rows.map(asWritten), SCHEMA.version);
    await addRecords(client, part.rows);
  } else if (part.kind === "replies") {
    await addReplies(client, entry, part.replies);
  } else {
    const outbox = part.messages.map(({ message }) => message.id);
    const seq = await addAct(client, entry, [], SCHEMA.version, outbox);
    for (const [place, message] of part.messages.entries()) await addMessage(client, message, seq, place);
  }
}

async function addReplies(
  client: PoolClient,
  entry: JournalEntry,
  replies: readonly StoredReply[],
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
