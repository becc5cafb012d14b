import type { OutboxItem, SendOutcome } from "../store.ts";
import type { QueuedMessage } from "./frame.ts";

interface Lease {
  readonly from: number;
  readonly until: number;
}

/**
 * Messages on their way out, in order per conversation. Leases live in memory only: one process writes here, and
 * after a restart nobody is sending any more.
 */
export class Outbox {
  readonly #items = new Map<string, QueuedMessage>();
  /** Messages that may have arrived: they wait for their reminder, and hold up nobody. */
  readonly #unknown = new Set<string>();
  /** Ids per conversation, oldest first; given-up messages stand in `#items` only. */
  readonly #waiting = new Map<string, string[]>();
  readonly #leases = new Map<string, Lease>();

  /** Stores what a frame or snapshot says of a message: new, tried again later, or given up. */
  put(item: QueuedMessage): void {
    const { id, conversation } = item.message;
    const known = this.#items.get(id);
    this.#items.set(id, item);
    if (item.dead !== undefined || item.unknown) {
      this.#leave(id, conversation);
      if (item.dead === undefined) this.#unknown.add(id);
    } else if (known === undefined) {
      const line = this.#waiting.get(conversation);
      if (line === undefined) this.#waiting.set(conversation, [id]);
      else line.push(id);
    }
  }

  remove(id: string): void {
    const item = this.#items.get(id);
    if (item === undefined) return;
    this.#items.delete(id);
    this.#leave(id, item.message.conversation);
  }

  item(id: string): QueuedMessage | undefined {
    return this.#items.get(id);
  }

  has(id: string): boolean {
    return this.#items.has(id);
  }

  /** Everything kept, in no particular order. */
  items(): Iterable<QueuedMessage> {
    return this.#items.values();
  }

  dead(): readonly OutboxItem[] {
    return [...this.#items.values()]
      .filter((item) => item.dead !== undefined)
      .sort(inOrder)
      .map(asItem);
  }

  /** See `Store.claim`. A clock that went back moves leases and retries along, so nothing waits for the lost time. */
  claim(limit: number, leaseMs: number, now: number): readonly OutboxItem[] {
    const taken: OutboxItem[] = [];
    for (const [conversation, [id]] of this.#waiting) {
      if (taken.length >= limit) break;
      const item = id === undefined ? undefined : this.#items.get(id);
      if (item === undefined || this.#leased(item.message.id, now) || this.#waitsUntilLater(item, now))
        continue;
      taken.push(this.#take(item, leaseMs, now));
      this.#moveBack(conversation);
    }
    for (const id of this.#unknown) {
      if (taken.length >= limit) break;
      const item = this.#items.get(id);
      if (item === undefined || this.#leased(id, now) || this.#waitsUntilLater(item, now)) continue;
      taken.push(this.#take(item, leaseMs, now));
    }
    return taken;
  }

  /** What a message becomes after a send: null when it is done; undefined when it is not waiting (any more). */
  settled(id: string, outcome: SendOutcome, at: string): QueuedMessage | null | undefined {
    const item = this.#items.get(id);
    if (item === undefined || item.dead !== undefined) return undefined;
    if (outcome.kind === "sent") return null;
    const tried = { ...item, attempts: item.attempts + 1, triedAt: at };
    if (outcome.kind === "dead") return { ...tried, dead: outcome.why };
    if (outcome.kind === "unknown") {
      if (item.unknown) return { ...tried, dead: outcome.why };
      return { ...tried, unknown: true, notBefore: outcome.remindAt };
    }
    return { ...tried, notBefore: outcome.notBefore };
  }

  /** Keeps a message whose send ended from being taken until that is stored, however long the disk takes. */
  hold(id: string): void {
    this.#leases.set(id, { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY });
  }

  /** Gives a message free for the next claim. */
  release(id: string): void {
    this.#leases.delete(id);
  }

  #take(item: QueuedMessage, leaseMs: number, now: number): OutboxItem {
    this.#leases.set(item.message.id, { from: now, until: now + leaseMs });
    return asItem(item);
  }

  #leased(id: string, now: number): boolean {
    const lease = this.#leases.get(id);
    if (lease === undefined) return false;
    if (now < lease.from) this.#leases.set(id, { from: now, until: now + (lease.until - lease.from) });
    return now < lease.until;
  }

  #waitsUntilLater({ message, triedAt, notBefore }: QueuedMessage, now: number): boolean {
    if (notBefore === undefined || triedAt === undefined) return false;
    const wait = Date.parse(notBefore) - Date.parse(triedAt);
    const tried = Date.parse(triedAt);
    if (now >= tried) return now < tried + wait;
    // The clock went back: the wait starts again now, held as a lease.
    this.#leases.set(message.id, { from: now, until: now + Math.max(wait, 0) });
    const item = this.#items.get(message.id);
    if (item !== undefined)
      this.#items.set(message.id, { ...item, triedAt: undefined, notBefore: undefined });
    return wait > 0;
  }

  /** Conversations take turns: who was served goes to the end. */
  #moveBack(conversation: string): void {
    const line = this.#waiting.get(conversation);
    if (line === undefined) return;
    this.#waiting.delete(conversation);
    this.#waiting.set(conversation, line);
  }

  #leave(id: string, conversation: string): void {
    this.#leases.delete(id);
    this.#unknown.delete(id);
    const line = this.#waiting.get(conversation);
    if (line === undefined) return;
    const at = line.indexOf(id);
    if (at >= 0) line.splice(at, 1);
    if (line.length === 0) this.#waiting.delete(conversation);
  }
}

export function inOrder(a: QueuedMessage, b: QueuedMessage): number {
  return a.queued[0] - b.queued[0] || a.queued[1] - b.queued[1];
}

function asItem({ message, attempts, unknown }: QueuedMessage): OutboxItem {
  return unknown ? { ...message, attempts, unknown } : { ...message, attempts };
}
