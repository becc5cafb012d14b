import { hash } from "node:crypto";
import type { Pool, PoolClient } from "pg";

/** A journal entry as it stands in the database. */
export interface Entry {
  readonly seq: number;
  readonly kind: "act" | "send" | "opened" | "closed";
  readonly key: string | null;
  readonly body: string;
  readonly reply: string | null;
}

/** Names the lock that lets one instance at a time lay the chain. */
const SEAL_LOCK = 7_341_001;
const AT_ONCE = 500;
/** An entry is at most this many places behind the last sealed one: far more than there can be transactions at once. */
const LATE = 10_000;

/**
 * Entries that no transaction can come before any more. The sequence is handed out before a transaction ends, so an
 * entry counts only once every older transaction has ended; those that come late are sealed after younger ones.
 */
const UNSEALED = `
select seq, kind, key, body, reply from journal
where seq > (select coalesce(max(seq), 0) - ${LATE} from seal)
  and not exists (select from seal where seal.seq = journal.seq)
  and xact < pg_snapshot_xmin(pg_current_snapshot())
order by seq limit ${AT_ONCE}`;

/** SHA-256 over an entry and the hash of the one before it, base64url. */
export function hashOf(before: string, lsn: number, { kind, key, body, reply }: Entry): string {
  return hash("sha256", JSON.stringify([before, lsn, kind, key, body, reply]), "base64url");
}

/** Lays the hash chain over everything that can be sealed now. Does nothing while another instance does. */
export async function seal(pool: Pool, storeId: string): Promise<void> {
  const client = await pool.connect();
  try {
    while ((await sealSome(client, storeId)) === AT_ONCE);
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function sealSome(client: PoolClient, storeId: string): Promise<number> {
  await client.query("begin");
  const lock = await client.query<{ mine: boolean }>("select pg_try_advisory_xact_lock($1) as mine", [
    SEAL_LOCK,
  ]);
  const entries = lock.rows[0]?.mine ? (await client.query<Entry>(UNSEALED)).rows : [];
  if (entries.length > 0) {
    const last = await client.query<{ lsn: number; hash: string }>(
      "select lsn, hash from seal order by lsn desc limit 1",
    );
    let { lsn, hash: chain } = last.rows[0] ?? { lsn: 0, hash: storeId };
    const seals = entries.map((entry) => {
      lsn += 1;
      chain = hashOf(chain, lsn, entry);
      return { lsn, seq: entry.seq, hash: chain };
    });
    await client.query(
      "insert into seal (lsn, seq, hash) select * from unnest($1::bigint[], $2::bigint[], $3::text[])",
      [seals.map((one) => one.lsn), seals.map((one) => one.seq), seals.map((one) => one.hash)],
    );
  }
  await client.query("commit");
  return entries.length;
}
