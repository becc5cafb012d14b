import type { Commit, OutboxMessage } from "../store.ts";
import type { CommitEffect, WrittenText } from "./model.ts";

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
    const json = JSON.stringify(row);
    written.push({ collection, id, version, json });
    const comma = rows === "" ? "" : ",";
    rows += `${comma}["${collection}",${JSON.stringify(id)},${version},${json},${before(collection, id) ?? "null"}]`;
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
