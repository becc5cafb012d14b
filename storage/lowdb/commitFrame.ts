import type { Delivery } from "../../bot/domain/delivery.ts";
import type { Commit, OutboxMessage } from "../store.ts";
import type { CommitEffect, WrittenText } from "./model.ts";
import type { Settled } from "./pending.ts";
import type { StoredText } from "./table.ts";

/** A commit as it goes into the journal, and what it does to the model once it is there. */
export interface PreparedCommit {
  readonly fields: string;
  readonly effect: Omit<CommitEffect, "lsn">;
}

/**
 * Writes a commit as JSON, with each row before and after. The model gets that same text: the state in memory is
 * what a restart would find, and later changes to the caller's objects do not reach it.
 */
export function prepareCommit(
  commit: Commit,
  before: (collection: string, id: string) => string | undefined,
): PreparedCommit {
  const { key, changes, journal, outbox, reply } = commit;
  const written: WrittenText[] = [];
  let rows = "";
  for (const { collection, id, expect, row } of changes) {
    const version = row === null ? 0 : expect + 1;
    const one = { collection, id, version, json: JSON.stringify(row) };
    written.push(one);
    rows += `${rows === "" ? "" : ","}${rowText(one, before(collection, id))}`;
  }
  const outboxJson = outbox.length === 0 ? "[]" : JSON.stringify(outbox);
  // No key, no replay: then the reply need not be kept.
  const replyJson = key === undefined ? "" : JSON.stringify(reply ?? null);
  const kept = key === undefined ? "" : `,"k":${JSON.stringify(key)},"r":${replyJson}`;
  const fields = `"t":"commit","j":${JSON.stringify(journal)},"w":[${rows}],"o":${outboxJson}${kept}`;
  // As a key this name would become a prototype wherever rows are copied; in a text its quotes are escaped.
  // The plain search first: it finds nothing in no time, the quote it would otherwise start with stands everywhere.
  if (fields.includes("__proto__") && fields.includes('"__proto__":'))
    throw new TypeError("a commit may not carry a field named __proto__");
  const messages = outbox.length === 0 ? [] : (JSON.parse(outboxJson) as OutboxMessage[]);
  return { fields, effect: { journal, written, outbox: messages, key, replyJson } };
}

/** How a send ended as it goes into the journal, with the row of its card on top of what that row is now. */
export function prepareSettled(
  { id, at, outcome, after, delivery }: Settled,
  before: StoredText | undefined,
): { readonly fields: string; readonly written: readonly WrittenText[] } {
  const fields = `"t":"settle",${JSON.stringify({ id, at, outcome, after }).slice(1, -1)}`;
  if (delivery === undefined) return { fields, written: [] };
  const row = writtenDelivery(delivery, before?.version ?? 0);
  return { fields: `${fields},"w":[${rowText(row, before?.json)}]`, written: [row] };
}

function writtenDelivery(delivery: Delivery, version: number): WrittenText {
  return {
    collection: "delivery",
    id: delivery.id,
    version: version + 1,
    json: JSON.stringify(delivery),
  };
}

function rowText({ collection, id, version, json }: WrittenText, before = "null"): string {
  return `["${collection}",${JSON.stringify(id)},${version},${json},${before}]`;
}
