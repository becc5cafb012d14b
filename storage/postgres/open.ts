import { randomBytes, randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { SCHEMA, type Schema } from "../migrations.ts";
import { StoreRefused } from "../refused.ts";
import { ask, AT_WORK, connect, UNHURRIED, type Tell, type TimeOuts } from "./connect.ts";
import { migrateRows } from "./migrateRows.ts";
import { makeTables, tablesOf } from "./migrateTables.ts";
import { shapeOf } from "./shape.ts";
import { PostgresReader } from "./reader.ts";
import { INSTANCE, PostgresStore } from "./store.ts";
import { isUnavailable, sentenceOf, sqlStateOf } from "./trouble.ts";

export interface PostgresOptions {
  /** Hears of connections that break while nobody waits for them. */
  readonly tell: Tell;
  readonly schema?: Schema;
  readonly timeOuts?: TimeOuts;
}

const UNDEFINED_TABLE = "42P01";
/** Names connections that are no instance's. */
export const READING = "kernwijzer";

/**
 * Makes a new, empty store in a database that has none. The only way a store comes into being: opening a database
 * without one refuses. Throws `StoreRefused`.
 */
export function initPostgresStore(url: string, { tell, schema }: PostgresOptions): Promise<void> {
  return withPool(url, tell, async (pool) => {
    await makeTables(pool);
    if (!(await addStore(pool, schema))) throw holdsOne(url);
  });
}

/** Puts a store's one row there; false when there is one. Until it is there, a database holds no store. */
export async function addStore(connection: Pick<Pool, "query">, schema?: Schema): Promise<boolean> {
  const shape = shapeOf(schema);
  const { rowCount } = await connection.query(
    "insert into store (id, schema, indexes) values ($1, $2, $3) on conflict do nothing",
    [randomUUID(), shape.schema, shape.indexes],
  );
  return rowCount === 1;
}

/**
 * Opens the store in a database, brought to today's shape; any number of instances may. Throws `StoreRefused` with a
 * sentence.
 */
export async function openPostgresStore(url: string, options: PostgresOptions): Promise<PostgresStore> {
  const { tell, schema = SCHEMA, timeOuts = AT_WORK } = options;
  const storeId = await withPool(url, tell, async (pool) => {
    const { id, tables } = await recognise(pool, url, schema);
    if (tables === "older") await makeTables(pool);
    await migrateRows(pool, schema);
    return id;
  });
  const name = `${INSTANCE}${randomBytes(9).toString("base64url")}`;
  return new PostgresStore({ pool: connect(url, name, tell, timeOuts), name, storeId, schema, tell });
}

/** Opens the store in a database for reading, also while the product runs. Throws `StoreRefused`. */
export async function openPostgresReader(url: string, tell: Tell): Promise<PostgresReader> {
  await withStore(url, tell, () => Promise.resolve());
  return new PostgresReader(connect(url, READING, tell, UNHURRIED), SCHEMA);
}

/** Connections and the id of the store, for work that goes through all of it and changes none. Throws `StoreRefused`. */
export function withStore<T>(
  url: string,
  tell: Tell,
  work: (pool: Pool, storeId: string) => Promise<T>,
): Promise<T> {
  return withPool(url, tell, async (pool) => {
    const { id, schema, tables } = await recognise(pool, url, SCHEMA);
    if (tables === "current" && schema === SCHEMA.version) return work(pool, id);
    throw new StoreRefused(
      "olderSchema",
      `The store in ${nameOf(url)} was written by an older Kernwijzer. Start this one first: that brings it forward.`,
    );
  });
}

/** Connections for one piece of work that takes as long as it takes; what the database refuses becomes a sentence. */
export async function withPool<T>(url: string, tell: Tell, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = connect(url, READING, tell, UNHURRIED);
  try {
    return await work(pool);
  } catch (error) {
    throw refusal(error, url);
  } finally {
    await pool.end();
  }
}

/** The store there, and how its tables compare with today's. Throws `StoreRefused` when there is none, or a newer one. */
async function recognise(pool: Pool, url: string, known: Schema) {
  const [store] = await ask<{ id: string; schema: number }>(pool, "select id, schema from store");
  if (!store) throw noStore(url);
  const tables = await tablesOf(pool);
  if (store.schema > known.version || tables === "newer") {
    throw new StoreRefused(
      "newerSchema",
      `The store in ${nameOf(url)} was written by a newer Kernwijzer (schema ${store.schema}; this one reads up to ` +
        `${known.version}). Start the newer version, or restore a backup from before it.`,
    );
  }
  return { ...store, tables };
}

/** What a failure of the database is in a sentence; any other error as it is. */
export function refusal(error: unknown, url: string): unknown {
  if (sqlStateOf(error) === UNDEFINED_TABLE) return noStore(url);
  if (!isUnavailable(error)) return error;
  return new StoreRefused(
    "unreachable",
    `${nameOf(url, "The")} ${sentenceOf(error)}. Check DATABASE_URL, and that the database runs and may be reached from here.`,
    error,
  );
}

export function holdsOne(url: string): StoreRefused {
  return new StoreRefused("notEmpty", `${nameOf(url, "The")} holds a store already. Nothing was changed.`);
}

function noStore(url: string): StoreRefused {
  return new StoreRefused(
    "noStore",
    `There is no store in ${nameOf(url)}. Run "kernwijzer init" to make one, or check DATABASE_URL.`,
  );
}

/** The database by name and place, without user and password. */
export function nameOf(url: string, article = "the"): string {
  const { host, pathname } = new URL(url);
  return `${article} database ${pathname.slice(1) || "(without a name)"} at ${host}`;
}
