import type { Delivery } from "../../bot/domain/delivery.ts";
import type { SendOutcome } from "../store.ts";
import type { Position, QueuedMessage } from "./frame.ts";
import type { Group, JournalListener } from "./journal.ts";
import {
  applyCommit,
  applySettled,
  applyWritten,
  type CommitEffect,
  type Model,
  type WrittenText,
} from "./model.ts";

/** How a send ended, and what is left of the message: null when it is done. */
export interface Settled {
  readonly id: string;
  readonly at: string;
  readonly outcome: SendOutcome;
  readonly after: QueuedMessage | null;
  /** Where its card stands now. Not in the outcome: as a row it gets its version when it is journaled. */
  readonly delivery?: Delivery | undefined;
}

interface SettledEntry {
  readonly settled: Settled;
  readonly lsn: number;
  readonly written: readonly WrittenText[];
}

/** What waits for the disk. */
export type Entry = { readonly commit: CommitEffect } | SettledEntry;

interface PendingRow {
  /** 0 when the row is being removed. */
  readonly version: number;
  readonly json: string;
  /** What it was written with. */
  readonly written: readonly WrittenText[];
  readonly group: Group;
}

interface PendingKey {
  readonly group: Group;
  readonly replyJson: string;
}

/**
 * What was appended to the journal and is not on disk yet. New commits are judged against it; readers never see
 * it. On disk it becomes part of the model; when the disk fails it is forgotten, and the model is as if nothing
 * had been tried.
 */
export class Pending implements JournalListener<Entry> {
  readonly #model: Model;
  readonly #rows = new Map<string, PendingRow>();
  readonly #keys = new Map<string, PendingKey>();
  readonly #messages = new Set<string>();
  readonly #unjournaled = new Map<string, Settled>();

  constructor(model: Model) {
    this.#model = model;
  }

  row(collection: string, id: string): PendingRow | undefined {
    return this.#rows.size === 0 ? undefined : this.#rows.get(`${collection}\t${id}`);
  }

  key(key: string): PendingKey | undefined {
    return this.#keys.get(key);
  }

  hasMessage(id: string): boolean {
    return this.#messages.has(id);
  }

  add(effect: CommitEffect, group: Group): void {
    this.addRows(effect.written, group);
    if (effect.key !== undefined) this.#keys.set(effect.key, { group, replyJson: effect.replyJson });
    for (const { id } of effect.outbox) this.#messages.add(id);
  }

  addRows(written: readonly WrittenText[], group: Group): void {
    for (const { collection, id, version, json } of written) {
      this.#rows.set(`${collection}\t${id}`, { version, json, written, group });
    }
  }

  /**
   * Keeps how a send ended until the journal takes frames again: what was sent was sent. A later outcome replaces an
   * earlier one.
   */
  keep(settled: Settled): void {
    applySettled(this.#model, settled.id, settled.after);
    this.#unjournaled.set(settled.id, settled);
  }

  /** What was kept, for the journal that works again. */
  takeKept(): readonly Settled[] {
    const kept = [...this.#unjournaled.values()];
    this.#unjournaled.clear();
    return kept;
  }

  durable(entries: readonly Entry[], last: Position): void {
    for (const entry of entries) {
      if ("commit" in entry) {
        applyCommit(this.#model, entry.commit);
        this.#forget(entry.commit);
      } else {
        const { settled, lsn, written } = entry;
        applySettled(this.#model, settled.id, settled.after);
        applyWritten(this.#model, lsn, written);
        this.#forgetRows(written);
      }
    }
    this.#model.position = last;
  }

  dropped(entries: readonly Entry[]): void {
    this.#rows.clear();
    this.#keys.clear();
    this.#messages.clear();
    for (const entry of entries) if ("settled" in entry) this.keep(entry.settled);
  }

  #forget(effect: CommitEffect): void {
    this.#forgetRows(effect.written);
    if (effect.key !== undefined) this.#keys.delete(effect.key);
    for (const { id } of effect.outbox) this.#messages.delete(id);
  }

  #forgetRows(written: readonly WrittenText[]): void {
    for (const { collection, id } of written) {
      const name = `${collection}\t${id}`;
      if (this.#rows.get(name)?.written === written) this.#rows.delete(name);
    }
  }
}
