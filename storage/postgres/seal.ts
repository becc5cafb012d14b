import { hash } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import { inTransaction, type Tell } from "./connect.ts";

/** A journal entry as it stands in the database. */
export interface Entry {
  readonly seq: number;
  readonly xact: string;
  readonly kind: "act" | "send";
  readonly key: string | null;
  readonly schema: number;
  readonly body: string;
  readonly drawn: string | null;
  readonly reply: string | null;
}

export const ENTRY = "seq, xact::text, kind, key, schema, body, drawn, reply";

/** How long after an act the hash chain is laid over it, in milliseconds. */
const SEAL_AFTER_MS = 1_000;
const AT_ONCE = 500;
/** One instance at a time lays the chain: the one that is first does it for all, and the one that ends waits. */
const UNLESS_OTHERS = "select pg_try_advisory_xact_lock(7341001) as mine";
const AFTER_OTHERS = "select true as mine from pg_advisory_xact_lock(7341001)";

/** On another server, where a dump of the store was restored, transactions count anew. */
const FROM_ELSEWHERE = `
update sealed set before = '0' where before > pg_snapshot_xmax(pg_current_snapshot())`;

/** Every transaction before this one has ended. */
const ENDED = "select pg_snapshot_xmin(pg_current_snapshot())::text as before";

/**
 * Entries that no other can come before any more: numbers are handed out before a transaction ends, so an entry
 * counts only once every older transaction has ended. One that is newer than this moment came with a dump.
 */
const UNSEALED = `
select ${ENTRY} from journal
where xact >= (select before from sealed)
  and (xact < $1::xid8 or xact >= pg_snapshot_xmax(pg_current_snapshot()))
  and not exists (select from seal where seal.xact = journal.xact and seal.seq = journal.seq)
order by seq limit ${AT_ONCE}`;

/** SHA-256 over an entry and the hash of the one before it, base64url. */
export function hashOf(before: string, lsn: number, entry: Entry): string {
  const { kind, key, schema, body, drawn, reply } = entry;
  return hash("sha256", JSON.stringify([before, lsn, kind, key, schema, body, drawn, reply]), "base64url");
}

/** Lays the hash chain over the journal, a moment after acts, so that acts need not wait for each other. */
export class Sealer {
  readonly #pool: Pool;
  readonly #storeId: string;
  readonly #tell: Tell;
  #waiting: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(pool: Pool, storeId: string, tell: Tell) {
    this.#pool = pool;
    this.#storeId = storeId;
    this.#tell = tell;
  }

  /** There may be something to seal. */
  soon(): void {
    if (this.#waiting !== undefined || this.#ended) return;
    this.#waiting = setTimeout(() => {
      this.#waiting = undefined;
      this.#seal(UNLESS_OTHERS).catch(this.#tell);
    }, SEAL_AFTER_MS);
    this.#waiting.unref();
  }

  /** Seals what can be sealed now, for the last time. */
  async finish(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#waiting);
    await this.#seal(AFTER_OTHERS);
  }

  async #seal(lock: string): Promise<void> {
    let sealed = AT_ONCE;
    while (sealed === AT_ONCE) sealed = await sealSome(this.#pool, this.#storeId, lock);
  }
}

function sealSome(pool: Pool, storeId: string, lock: string): Promise<number> {
  return inTransaction(pool, "begin", async (client) => {
    const { rows: locked } = await client.query<{ mine: boolean }>(lock);
    if (!locked[0]?.mine) return 0;
    await client.query(FROM_ELSEWHERE);
    const ended = (await client.query<{ before: string }>(ENDED)).rows[0]?.before;
    const { rows } = await client.query<Entry>(UNSEALED, [ended]);
    if (rows.length > 0) await addSeals(client, storeId, rows);
    if (rows.length < AT_ONCE) await client.query("update sealed set before = $1::xid8", [ended]);
    return rows.length;
  });
}

async function addSeals(client: PoolClient, storeId: string, entries: readonly Entry[]): Promise<void> {
  const last = await client.query<{ lsn: number; hash: string }>(
    "select lsn, hash from seal order by lsn desc limit 1",
  );
  let { lsn, hash: chain } = last.rows[0] ?? { lsn: 0, hash: storeId };
  const seals = entries.map((entry) => {
    lsn += 1;
    chain = hashOf(chain, lsn, entry);
    return { lsn, xact: entry.xact, seq: entry.seq, hash: chain };
  });
  await client.query(
    `insert into seal (lsn, xact, seq, hash)
      select lsn, xact::xid8, seq, hash from unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[])
        as given (lsn, xact, seq, hash)`,
    [
      seals.map((one) => one.lsn),
      seals.map((one) => one.xact),
      seals.map((one) => one.seq),
      seals.map((one) => one.hash),
    ],
  );
}
