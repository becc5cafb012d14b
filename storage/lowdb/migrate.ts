import type { Schema, StoredRow } from "../migrations.ts";
import type { OutboxMessage } from "../store.ts";
import { tableOf, type Model } from "./model.ts";

/** Brings a model forward to schema `to`, step by step. False when it was there already. */
export function migrate(model: Model, schema: Schema, to: number): boolean {
  if (model.schema >= to) return false;
  while (model.schema < to) {
    const step = schema.migrations[model.schema - 1];
    if (step === undefined) throw new Error(`no migration leads from schema ${model.schema}`);
    if (step.rows !== undefined) replaceRows(model, [...step.rows(rowsOf(model))]);
    if (step.message !== undefined) {
      for (const item of [...model.outbox.items()]) {
        // A migration keeps the fields the outbox itself needs: id and conversation.
        model.outbox.put({ ...item, message: step.message(item.message) as OutboxMessage });
      }
    }
    if (step.reply !== undefined) {
      for (const [key, { at, json }] of model.replies) {
        model.replies.set(key, { at, json: JSON.stringify(step.reply(JSON.parse(json))) });
      }
    }
    model.schema++;
  }
  return true;
}

/** Every row of a model. */
export function* rowsOf(model: Model): Generator<StoredRow> {
  for (const [collection, table] of model.tables) {
    for (const [id, { version, json }] of table.rows) {
      yield { collection, id, version, row: JSON.parse(json) as unknown };
    }
  }
}

function replaceRows(model: Model, rows: readonly StoredRow[]): void {
  for (const table of model.tables.values()) {
    for (const id of [...table.rows.keys()]) table.remove(id);
    table.changed = model.position.lsn;
  }
  for (const { collection, id, version, row } of rows) {
    tableOf(model, collection).put(id, version, JSON.stringify(row));
  }
}
