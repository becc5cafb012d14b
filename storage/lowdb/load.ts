import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { SCHEMA, type Schema } from "../migrations.ts";
import { COLLECTIONS } from "../rows.ts";
import { isMissing, readHead } from "./head.ts";
import { listFolder, STORE_ID, type Listing } from "./layout.ts";
import { declareIndexes, emptyModel, type Model } from "./model.ts";
import type { TornTail } from "./readJournal.ts";
import { readSnapshot } from "./readSnapshot.ts";
import { damaged, newer } from "./refusals.ts";
import { StoreRefused } from "../refused.ts";
import { replay } from "./replay.ts";

/** What a data folder holds, and what was found on the way. */
export interface Loaded {
  readonly model: Model;
  readonly listing: Listing;
  /** Whether rows had to be brought to today's schema: then no snapshot on disk can be gone on from. */
  readonly migrated: boolean;
  /** What stands in the journal behind the snapshot. */
  readonly replayed: { readonly frames: number; readonly bytes: number };
  /** A write that never finished and was never confirmed. */
  readonly torn: TornTail | undefined;
  /** Damaged snapshots that were passed over: the one before, or the journal, holds the same. */
  readonly passedOver: readonly PassedOver[];
}

export interface PassedOver {
  readonly name: string;
  readonly why: string;
}

const known: ReadonlySet<string> = new Set(COLLECTIONS);

/**
 * Reads a data folder: the newest intact snapshot and the journal behind it, or the whole journal when no
 * snapshot is left. Reads only. Throws `StoreRefused` when there is no store, it was written by a newer
 * Kernwijzer, or acknowledged data is missing.
 */
export async function load(folder: string, schema: Schema = SCHEMA): Promise<Loaded> {
  const store = await readStoreId(folder);
  const head = await readHead(folder);
  const listing = await listFolder(folder);
  const { model, passedOver } = await startingPoint(folder, store, listing);
  const from = model.position.lsn;
  const { torn, migrated } = await replay({ folder, segments: listing.segments, head, model, schema });
  const replayed = { frames: model.position.lsn - from, bytes: await bytesBehind(folder, listing, from) };
  for (const [name, table] of model.tables) {
    if (table.rows.size > 0 && !known.has(name)) throw newer(folder, `it holds ${name}`, schema.version);
  }
  declareIndexes(model);
  return { model, listing, migrated, replayed, torn, passedOver };
}

/** The newest intact snapshot, or an empty model when there is none. */
async function startingPoint(
  folder: string,
  store: string,
  { snapshots }: Listing,
): Promise<{ model: Model; passedOver: readonly PassedOver[] }> {
  const passedOver: PassedOver[] = [];
  for (const { name } of snapshots) {
    const read = await readSnapshot(folder, name);
    if (typeof read === "string") {
      passedOver.push({ name, why: read });
      continue;
    }
    if (read.store !== store) throw damaged(folder, "its files belong to different stores");
    return { model: read, passedOver };
  }
  return { model: emptyModel(store, 0), passedOver };
}

async function bytesBehind(folder: string, { segments }: Listing, lsn: number): Promise<number> {
  const behind = segments.filter(({ first }) => first > lsn);
  const sizes = await Promise.all(behind.map(async ({ name }) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of the store in a folder; a folder without one is no store, not even an empty one. */
export async function readStoreId(folder: string): Promise<string> {
  try {
    const id = (await readFile(join(folder, STORE_ID), "utf8")).trim();
    if (!ID.test(id)) throw damaged(folder, `its ${STORE_ID} holds no id`);
    return id;
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new StoreRefused(
      "noStore",
      `There is no store in ${folder}: wrong folder, or a disk that is not mounted? ` +
        `Only "kernwijzer init" makes a new one.`,
      error,
    );
  }
}
