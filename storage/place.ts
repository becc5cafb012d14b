import type { Instant } from "../bot/domain/calendar.ts";
import type { Invariant } from "../bot/domain/invariants.ts";
import type { StoreContents } from "./contents.ts";
import type { JournalRecord } from "./journal.ts";
import { fillFolder, withFolderContents } from "./lowdb/carry.ts";
import { exportJournal } from "./lowdb/exportJournal.ts";
import { initEmbeddedStore, openEmbeddedStore } from "./lowdb/open.ts";
import { openEmbeddedReader } from "./lowdb/reader.ts";
import { verify } from "./lowdb/verify.ts";
import { fillDatabase, withDatabaseContents } from "./postgres/carry.ts";
import type { Tell } from "./postgres/connect.ts";
import { exportJournal as exportFromDatabase } from "./postgres/exportJournal.ts";
import {
  initPostgresStore,
  nameOf,
  openPostgresReader,
  openPostgresStore,
  withStore,
} from "./postgres/open.ts";
import { verifyPostgres } from "./postgres/verify.ts";
import type { Store } from "./store.ts";

/** Where a store is: a data folder, or the address of a database (`postgres://…`). */
export type Place = string;

/** Reading only: what `find`, `export` and `outbox` need. */
export type Readable = Pick<Store, "get" | "list" | "all" | "stamp" | "deadMessages" | "close">;

export interface Verified {
  /** One sentence per problem; none when all is as it was written. */
  readonly problems: readonly string[];
  /** Journal entries that were checked. */
  readonly entries: number;
}

export function isDatabase(place: Place): boolean {
  return /^postgres(?:ql)?:\/\//.test(place);
}

/** The place as a person may read it: an address without its password. */
export function placeName(place: Place): string {
  return isDatabase(place) ? nameOf(place) : place;
}

/** Makes a new, empty store; the only way one comes into being. Throws `StoreRefused`. */
export function initStoreAt(place: Place, tell: Tell): Promise<void> {
  return isDatabase(place) ? initPostgresStore(place, { tell }) : initEmbeddedStore(place);
}

/** Opens the store for writing. Throws `StoreRefused` with a sentence for the person who runs the product. */
export function openStoreAt(place: Place, tell: Tell): Promise<Store> {
  return isDatabase(place) ? openPostgresStore(place, { tell }) : openEmbeddedStore(place, { tell });
}

/** Opens the store for reading, also while the product runs. Throws `StoreRefused`. */
export function openReaderAt(place: Place, tell: Tell): Promise<Readable> {
  return isDatabase(place) ? openPostgresReader(place, tell) : openEmbeddedReader(place);
}

/** The audit trail from the first act on, every entry checked. Throws `StoreRefused`, also where the chain is broken. */
export function journalAt(place: Place, tell: Tell): AsyncGenerator<JournalRecord> {
  return isDatabase(place) ? exportFromDatabase(place, tell) : exportJournal(place);
}

/** Checks a store from its first journal entry on, and the given rules over all rows. Changes nothing. */
export async function verifyAt(
  place: Place,
  invariants: readonly Invariant[],
  tell: Tell,
): Promise<Verified> {
  if (isDatabase(place)) {
    return withStore(place, tell, (pool, storeId) => verifyPostgres(pool, storeId, invariants));
  }
  const { problems, frames } = await verify(place, invariants);
  return { problems, entries: frames };
}

/**
 * Makes a store in another place that holds what this one does, a part at a time; the journal stays behind. Both must be
 * out of use. Answers how many rows there are. Throws `StoreRefused`: then there is no store in the other place.
 */
export async function moveStore(from: Place, to: Place, at: Instant, tell: Tell): Promise<number> {
  const fill = (contents: StoreContents): Promise<number> =>
    isDatabase(to) ? fillDatabase(to, contents, at, tell) : fillFolder(to, contents, at);
  return isDatabase(from) ? withDatabaseContents(from, tell, fill) : withFolderContents(from, fill);
}
