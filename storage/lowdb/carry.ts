import type { Instant } from "../../bot/domain/calendar.ts";
import {
  inParts,
  movedEntry,
  Tally,
  type ContentsPart,
  type StoreContents,
  type StoredMessage,
} from "../contents.ts";
import { SCHEMA } from "../migrations.ts";
import type { JournalEntry } from "../store.ts";
import { realDisk } from "./disk.ts";
import { checkIsNoBackup } from "./folder.ts";
import type { QueuedMessage } from "./frame.ts";
import { readHead } from "./head.ts";
import type { Group, Journal } from "./journal.ts";
import { listFolder } from "./layout.ts";
import { load, readStoreId } from "./load.ts";
import { lockFolder } from "./lock.ts";
import { makeStore } from "./make.ts";
import { rowsOf } from "./migrate.ts";
import { emptyModel, type Model } from "./model.ts";
import { inOrder } from "./outbox.ts";
import { unwritable } from "./refusals.ts";
import { replay } from "./replay.ts";

/** Lends out everything in a data folder, while no process writes to it. Throws `StoreRefused`. */
export async function withFolderContents<T>(
  folder: string,
  work: (contents: StoreContents) => Promise<T>,
): Promise<T> {
  await readStoreId(folder);
  await checkIsNoBackup(folder);
  const lock = await lockFolder(folder);
  try {
    return await work(contentsIn((await load(folder)).model));
  } finally {
    await lock.release();
  }
}

function contentsIn(model: Model): StoreContents {
  const { store, position } = model;
  return { source: { store, lsn: position.lsn, hash: position.chain }, parts: () => partsOf(model) };
}

async function* partsOf(model: Model): AsyncGenerator<ContentsPart> {
  for (const rows of inParts(rowsOf(model))) yield { kind: "rows", rows };
  for (const some of inParts(model.replies)) {
    const replies = some.map(([key, { at, json }]) => ({ key, at, reply: JSON.parse(json) as unknown }));
    yield { kind: "replies", replies };
  }
  for (const some of inParts([...model.outbox.items()].sort(inOrder)))
    yield { kind: "messages", messages: some.map(storedMessage) };
}

/** Makes a store in an empty folder that holds this, once that is proven. Answers how many rows. Throws `StoreRefused`. */
export async function fillFolder(folder: string, contents: StoreContents, at: Instant): Promise<number> {
  const tally = new Tally();
  await makeStore(
    folder,
    { disk: realDisk, schema: SCHEMA, minFreeBytes: 0 },
    {
      async fill(journal) {
        const entry = movedEntry(contents.source, at);
        await onDisk(folder, journal, journal.append(commitFields(entry, [], [])));
        for await (const part of contents.parts()) {
          tally.add(part);
          await onDisk(folder, journal, appendPart(journal, entry, part));
        }
      },
      async prove(store) {
        const model = emptyModel(store, 0);
        const { segments } = await listFolder(folder);
        await replay({ folder, segments, head: await readHead(folder), model, schema: SCHEMA });
        await tally.checkSame(contentsIn(model), folder);
      },
    },
  );
  return tally.rows;
}

/** The next part is read only when this one is written: no more than one is in memory. */
async function onDisk(folder: string, journal: Journal<never>, last: Group | undefined): Promise<void> {
  if (last && !(await last.done)) throw unwritable(folder, journal.failure?.cause);
}

function appendPart(journal: Journal<never>, entry: JournalEntry, part: ContentsPart): Group | undefined {
  if (part.kind === "rows") {
    const rows = part.rows.map(
      ({ collection, id, version, row }) =>
        `["${collection}",${JSON.stringify(id)},${version},${JSON.stringify(row)},null]`,
    );
    return journal.append(commitFields(entry, rows, []));
  }
  if (part.kind === "messages") return appendMessages(journal, entry, part.messages);
  let last: Group | undefined;
  for (const { key, at, reply } of part.replies) {
    const kept = `"k":${JSON.stringify(key)},"r":${JSON.stringify(reply)}`;
    last = journal.append(`${commitFields({ ...entry, at }, [], [])},${kept}`);
  }
  return last;
}

function commitFields(entry: JournalEntry, rows: readonly string[], outbox: readonly unknown[]): string {
  return `"t":"commit","j":${JSON.stringify(entry)},"w":[${rows.join()}],"o":${JSON.stringify(outbox)}`;
}

/** The messages, and how those stood that were tried. */
function appendMessages(
  journal: Journal<never>,
  entry: JournalEntry,
  messages: readonly StoredMessage[],
): Group {
  const lsn = journal.nextLsn;
  const outbox = messages.map(({ message }) => message);
  let last = journal.append(commitFields(entry, [], outbox));
  for (const [place, stored] of messages.entries()) {
    if (stored.attempts === 0 && stored.state === "ready") continue;
    last = journal.append(settleFields(stored, [lsn, place]));
  }
  return last;
}

const UNTOLD = "as it was before the store moved";

function settleFields(stored: StoredMessage, queued: QueuedMessage["queued"]): string {
  const { message, state, attempts, triedAt, notBefore = "", why = UNTOLD } = stored;
  const tried: QueuedMessage = { message, queued, attempts, triedAt, notBefore: stored.notBefore };
  const after = {
    ready: tried,
    unknown: { ...tried, unknown: true as const },
    dead: { ...tried, dead: why },
  }[state];
  const outcome = {
    ready: { kind: "retry", notBefore, why },
    unknown: { kind: "unknown", remindAt: notBefore, why },
    dead: { kind: "dead", why },
  }[state];
  const told = { id: message.id, at: triedAt ?? "", outcome, after };
  return `"t":"settle",${JSON.stringify(told).slice(1, -1)}`;
}

function storedMessage(item: QueuedMessage): StoredMessage {
  const { message, attempts, triedAt, notBefore, unknown, dead } = item;
  const state = dead !== undefined ? "dead" : unknown ? "unknown" : "ready";
  return { message, attempts, state, triedAt, notBefore, why: dead };
}
