import type { Pool } from "pg";
import type { JournalRecord, RecordedChange } from "../journal.ts";
import type { JournalEntry, SendOutcome } from "../store.ts";
import type { Written } from "./commitStatement.ts";
import { hashOf, type Entry } from "./seal.ts";

/** An entry with its place in the hash chain. */
export interface Sealed extends Entry {
  readonly lsn: number;
  readonly hash: string;
  readonly schema: number;
}

const AT_ONCE = 1_000;

/** The sealed journal from the first entry on, a page at a time. */
export async function* sealedEntries(pool: Pool): AsyncGenerator<readonly Sealed[]> {
  for (let from = 0; ;) {
    const { rows } = await pool.query<Sealed>(
      `select lsn, hash, seq, schema, kind, key, body, reply from seal join journal using (seq)
        where lsn > $1 order by lsn limit ${AT_ONCE}`,
      [from],
    );
    if (rows.length === 0) return;
    yield rows;
    from = rows.at(-1)?.lsn ?? from;
  }
}

/** What is wrong with the chain at this entry; undefined when it follows on the one before it. */
export function brokenAt(before: { lsn: number; hash: string }, entry: Sealed): string | undefined {
  if (entry.lsn !== before.lsn + 1) return `journal entry ${before.lsn + 1} is missing`;
  if (entry.hash !== hashOf(before.hash, entry.lsn, entry)) {
    return `journal entry ${entry.lsn} is not what was sealed: it, or one before it, was altered`;
  }
  return undefined;
}

/** The audit trail from the first act on, in order. Throws where the chain is broken. */
export async function* exportJournal(pool: Pool, storeId: string): AsyncGenerator<JournalRecord> {
  let before = { lsn: 0, hash: storeId };
  // Each act is stored with the rows after it; a row before it is what the act before left behind.
  const last = new Map<string, unknown>();
  for await (const entries of sealedEntries(pool)) {
    for (const entry of entries) {
      const broken = brokenAt(before, entry);
      if (broken !== undefined) throw new Error(broken);
      before = entry;
      yield recordOf(entry, last);
    }
  }
}

function recordOf({ lsn, hash, kind, body }: Sealed, last: Map<string, unknown>): JournalRecord {
  const parts: unknown = JSON.parse(body);
  switch (kind) {
    case "act": {
      const { j, w, o } = parts as { j: JournalEntry; w: readonly Written[]; o: readonly string[] };
      return { lsn, hash, kind, entry: j, changes: w.map((written) => changeOf(written, last)), messages: o };
    }
    case "send": {
      const { id, at, outcome } = parts as { id: string; at: string; outcome: SendOutcome };
      return { lsn, hash, kind, message: id, at, outcome };
    }
    case "opened":
      return { lsn, hash, kind, ...(parts as { epoch: number; schema: number }) };
    case "closed":
      return { lsn, hash, kind };
  }
}

function changeOf([collection, id, version, after]: Written, last: Map<string, unknown>): RecordedChange {
  const name = `${collection} ${id}`;
  const before = last.get(name) ?? null;
  last.set(name, after);
  return { collection, id, version, before, after };
}
