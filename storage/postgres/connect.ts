import { Pool, types, type PoolClient, type QueryConfig, type QueryResultRow } from "pg";
import { AnswerLost, isBroken, NotReached, sqlStateOf } from "./trouble.ts";

/** Says what went wrong on a connection that nobody waits for at that moment. */
export type Tell = (error: Error) => void;

/** The longest that something may take, in milliseconds; 0 is as long as it takes. */
export interface TimeOuts {
  readonly connect: number;
  readonly statement: number;
  readonly lock: number;
  /** Counted here: later than the server's own, which ends what it does. Then the connection is given up. */
  readonly answer: number;
}

/** For the product: a press is answered within four seconds. */
export const AT_WORK: TimeOuts = { connect: 2_000, statement: 5_000, lock: 2_000, answer: 7_000 };
/** For what goes through the whole store. */
export const UNHURRIED: TimeOuts = { connect: 5_000, statement: 0, lock: 10_000, answer: 0 };

const MOST_CONNECTIONS = 10;
const IDLE_IN_TRANSACTION = 10_000;

const SESSION = {
  // Acknowledged means durable, whatever the server's own default is.
  synchronous_commit: "on",
  default_transaction_isolation: "read committed",
  // The statements are few, small and always the same: planning them again costs more than it gains.
  plan_cache_mode: "force_generic_plan",
};

// Counts and versions are far below 2^53; the driver would hand them over as text.
const INT8 = 20;

function getTypeParser(oid: number, format?: "text" | "binary"): (value: string) => unknown {
  return oid === INT8 ? Number : (types.getTypeParser(oid, format) as (value: string) => unknown);
}

/** Connections to one database. Made when they are needed, and made again after the server was away. */
export function connect(url: string, name: string, tell: Tell, timeOuts: TimeOuts): Pool {
  const pool = new Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    application_name: name,
    connectionTimeoutMillis: timeOuts.connect,
    statement_timeout: timeOuts.statement,
    lock_timeout: timeOuts.lock,
    query_timeout: timeOuts.answer,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
    keepAlive: true,
    options: Object.entries(SESSION)
      .map(([setting, value]) => `-c ${setting}=${value.replaceAll(" ", "\\ ")}`)
      .join(" "),
    types: { getTypeParser },
  });
  // Without a listener the end of an idle or a lent-out connection ends the process.
  pool.on("error", tell);
  pool.on("connect", (client) => client.on("error", tell));
  return pool;
}

/**
 * Lends out a connection for one piece of work. Rejects with `NotReached` when there is none to be had, and with
 * `AnswerLost` when it breaks while something was asked.
 */
export async function withConnection<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new NotReached(error);
  });
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    // What the server refused leaves the connection as it was; after anything else it is not used again.
    client.release(isBroken(error) || sqlStateOf(error) === undefined);
    if (!isBroken(error)) throw error;
    // The driver keeps the server's process number, and does not say so in its types.
    throw new AnswerLost(error, (client as PoolClient & { readonly processID?: number }).processID);
  }
}

/** The rows that one statement answers; see `withConnection` for how it fails. */
export function ask<Row extends QueryResultRow>(pool: Pool, query: QueryConfig | string): Promise<Row[]> {
  return withConnection(pool, async (client) => (await client.query<Row>(query)).rows);
}

/** All of it is stored when this resolves, or nothing. */
export function inTransaction<T>(
  pool: Pool,
  begin: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  return withConnection(pool, async (client) => {
    await client.query(begin);
    try {
      const result = await work(client);
      await client.query("commit");
      return result;
    } catch (error) {
      if (!isBroken(error)) await client.query("rollback");
      throw error;
    }
  });
}
