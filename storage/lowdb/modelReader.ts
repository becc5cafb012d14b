import type { Collection, RegisterCollection, Rows } from "../rows.ts";
import type { OutboxItem, Store, Versioned } from "../store.ts";
import type { Model } from "./model.ts";
import { tableOf } from "./model.ts";
import type { StoredText } from "./table.ts";

/** What can be asked of a store without changing it. */
export type StoreReader = Pick<
  Store,
  "get" | "list" | "all" | "stamp" | "replyOf" | "deadMessages" | "health" | "close"
>;

/** The reading half of the embedded store: the model holds durable state only, so nothing here waits. */
export abstract class ModelReader {
  protected abstract readonly model: Model;

  async get<C extends Collection>(collection: C, id: string): Promise<Versioned<Rows[C]> | undefined> {
    const text = tableOf(this.model, collection).rows.get(id);
    return text === undefined ? undefined : parsed(text);
  }

  async list<C extends Collection>(
    collection: C,
    index: string,
    key: string,
  ): Promise<readonly Versioned<Rows[C]>[]> {
    return tableOf(this.model, collection)
      .under(index, key)
      .map(parsed<C>);
  }

  async all<C extends Collection>(collection: C): Promise<readonly Versioned<Rows[C]>[]> {
    return tableOf(this.model, collection)
      .sorted()
      .map(parsed<C>);
  }

  async stamp(collections: readonly RegisterCollection[]): Promise<string> {
    // Lsns only grow, so the highest one changes whenever any of these collections does.
    let newest = 0;
    for (const collection of collections) newest = Math.max(newest, tableOf(this.model, collection).changed);
    return String(newest);
  }

  async replyOf(key: string): Promise<{ readonly reply: unknown } | undefined> {
    const kept = this.model.replies.get(key);
    return kept === undefined ? undefined : { reply: JSON.parse(kept.json) };
  }

  async deadMessages(): Promise<readonly OutboxItem[]> {
    return this.model.outbox.dead();
  }
}

function parsed<C extends Collection>({ version, json }: StoredText): Versioned<Rows[C]> {
  // A collection's table holds that collection's rows only.
  return { version, row: JSON.parse(json) as Rows[C] };
}
