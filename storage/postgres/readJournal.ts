import type { PoolClient, QueryConfig } from "pg";
import type { JournalEntry, SendOutcome } from "../store.ts";
import type { Written } from "./commitStatement.ts";
import { ENTRY, hashOf, type Entry } from "./seal.ts";

/** An entry with its place in the hash chain. */
export interface Sealed extends Entry {
  readonly lsn: number;
  readonly hash: string;
}

/** Where the chain is: the last entry of it that was read. */
export interface ChainEnd {
  readonly lsn: number;
  readonly hash: string;
}

/** What an act says of itself in its entry. */
export interface Act {
  readonly j: JournalEntry;
  readonly w: readonly Written[];
  /** Ids of its messages. */
  readonly o: readonly string[];
}

/** What is said of a message that was tried, and of its card. */
export interface Send {
  readonly id: string;
  readonly at: string;
  readonly outcome: SendOutcome;
  readonly w?: readonly Written[];
}

/** One moment for everything that is read. */
export const ONE_MOMENT = "begin isolation level repeatable read read only";

const AT_ONCE = 500;

const PAGE = `
select lsn, hash, ${ENTRY} from seal join journal using (xact, seq)
where lsn > $1 order by lsn limit ${AT_ONCE}`;

/** The sealed journal from the first entry on, a page at a time. */
export async function* sealedEntries(
  read: (page: QueryConfig) => Promise<readonly Sealed[]>,
): AsyncGenerator<readonly Sealed[]> {
  for (let from = 0; ;) {
    const entries = await read({ text: PAGE, values: [from] });
    const last = entries.at(-1);
    if (last === undefined) return;
    yield entries;
    from = last.lsn;
  }
}

/** What happened so recently that it is not sealed yet. */
export async function unsealedEntries(client: PoolClient): Promise<readonly Entry[]> {
  const { rows } = await client.query<Entry>(
    `select ${ENTRY} from journal
      where not exists (select from seal where seal.xact = journal.xact and seal.seq = journal.seq) order by seq`,
  );
  return rows;
}

/** What is wrong with the chain at this entry; undefined when it follows on the one before it. */
export function brokenAt(before: ChainEnd, entry: Sealed): string | undefined {
  if (entry.lsn !== before.lsn + 1) return `journal entry ${before.lsn + 1} is missing`;
  if (entry.hash !== hashOf(before.hash, entry.lsn, entry)) {
    return `journal entry ${entry.lsn} is not what was sealed: it, or one before it, was altered`;
  }
  return undefined;
}

/** The rows that an entry says it left behind, those of its pots and of a card that was sent included. */
export function writtenBy({ kind, body, drawn }: Entry): readonly Written[] {
  if (kind === "send") return (JSON.parse(body) as Send).w ?? [];
  const { w } = JSON.parse(body) as Act;
  return drawn === null ? w : [...w, ...(JSON.parse(drawn) as Written[])];
}
