import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Instant } from "../../bot/domain/calendar.ts";
import { checkSame, movedEntry, type StoreContents, type StoredMessage } from "../contents.ts";
import type { JournalEntry, SendOutcome } from "../store.ts";
import { checkEmpty, checkIsNoBackup } from "./folder.ts";
import { LOCK, STORE_ID, syncFolder } from "./layout.ts";
import { load, readStoreId } from "./load.ts";
import { lockFolder } from "./lock.ts";
import type { QueuedMessage } from "./frame.ts";
import type { CommitEffect } from "./model.ts";
import { rowsOf } from "./migrate.ts";
import { initEmbeddedStore, openEmbeddedStore } from "./open.ts";
import { inOrder } from "./outbox.ts";
import type { Settled } from "./pending.ts";

/** A frame that carries what another store held, and what it does to the model. */
export interface CarriedFrame {
  readonly fields: string;
  readonly effect: Omit<CommitEffect, "lsn">;
}

/** How a message stood that was tried before its store moved. */
export interface Carried extends Pick<Settled, "id" | "at" | "outcome"> {
  readonly after: Omit<QueuedMessage, "message" | "queued">;
}

/** Rows in one frame: far below the largest line that is read back. */
const ROWS_AT_ONCE = 500;

/** Everything in a data folder, while no process writes to it. Throws `StoreRefused`. */
export async function readFolderContents(folder: string): Promise<StoreContents> {
  await readStoreId(folder);
  await checkIsNoBackup(folder);
  const lock = await lockFolder(folder);
  try {
    return await contentsIn(folder);
  } finally {
    await lock.release();
  }
}

async function contentsIn(folder: string): Promise<StoreContents> {
  const { model } = await load(folder);
  const { store, position } = model;
  return {
    source: { store, lsn: position.lsn, hash: position.chain },
    rows: [...rowsOf(model)],
    replies: [...model.replies].map(([key, { at, json }]) => ({
      key,
      at,
      reply: JSON.parse(json) as unknown,
    })),
    messages: [...model.outbox.items()].sort(inOrder).map(storedMessage),
  };
}

/**
 * Makes a store in an empty folder that holds this. It is made in a folder within and moved up when it is proven, its
 * id last: until then the folder holds no store. Throws `StoreRefused`.
 */
export async function fillFolder(folder: string, contents: StoreContents, at: Instant): Promise<void> {
  await checkEmpty(folder);
  const within = join(folder, "filling");
  await initEmbeddedStore(within);
  const store = await openEmbeddedStore(within);
  try {
    await store.take([...framesOf(contents, at)], contents.messages.map(tried));
  } finally {
    await store.close();
  }
  checkSame(await contentsIn(within), contents, folder);
  const names = (await readdir(within)).filter((name) => name !== STORE_ID && name !== LOCK);
  for (const name of names) await rename(join(within, name), join(folder, name));
  await syncFolder(folder);
  await rename(join(within, STORE_ID), join(folder, STORE_ID));
  await rm(within, { recursive: true });
  await syncFolder(folder);
}

function* framesOf(contents: StoreContents, at: Instant): Generator<CarriedFrame> {
  const { source, rows, replies, messages } = contents;
  const entry = movedEntry(source, at);
  const nothing = { journal: entry, written: [], outbox: [], key: undefined, replyJson: "" };
  for (let from = 0; from < rows.length || from === 0; from += ROWS_AT_ONCE) {
    const written = rows
      .slice(from, from + ROWS_AT_ONCE)
      .map(({ row, ...name }) => ({ ...name, json: JSON.stringify(row) }));
    const texts = written.map(
      ({ collection, id, version, json }) =>
        `["${collection}",${JSON.stringify(id)},${version},${json},null]`,
    );
    yield { fields: fieldsOf(entry, texts, []), effect: { ...nothing, written } };
  }
  for (const { key, at: repliedAt, reply } of replies) {
    const journal = { ...entry, at: repliedAt };
    const replyJson = JSON.stringify(reply);
    const fields = `${fieldsOf(journal, [], [])},"k":${JSON.stringify(key)},"r":${replyJson}`;
    yield { fields, effect: { ...nothing, journal, key, replyJson } };
  }
  if (messages.length > 0) {
    const outbox = messages.map(({ message }) => message);
    yield { fields: fieldsOf(entry, [], outbox), effect: { ...nothing, outbox } };
  }
}

function fieldsOf(entry: JournalEntry, rows: readonly string[], outbox: readonly unknown[]): string {
  return `"t":"commit","j":${JSON.stringify(entry)},"w":[${rows.join()}],"o":${JSON.stringify(outbox)}`;
}

/** How a message stood, to be put on the one that was carried; undefined for one that was never tried. */
function tried({ message, state, attempts, triedAt, notBefore, why }: StoredMessage): Carried | undefined {
  if (attempts === 0 && state === "ready") return undefined;
  const after = {
    attempts,
    triedAt,
    notBefore,
    ...(state === "unknown" ? { unknown: true as const } : {}),
    ...(state === "dead" ? { dead: why ?? UNTOLD } : {}),
  };
  return { id: message.id, at: triedAt ?? "", outcome: outcomeOf(state, notBefore, why), after };
}

const UNTOLD = "as it was before the store moved";

function outcomeOf(state: StoredMessage["state"], moment = "", why = UNTOLD): SendOutcome {
  if (state === "dead") return { kind: "dead", why };
  if (state === "unknown") return { kind: "unknown", remindAt: moment, why };
  return { kind: "retry", notBefore: moment, why };
}

function storedMessage(item: QueuedMessage): StoredMessage {
  const { message, attempts, triedAt, notBefore, unknown, dead } = item;
  const state = dead !== undefined ? "dead" : unknown ? "unknown" : "ready";
  return { message, attempts, state, triedAt, notBefore, why: dead };
}
