import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { runner } from "node-pg-migrate";
import type { Pool } from "pg";
import { SCHEMA, type Schema } from "../migrations.ts";
import { StoreRefused } from "../refused.ts";
import { connect, isAway, sqlStateOf, type Tell } from "./connect.ts";
import { migrateRows } from "./migrateRows.ts";
import { PostgresStore } from "./store.ts";

export interface PostgresOptions {
  /** Hears of connections that break while nobody waits for them. */
  readonly tell: Tell;
  readonly schema?: Schema;
}

const UNDEFINED_TABLE = "42P01";

/**
 * Makes a new, empty store in a database that has none. The only way a store comes into being: opening a database
 * without one refuses. Throws `StoreRefused`.
 */
export async function initPostgresStore(
  url: string,
  { tell, schema = SCHEMA }: PostgresOptions,
): Promise<void> {
  await withPool(url, tell, async (pool) => {
    await migrateTables(url);
    const { rowCount } = await pool.query(
      "insert into store (id, schema) values ($1, $2) on conflict do nothing",
      [randomUUID(), schema.version],
    );
    if (rowCount === 0)
      throw new StoreRefused("notEmpty", `${nameOf(url)} holds a store already. Nothing was changed.`);
  });
}

/** Opens the store in a database; any number of instances may. Throws `StoreRefused` with a sentence. */
export async function openPostgresStore(url: string, options: PostgresOptions): Promise<PostgresStore> {
  const { tell, schema = SCHEMA } = options;
  const pool = connect(url, tell);
  try {
    const storeId = await recognise(pool, url, schema);
    const newId = () => randomBytes(16).toString("base64url");
    return new PostgresStore({ pool, storeId, schema, newId, tell });
  } catch (error) {
    await pool.end();
    throw refusal(error, url);
  }
}

/** A pool and the id of the store, for work that only reads. Throws `StoreRefused` when there is none. */
export function withStore<T>(
  url: string,
  tell: Tell,
  work: (pool: Pool, storeId: string) => Promise<T>,
): Promise<T> {
  return withPool(url, tell, async (pool) => work(pool, await recognise(pool, url, SCHEMA)));
}

/** A pool for one piece of work; what the database refuses becomes a sentence. */
export async function withPool<T>(url: string, tell: Tell, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = connect(url, tell);
  try {
    return await work(pool);
  } catch (error) {
    throw refusal(error, url);
  } finally {
    await pool.end();
  }
}

/** The id of the store there, with its tables and rows brought to today's shape. */
async function recognise(pool: Pool, url: string, schema: Schema): Promise<string> {
  const { rows } = await pool.query<{ id: string; schema: number }>("select id, schema from store");
  const [store] = rows;
  if (!store) throw noStore(url);
  if (store.schema > schema.version) {
    throw new StoreRefused(
      "newerSchema",
      `The store in ${nameOf(url)} was written by a newer Kernwijzer (schema ${store.schema}; this one reads up to ` +
        `${schema.version}). Start the newer version, or restore a backup from before it.`,
    );
  }
  await migrateTables(url);
  await migrateRows(pool, schema);
  return store.id;
}

/** Brings the tables to today's shape; one instance at a time, the others wait. */
async function migrateTables(url: string): Promise<void> {
  await runner({
    databaseUrl: url,
    dir: join(import.meta.dirname, "migrations"),
    direction: "up",
    migrationsTable: "table_migration",
    log: () => undefined,
  });
}

function refusal(error: unknown, url: string): unknown {
  if (sqlStateOf(error) === UNDEFINED_TABLE) return noStore(url);
  if (error instanceof StoreRefused || !isAway(error)) return error;
  return new StoreRefused(
    "unreachable",
    `${nameOf(url)} does not answer. Check DATABASE_URL, and that the database runs and may be reached from here.`,
    error,
  );
}

function noStore(url: string): StoreRefused {
  return new StoreRefused(
    "noStore",
    `There is no store in ${nameOf(url)}. Run "kernwijzer init" to make one, or check DATABASE_URL.`,
  );
}

/** The database by name and place, without user and password. */
export function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `the database ${pathname.slice(1) || "(without a name)"} at ${host}`;
}
