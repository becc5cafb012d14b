import type { Pool, PoolClient } from "pg";
import type { Schema, StoredRow } from "../migrations.ts";
import { REGISTER, type Collection, type Rows } from "../rows.ts";
import { keysOf } from "./commitStatement.ts";

/**
 * Brings the rows and waiting messages of a store forward, step by step, in one transaction; other instances that
 * open at the same moment wait. Replies stay in the journal as they were given and are brought forward when read.
 */
export async function migrateRows(pool: Pool, schema: Schema): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query<{ schema: number }>("select schema from store for update");
    for (let at = rows[0]?.schema ?? schema.version; at < schema.version; at += 1)
      await step(client, schema, at);
    await client.query("commit");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function step(client: PoolClient, schema: Schema, at: number): Promise<void> {
  const migration = schema.migrations[at - 1];
  if (migration === undefined) throw new Error(`no migration leads from schema ${at}`);
  if (migration.rows !== undefined) await replaceRows(client, migration.rows);
  if (migration.message !== undefined) {
    const { rows } = await client.query<{ id: string; body: string }>("select id, body from message");
    for (const { id, body } of rows) {
      const message = JSON.stringify(migration.message(JSON.parse(body)));
      await client.query("update message set body = $2 where id = $1", [id, message]);
    }
  }
  await client.query("update store set schema = $1", [at + 1]);
}

async function replaceRows(
  client: PoolClient,
  migrate: (rows: Iterable<StoredRow>) => Iterable<StoredRow>,
): Promise<void> {
  const { rows } = await client.query<{ collection: string; id: string; version: number; body: string }>(
    "select collection, id, version, body from record order by collection, id",
  );
  const stored = rows.map(({ body, ...row }): StoredRow => ({ ...row, row: JSON.parse(body) as unknown }));
  const migrated = [...migrate(stored)];
  await client.query("delete from record");
  await insertRecords(client, migrated);
}

/** Writes rows as they are, versions included, and lets every instance read its register again. */
export async function insertRecords(client: PoolClient, rows: readonly StoredRow[]): Promise<void> {
  await client.query(
    `insert into record (collection, id, version, keys, body)
      select collection, id, version, string_to_array(keys, E'\\x1e'), body
      from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[])
        as given (collection, id, version, keys, body)`,
    [
      rows.map(({ collection }) => collection),
      rows.map(({ id }) => id),
      rows.map(({ version }) => version),
      // After the last step rows have today's shape; before it their keys are worked out again by the next one.
      rows.map(({ collection, row }) =>
        keysOf({ collection: collection as Collection, row: row as Rows[Collection] }),
      ),
      rows.map(({ row }) => JSON.stringify(row)),
    ],
  );
  await client.query(
    `insert into stamp (collection, changes) select name, 1 from unnest($1::text[]) as name
      on conflict (collection) do update set changes = stamp.changes + 1`,
    [REGISTER],
  );
}
