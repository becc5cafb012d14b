import { setTimeout as pause } from "node:timers/promises";
import type { Pool } from "pg";
import { withConnection } from "./connect.ts";
import { isUnavailable, type AnswerLost } from "./trouble.ts";

/** How long is asked while the database is away, and how often, in milliseconds. A restart takes a few seconds. */
const PATIENCE = 10_000;
const ASK_AGAIN = 100;

/** Ends the server's process that may still be storing the commit: only then is "not there" an answer. */
const END =
  "select pg_terminate_backend(pid, 5000) from pg_stat_activity where pid = $1 and application_name = $2";

/**
 * What became of a commit whose answer was lost: it is never done again blindly, but asked for by its key. "unknown"
 * when the database stays away.
 *
 * @param name the application name of this instance's connections
 */
export async function fateOf(
  pool: Pool,
  name: string,
  key: string,
  { process }: AnswerLost,
): Promise<"stored" | "notStored" | "unknown"> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await withConnection(pool, async (client) => {
        if (process !== undefined) await client.query(END, [process, name]);
        const { rowCount } = await client.query("select from journal where key = $1", [key]);
        return rowCount === 0 ? "notStored" : "stored";
      });
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      if (pool.ending || performance.now() > until) return "unknown";
      await pause(ASK_AGAIN);
    }
  }
}
