import type { Delivery } from "../../bot/domain/delivery.ts";
import { freeCents, moved, type Pot } from "../../bot/domain/pot.ts";
import type { Official } from "../../bot/domain/official.ts";
import type { Commit, CommitOutcome, OutboxItem, SendOutcome, Versioned } from "../../storage/store.ts";

interface Waiting {
  readonly item: OutboxItem;
  readonly free: string;
  readonly dead: boolean;
}

/** What a store should do, in the plainest way: the measure for every engine's histories. Officials only. */
export class PlainStore {
  readonly officials = new Map<string, Versioned<Official>>();
  readonly pots = new Map<string, Versioned<Pot>>();
  readonly deliveries = new Map<string, Versioned<Delivery>>();
  readonly replies = new Map<string, unknown>();
  #outbox: Waiting[] = [];

  commit({ key, changes, moves = [], outbox, reply }: Commit): CommitOutcome {
    if (key !== undefined && this.replies.has(key)) return { kind: "replayed", reply: this.replies.get(key) };
    const fits = changes.every(({ id, expect }) => (this.officials.get(id)?.version ?? 0) === expect);
    if (!fits) return { kind: "conflict" };
    const drawn = new Map<string, Versioned<Pot>>();
    for (const move of moves.toSorted((a, b) => (a.pot < b.pot ? -1 : 1))) {
      const pot = this.pots.get(move.pot);
      if (!pot) throw new Error("the plain store draws on pots it has");
      const row = moved(pot.row, move);
      if (!row) return { kind: "overCeiling", pot: move.pot, freeCents: freeCents(pot.row) };
      drawn.set(move.pot, { version: pot.version + 1, row });
    }
    for (const [id, pot] of drawn) this.pots.set(id, pot);
    for (const change of changes) {
      if (change.collection !== "official") throw new Error("the plain store knows officials only");
      if (change.row === null) this.officials.delete(change.id);
      else this.officials.set(change.id, { version: change.expect + 1, row: change.row });
    }
    if (key !== undefined) this.replies.set(key, reply);
    for (const message of outbox) {
      this.#outbox.push({ item: { ...message, attempts: 0 }, free: "", dead: false });
    }
    return { kind: "committed" };
  }

  /** Every message that may be sent now, by id; they are held until `until`. */
  claim(now: string, until: string): OutboxItem[] {
    const oldest = new Map<string, Waiting>();
    for (const waiting of this.#outbox) {
      const { conversation } = waiting.item;
      if (!waiting.dead && !waiting.item.unknown && !oldest.has(conversation))
        oldest.set(conversation, waiting);
    }
    const reminders = this.#outbox.filter(({ item, dead }) => item.unknown && !dead);
    const free = [...oldest.values(), ...reminders].filter((waiting) => waiting.free <= now);
    for (const { item } of free) this.#change(item.id, { free: until });
    return byId(free.map(({ item }) => item));
  }

  settle(id: string, outcome: SendOutcome): void {
    const waiting = this.#outbox.find(({ item }) => item.id === id);
    if (waiting === undefined || waiting.dead) return;
    if (outcome.kind === "sent" && outcome.delivery) {
      const row = outcome.delivery;
      this.deliveries.set(row.id, { version: (this.deliveries.get(row.id)?.version ?? 0) + 1, row });
    }
    const item = { ...waiting.item, attempts: waiting.item.attempts + 1 };
    if (outcome.kind === "sent") this.#outbox = this.#outbox.filter((other) => other !== waiting);
    else if (outcome.kind === "dead" || (outcome.kind === "unknown" && item.unknown))
      this.#change(id, { item, dead: true });
    else if (outcome.kind === "unknown")
      this.#change(id, { item: { ...item, unknown: true }, free: outcome.remindAt });
    else this.#change(id, { item, free: outcome.notBefore });
  }

  dead(): OutboxItem[] {
    return byId(this.#outbox.filter(({ dead }) => dead).map(({ item }) => item));
  }

  #change(id: string, changes: Partial<Waiting>): void {
    this.#outbox = this.#outbox.map((waiting) =>
      waiting.item.id === id ? { ...waiting, ...changes } : waiting,
    );
  }
}

export function byId(items: readonly OutboxItem[]): OutboxItem[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}
