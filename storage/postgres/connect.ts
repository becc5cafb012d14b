import { Pool, types } from "pg";

/** Says what went wrong on a connection that nobody waits for at that moment. */
export type Tell = (error: Error) => void;

const MOST_CONNECTIONS = 10;
/** Nothing waits longer than this, in milliseconds: a press is answered within four seconds. */
const TIMEOUTS = { connect: 2_000, statement: 5_000, lock: 2_000, idleInTransaction: 10_000 };

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

/** Connections to one database. Made lazily, and made again after the server was away. */
export function connect(url: string, tell: Tell): Pool {
  const pool = new Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    application_name: "kernwijzer",
    connectionTimeoutMillis: TIMEOUTS.connect,
    statement_timeout: TIMEOUTS.statement,
    lock_timeout: TIMEOUTS.lock,
    idle_in_transaction_session_timeout: TIMEOUTS.idleInTransaction,
    keepAlive: true,
    options: Object.entries(SESSION)
      .map(([name, value]) => `-c ${name}=${value.replaceAll(" ", "\\ ")}`)
      .join(" "),
    types: { getTypeParser },
  });
  // Without a listener the end of an idle or a lent-out connection ends the process.
  pool.on("error", tell);
  pool.on("connect", (client) => client.on("error", tell));
  return pool;
}

/** SQLSTATE of a refusal by the server; undefined when the server did not answer at all. */
export function sqlStateOf(error: unknown): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Whether the server is away or takes no work now: connections (08), resources (53), shutdown and time-outs (57). */
export function isAway(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state === undefined) return error instanceof Error && !(error instanceof TypeError);
  return /^(08|53|57|25P0[34])/.test(state) || state === "55P03";
}

/** A row has another version than expected. */
export function isConflict(error: unknown): boolean {
  return sqlStateOf(error) === "KW001";
}

/** Two transactions met: nothing was stored, and the same work may be done again. */
export function isRace(error: unknown): boolean {
  return isConflict(error) || ["40001", "40P01"].includes(sqlStateOf(error) ?? "");
}
