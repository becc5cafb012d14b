import type { JournalRecord, RecordedChange } from "../journal.ts";
import { StoreRefused } from "../refused.ts";
import type { Written } from "./commitStatement.ts";
import { ask, connect, UNHURRIED, type Tell } from "./connect.ts";
import { READING, refusal, withStore } from "./open.ts";
import {
  brokenAt,
  sealedEntries,
  writtenBy,
  type Act,
  type ChainEnd,
  type Sealed,
  type Send,
} from "./readJournal.ts";

/**
 * The audit trail from the first act on, in order, up to what is sealed; also while the product runs. Every entry's
 * place in the hash chain is checked before it is handed out. Throws `StoreRefused` where that fails.
 */
export async function* exportJournal(url: string, tell: Tell): AsyncGenerator<JournalRecord> {
  const storeId = await withStore(url, tell, (_pool, id) => Promise.resolve(id));
  const pool = connect(url, READING, tell, UNHURRIED);
  let before: ChainEnd = { lsn: 0, hash: storeId };
  // Each act is stored with the rows after it; a row before it is what the act before left behind.
  const last = new Map<string, unknown>();
  try {
    for await (const entries of sealedEntries((page) => ask<Sealed>(pool, page))) {
      for (const entry of entries) {
        const broken = brokenAt(before, entry);
        if (broken !== undefined) throw new StoreRefused("damaged", `The journal is damaged: ${broken}.`);
        before = entry;
        yield recordOf(entry, last);
      }
    }
  } catch (error) {
    throw refusal(error, url);
  } finally {
    await pool.end();
  }
}

function recordOf(entry: Sealed, last: Map<string, unknown>): JournalRecord {
  const { lsn, hash, kind } = entry;
  const changes = writtenBy(entry).map((one) => changeOf(one, last));
  if (kind === "send") {
    const { id, at, outcome } = JSON.parse(entry.body) as Send;
    return { lsn, hash, kind, message: id, at, outcome, changes };
  }
  const { j, o } = JSON.parse(entry.body) as Act;
  return { lsn, hash, kind, entry: j, changes, messages: o };
}

function changeOf([collection, id, version, after]: Written, last: Map<string, unknown>): RecordedChange {
  const name = `${collection} ${id}`;
  const before = last.get(name) ?? null;
  last.set(name, after);
  return { collection, id, version, before, after };
}
