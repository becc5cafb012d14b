import { isDeepStrictEqual } from "node:util";
import type { Pool, PoolClient } from "pg";
import type { AllRows, Invariant } from "../../bot/domain/invariants.ts";
import type { StoredRow } from "../migrations.ts";
import { COLLECTIONS } from "../rows.ts";
import type { Written } from "./commitStatement.ts";
import { inTransaction } from "./connect.ts";
import { storedRows } from "./migrateRows.ts";
import {
  brokenAt,
  ONE_MOMENT,
  sealedEntries,
  unsealedEntries,
  writtenBy,
  type ChainEnd,
  type Sealed,
} from "./readJournal.ts";

export interface PostgresVerifyReport {
  /** One sentence per problem; none when everything is as it was written. */
  readonly problems: readonly string[];
  /** Sealed entries in the journal, from the first act on. */
  readonly entries: number;
}

/** What the journal says of each row, by collection and id; removed rows are in it with version 0. */
type Told = Map<string, Pick<StoredRow, "version" | "row">>;

/**
 * Checks the hash chain over the whole journal, that every row is what its last act left behind, and the given rules
 * over all rows. Reads only, also while the product runs: all of it as of one moment.
 */
export function verifyPostgres(
  pool: Pool,
  storeId: string,
  invariants: readonly Invariant[] = [],
): Promise<PostgresVerifyReport> {
  return inTransaction(pool, ONE_MOMENT, async (client) => {
    const told: Told = new Map();
    const { end, broken } = await followChain(client, storeId, told);
    if (broken !== undefined) return { problems: [broken], entries: end.lsn };
    for (const entry of await unsealedEntries(client)) note(told, writtenBy(entry));
    const rows = await storedRows(client);
    const problems = [...differences(rows, told), ...invariants.flatMap((holds) => holds(allRows(rows)))];
    return { problems, entries: end.lsn };
  });
}

async function followChain(
  client: PoolClient,
  storeId: string,
  told: Told,
): Promise<{ end: ChainEnd; broken?: string | undefined }> {
  let end: ChainEnd = { lsn: 0, hash: storeId };
  for await (const entries of sealedEntries(async (page) => (await client.query<Sealed>(page)).rows)) {
    for (const entry of entries) {
      const broken = brokenAt(end, entry);
      if (broken !== undefined) return { end, broken };
      end = entry;
      note(told, writtenBy(entry));
    }
  }
  return { end };
}

function note(told: Told, written: readonly Written[]): void {
  for (const [collection, id, version, row] of written) {
    const name = `${collection} ${id}`;
    // Of two acts that ended at the same moment the later may have been sealed first.
    const overtaken = version > 0 && version < (told.get(name)?.version ?? 0);
    if (!overtaken) told.set(name, { version, row });
  }
}

function* differences(rows: readonly StoredRow[], told: Told): Generator<string> {
  const gone = new Map([...told].filter(([, { version }]) => version > 0));
  for (const { collection, id, version, row } of rows) {
    const name = `${collection} ${id}`;
    const said = gone.get(name);
    gone.delete(name);
    if (said === undefined) yield `${name}: the journal does not say that it is there`;
    else if (said.version !== version || !isDeepStrictEqual(said.row, row))
      yield `${name}: it is not what the journal says`;
  }
  for (const name of gone.keys()) yield `${name}: it is gone, and the journal does not say so`;
}

function allRows(rows: readonly StoredRow[]): AllRows {
  const byCollection = Object.groupBy(rows, ({ collection }) => collection);
  const entries = COLLECTIONS.map((name) => [name, (byCollection[name] ?? []).map(({ row }) => row)]);
  // Rows are stored under their collection's name only.
  return Object.fromEntries(entries) as AllRows;
}
