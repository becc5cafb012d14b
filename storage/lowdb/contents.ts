import { createHash } from "node:crypto";
import { COLLECTIONS } from "../rows.ts";
import type { AllRows } from "../../bot/domain/invariants.ts";
import type { Model } from "./model.ts";
import { inOrder } from "./outbox.ts";
import { messageLine, replyLine, rowLine } from "./snapshot.ts";

/** What a store holds, in figures that two equal stores share and two different ones do not. */
export interface Contents {
  readonly rows: number;
  readonly messages: number;
  readonly replies: number;
  /** SHA-256 over every row with its version and every waiting message, in a fixed order. */
  readonly sha256: string;
  /** The same over the kept replies, which a checkpoint may thin out. */
  readonly repliesSha256: string;
}

export function contentsOf(model: Model): Contents {
  const state = createHash("sha256");
  let rows = 0;
  for (const [collection, table] of [...model.tables].sort(byName)) {
    for (const [id, { version, json }] of [...table.rows].sort(byName)) {
      state.update(`${rowLine(collection, id, version, json)}\n`);
      rows++;
    }
  }
  const messages = [...model.outbox.items()].sort(inOrder);
  for (const item of messages) state.update(`${messageLine(item)}\n`);
  const replies = createHash("sha256");
  for (const [key, reply] of [...model.replies].sort(byName)) replies.update(`${replyLine(key, reply)}\n`);
  return {
    rows,
    messages: messages.length,
    replies: model.replies.size,
    sha256: state.digest("hex"),
    repliesSha256: replies.digest("hex"),
  };
}

/** Every row as plain data, for rules that look at all of them together. */
export function allRowsOf(model: Model): AllRows {
  const entries = COLLECTIONS.map((name) => {
    const texts = model.tables.get(name)?.sorted() ?? [];
    return [name, texts.map(({ json }) => JSON.parse(json) as unknown)];
  });
  // Each collection's table holds that collection's rows only.
  return Object.fromEntries(entries) as AllRows;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
