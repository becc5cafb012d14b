import { isDeepStrictEqual } from "node:util";
import type { Pool } from "pg";
import type { AllRows, Invariant } from "../../bot/domain/invariants.ts";
import { COLLECTIONS, type Collection } from "../rows.ts";
import type { Written } from "./commitStatement.ts";
import { brokenAt, sealedEntries } from "./readJournal.ts";

export interface PostgresVerifyReport {
  /** One sentence per problem; none when everything is as it was written. */
  readonly problems: readonly string[];
  /** Sealed entries in the journal, from the first act on. */
  readonly entries: number;
}

interface Last {
  readonly version: number;
  readonly row: unknown;
  readonly schema: number;
}

/**
 * Checks the hash chain over the whole journal, that every row is what its last act left behind, and the given rules
 * over all rows. Reads only, also while the product runs.
 */
export async function verifyPostgres(
  pool: Pool,
  storeId: string,
  invariants: readonly Invariant[] = [],
): Promise<PostgresVerifyReport> {
  const problems: string[] = [];
  const client = await pool.connect();
  try {
    // One moment for rows and journal alike.
    await client.query("begin isolation level repeatable read read only");
    const stored = await readRows(client);
    const last = new Map<string, Last>();
    let before = { lsn: 0, hash: storeId };
    for await (const entries of sealedEntries(pool)) {
      for (const entry of entries) {
        const broken = brokenAt(before, entry);
        if (broken !== undefined) return { problems: [broken], entries: before.lsn };
        before = entry;
        if (entry.kind !== "act") continue;
        const { w } = JSON.parse(entry.body) as { w: readonly Written[] };
        for (const [collection, id, version, row] of w) {
          last.set(`${collection} ${id}`, { version, row, schema: entry.schema });
        }
      }
    }
    const schema = (await client.query<{ schema: number }>("select schema from store")).rows[0]?.schema;
    for (const [name, { version, row }] of stored.byName) {
      const told = last.get(name);
      // An act of this very moment may be stored and not sealed yet, and older shapes were migrated since.
      if (told === undefined || told.schema !== schema || told.version < version) continue;
      if (told.version !== version || !isDeepStrictEqual(told.row, row))
        problems.push(`${name}: it is not what the journal says`);
    }
    for (const [name, told] of last) {
      if (
        told.version > 0 &&
        told.schema === schema &&
        !stored.byName.has(name) &&
        !stored.unsealed.has(name)
      )
        problems.push(`${name}: it is gone, and the journal does not say so`);
    }
    for (const invariant of invariants) problems.push(...invariant(stored.all));
    return { problems, entries: before.lsn };
  } finally {
    await client.query("rollback");
    client.release();
  }
}

async function readRows(client: { query: Pool["query"] }) {
  const { rows } = await client.query<{ collection: Collection; id: string; version: number; body: string }>(
    "select collection, id, version, body from record order by collection, id",
  );
  const byName = new Map<string, { version: number; row: unknown }>();
  const all = Object.fromEntries(COLLECTIONS.map((name): [Collection, unknown[]] => [name, []]));
  for (const { collection, id, version, body } of rows) {
    const row: unknown = JSON.parse(body);
    byName.set(`${collection} ${id}`, { version, row });
    all[collection]?.push(row);
  }
  const { rows: acts } = await client.query<{ body: string }>(
    "select body from journal where kind = 'act' and not exists (select from seal where seal.seq = journal.seq)",
  );
  const unsealed = new Set(
    acts.flatMap(({ body }) =>
      (JSON.parse(body) as { w: readonly Written[] }).w.map(([name, id]) => `${name} ${id}`),
    ),
  );
  // Rows are stored under their collection's name only.
  return { byName, all: all as unknown as AllRows, unsealed };
}
