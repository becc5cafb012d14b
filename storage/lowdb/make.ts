import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Schema } from "../migrations.ts";
import type { Disk } from "./disk.ts";
import { checkLocal, checkWritable, remainsOfMaking } from "./folder.ts";
import { encodeHead } from "./head.ts";
import { Journal } from "./journal.ts";
import { HEAD, LOCK, STORE_ID, syncFolder, writeDurably } from "./layout.ts";
import { lockFolder } from "./lock.ts";
import { emptyModel } from "./model.ts";
import { unwritable } from "./refusals.ts";

export interface MakeSettings {
  readonly disk: Disk;
  readonly schema: Schema;
  readonly minFreeBytes: number;
}

/** What a new store holds from its first frame on. */
export interface Filling {
  /** Puts it into the journal. */
  readonly fill: (journal: Journal<never>) => Promise<void>;
  /** Rejects when what is in the folder now is not what it should be. */
  readonly prove: (store: string) => Promise<void>;
}

const EMPTY: Filling = { fill: () => Promise.resolve(), prove: () => Promise.resolve() };

/**
 * Makes a new store in an empty or absent folder, or in one where that was begun before and broken off. Its id comes
 * last, when what it holds is proven: until then there is no store in the folder. Throws `StoreRefused`.
 */
export async function makeStore(folder: string, settings: MakeSettings, filling = EMPTY): Promise<void> {
  await remainsOfMaking(folder);
  await mkdir(folder, { recursive: true });
  await checkWritable(folder);
  await checkLocal(folder);
  const lock = await lockFolder(folder);
  try {
    // Looked at again now that nobody else can be making a store here.
    for (const name of await remainsOfMaking(folder)) if (name !== LOCK) await rm(join(folder, name));
    const store = randomUUID();
    await writeJournal(folder, store, settings, filling);
    await filling.prove(store);
    await writeDurably(folder, STORE_ID, `${store}\n`);
    await syncFolder(dirname(resolve(folder)));
  } finally {
    await lock.release();
  }
}

async function writeJournal(
  folder: string,
  store: string,
  { disk, schema: { version: schema }, minFreeBytes }: MakeSettings,
  { fill }: Filling,
): Promise<void> {
  const { position } = emptyModel(store, schema);
  await writeDurably(folder, HEAD, encodeHead(position));
  const listener = { durable: () => undefined, dropped: () => undefined };
  const settings = { folder, disk, store, schema, minFreeBytes, listener };
  const journal = await Journal.begin<never>(settings, position, 0);
  try {
    await fill(journal);
  } catch (error) {
    await journal.end();
    throw error;
  }
  if (!(await journal.end())) throw unwritable(folder, journal.failure?.cause);
}
