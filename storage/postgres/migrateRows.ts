import type { Pool, PoolClient } from "pg";
import type { Schema, StoredRow } from "../migrations.ts";
import { INDEXES, type Collection, type Rows } from "../rows.ts";
import type { JournalEntry } from "../store.ts";
import { addActs, addRecords, countStamps } from "./addRecords.ts";
import type { Written } from "./commitStatement.ts";
import { ask, inTransaction } from "./connect.ts";
import { keysOf } from "./indexKeys.ts";
import { inPages } from "./pages.ts";
import { shapeOf } from "./shape.ts";

/** Held by everybody who commits; see `store_commits`. Alone, nobody commits. */
const ALONE = "select pg_advisory_xact_lock(7341002)";

/**
 * Brings the rows and waiting messages of a store forward, step by step, and makes the keys of rows anew when other
 * indexes are declared; in one transaction, while nobody commits. Instances of the version before can commit no more
 * afterwards. Replies stay in the journal as they were given and are brought forward when they are read.
 */
export async function migrateRows(pool: Pool, schema: Schema): Promise<void> {
  const shape = shapeOf(schema);
  const fits = {
    text: "select from store where schema = $1 and indexes = $2",
    values: [shape.schema, shape.indexes],
  };
  if ((await ask(pool, fits)).length === 1) return;
  await inTransaction(pool, "begin", async (client) => {
    await client.query(ALONE);
    // Another instance may have done it while this one waited.
    if ((await client.query(fits)).rowCount === 1) return;
    const { rows } = await client.query<{ schema: number }>("select schema from store");
    for (let at = rows[0]?.schema ?? shape.schema; at < shape.schema; at += 1) await step(client, schema, at);
    await renewKeys(client);
    await client.query("update store set schema = $1, indexes = $2", [shape.schema, shape.indexes]);
  });
}

async function step(client: PoolClient, schema: Schema, at: number): Promise<void> {
  const migration = schema.migrations[at - 1];
  if (migration === undefined) throw new TypeError(`no migration leads from schema ${at}`);
  if (migration.rows !== undefined) await replaceRows(client, migration.rows, at);
  if (migration.message === undefined) return;
  const { rows } = await client.query<{ id: string; body: string }>("select id, body from message");
  for (const { id, body } of rows) {
    const message = JSON.stringify(migration.message(JSON.parse(body)));
    await client.query("update message set body = $2 where id = $1", [id, message]);
  }
}

/** The journal tells of it as of any act, so that it goes on telling what every row is. */
async function replaceRows(
  client: PoolClient,
  migrate: (rows: Iterable<StoredRow>) => Iterable<StoredRow>,
  at: number,
): Promise<void> {
  const before = await storedRows(client);
  const after = [...migrate(before)];
  const kept = new Set(after.map(nameOf));
  const gone = before.filter((row) => !kept.has(nameOf(row)));
  await client.query("delete from record");
  await addRecords(client, after);
  await countStamps(client);
  const written = [...after, ...gone.map((one) => ({ ...one, version: 0, row: null }))].map(asWritten);
  const entry: JournalEntry = {
    who: "kernwijzer",
    capacity: "",
    at: new Date().toISOString(),
    act: "migrate",
    why: `schema ${at} to ${at + 1}`,
  };
  await addActs(client, entry, written, at + 1);
}

/** Reads again what every row can be looked up by. */
export async function renewKeys(client: PoolClient): Promise<void> {
  await client.query("update record set keys = '{}' where keys <> '{}'");
  const indexed = Object.keys(INDEXES).map((collection) => `'${collection}'`);
  for await (const part of pagesOfRows(client, `where collection in (${indexed.join()})`)) {
    await client.query(
      `update record set keys = string_to_array(given.keys, E'\\x1e')
        from unnest($1::text[], $2::text[], $3::text[]) as given (collection, id, keys)
        where record.collection = given.collection and record.id = given.id and given.keys <> ''`,
      [
        part.map(({ collection }) => collection),
        part.map(({ id }) => id),
        // Every row has today's shape by now.
        part.map(({ collection, row }) =>
          keysOf({ collection, row } as { collection: Collection; row: Rows["kern"] }),
        ),
      ],
    );
  }
}

export async function storedRows(client: PoolClient): Promise<readonly StoredRow[]> {
  const rows: StoredRow[] = [];
  for await (const page of pagesOfRows(client)) rows.push(...page);
  return rows;
}

/** Every row by collection and id, or some of them, a page at a time; within a transaction. */
export async function* pagesOfRows(client: PoolClient, which = ""): AsyncGenerator<readonly StoredRow[]> {
  const query = `select collection, id, version, body from record ${which} order by collection, id`;
  for await (const page of inPages<RecordRow>(client, query))
    yield page.map(({ body, ...row }) => ({ ...row, row: JSON.parse(body) as unknown }));
}

interface RecordRow {
  readonly collection: string;
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

/** A row for the journal. */
export function asWritten({ collection, id, version, row }: StoredRow): Written {
  // A row that is stored stands in a collection, though maybe one of an older shape.
  return [collection as Collection, id, version, row];
}

function nameOf({ collection, id }: StoredRow): string {
  return `${collection} ${id}`;
}
