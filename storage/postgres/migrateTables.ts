import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { runner } from "node-pg-migrate";
import type { Pool } from "pg";
import { ask, withConnection } from "./connect.ts";

const FOLDER = join(import.meta.dirname, "migrations");
const TABLE = "table_migration";

/** How the tables there compare with those that this code knows. */
export async function tablesOf(pool: Pool): Promise<"current" | "older" | "newer"> {
  const done = new Set(
    (await ask<{ name: string }>(pool, `select name from ${TABLE}`)).map(({ name }) => name),
  );
  const known = new Set((await readdir(FOLDER)).map((file) => file.replace(/\.sql$/, "")));
  if (!done.isSubsetOf(known)) return "newer";
  return done.size === known.size ? "current" : "older";
}

/** Makes the tables, or what is missing of them. One instance at a time; others that come meanwhile wait. */
export async function makeTables(pool: Pool): Promise<void> {
  await withConnection(pool, (dbClient) =>
    runner({
      dbClient,
      dir: FOLDER,
      direction: "up",
      migrationsTable: TABLE,
      advisoryLockMode: "wait",
      log: () => undefined,
    }),
  );
}
