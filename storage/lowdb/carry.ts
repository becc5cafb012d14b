import { MOVED, type StoreContents, type StoredMessage } from "../contents.ts";
import type { JournalEntry } from "../store.ts";
import { load } from "./load.ts";
import type { QueuedMessage } from "./frame.ts";
import type { CommitEffect } from "./model.ts";
import { rowsOf } from "./migrate.ts";
import { initEmbeddedStore, openEmbeddedStore } from "./open.ts";
import { inOrder } from "./outbox.ts";

/** A frame that carries what another store held, and what it does to the model. */
export interface CarriedFrame {
  readonly fields: string;
  readonly effect: Omit<CommitEffect, "lsn">;
}

/** Rows in one frame: far below the largest line that is read back. */
const ROWS_AT_ONCE = 500;

/** Everything in a data folder as it is on disk now. Throws `StoreRefused`. */
export async function readFolderContents(folder: string): Promise<StoreContents> {
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

/** Makes a store in an empty folder that holds this. Throws `StoreRefused`. */
export async function fillFolder(folder: string, contents: StoreContents, at: string): Promise<void> {
  await initEmbeddedStore(folder);
  const store = await openEmbeddedStore(folder);
  try {
    await store.take([...framesOf(contents, at)], contents.messages.map(queued));
  } finally {
    await store.close();
  }
}

function* framesOf({ source, rows, replies, messages }: StoreContents, at: string): Generator<CarriedFrame> {
  const why = `from store ${source.store}, whose journal ends at ${source.lsn} with ${source.hash}`;
  const entry: JournalEntry = { who: "kernwijzer", capacity: "", at, act: MOVED, why };
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

/** What a message was before, to be put on the one that was carried; undefined for one that was never tried. */
function queued({ message, state, attempts, triedAt, notBefore, why }: StoredMessage) {
  if (attempts === 0 && state === "ready") return undefined;
  return {
    id: message.id,
    state: {
      attempts,
      triedAt,
      notBefore,
      ...(state === "unknown" ? { unknown: true as const } : {}),
      ...(state === "dead" ? { dead: why ?? "given up" } : {}),
    },
  };
}

function storedMessage(item: QueuedMessage): StoredMessage {
  const { message, attempts, triedAt, notBefore, unknown, dead } = item;
  const state = dead !== undefined ? "dead" : unknown ? "unknown" : "ready";
  return { message, attempts, state, triedAt, notBefore, why: dead };
}
