import type { SendOutcome } from "../store.ts";
import type { Position, QueuedMessage } from "./frame.ts";
import type { Group, JournalListener } from "./journal.ts";
import { applyCommit, type CommitEffect, type Model } from "./model.ts";

/** How a send ended, and what is left of the message: null when it is done. */
export interface Settled {
  readonly id: string;
  readonly at: string;
  readonly outcome: SendOutcome;
  readonly after: QueuedMessage | null;
}

/** What waits for the disk. */
export type Entry = { readonly commit: CommitEffect } | { readonly settled: Settled };

interface PendingRow {
  /** 0 when the row is being removed. */
  readonly version: number;
  readonly json: string;
  readonly effect: CommitEffect;
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
    for (const { collection, id, version, json } of effect.written) {
      this.#rows.set(`${collection}\t${id}`, { version, json, effect, group });
    }
    if (effect.key !== undefined) this.#keys.set(effect.key, { group, replyJson: effect.replyJson });
    for (const { id } of effect.outbox) this.#messages.add(id);
  }

  /** Keeps how a send ended until the journal takes frames again. A later outcome replaces an earlier one. */
  keep(settled: Settled): void {
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
      if (!("commit" in entry)) continue; // the outbox knows it since the send ended
      applyCommit(this.#model, entry.commit);
      this.#forget(entry.commit);
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
    for (const { collection, id } of effect.written) {
      const name = `${collection}\t${id}`;
      if (this.#rows.get(name)?.effect === effect) this.#rows.delete(name);
    }
    if (effect.key !== undefined) this.#keys.delete(effect.key);
    for (const { id } of effect.outbox) this.#messages.delete(id);
  }
}
