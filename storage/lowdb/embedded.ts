import type { Low } from "lowdb";
import type { Instant } from "../../bot/domain/calendar.ts";
import { freeCents, moved, type Pot, type PotMove } from "../../bot/domain/pot.ts";
import { checkCommit } from "../checkCommit.ts";
import type { Change, Commit, CommitOutcome, Health, OutboxItem, SendOutcome, Store } from "../store.ts";
import { outcomeAndRow } from "../settled.ts";
import { prepareCommit, prepareSettled } from "./commitFrame.ts";
import type { Group, Journal } from "./journal.ts";
import type { FolderLock } from "./lock.ts";
import { tableOf, type Model } from "./model.ts";
import { ModelReader } from "./modelReader.ts";
import type { Entry, Pending, Settled } from "./pending.ts";
import type { JournalAdapter } from "./adapter.ts";
import type { StoredText } from "./table.ts";
import { sentenceOf } from "./trouble.ts";

export interface EmbeddedParts {
  readonly low: Low<Model>;
  readonly adapter: JournalAdapter;
  readonly lock: FolderLock;
  readonly journal: Journal<Entry>;
  readonly pending: Pending;
  /** Milliseconds between two tries to get a failed disk going again. */
  readonly retryAfterMs: number;
  /** Commits are refused while more than this many bytes wait for the disk. */
  readonly maxWaitingBytes: number;
  /** A checkpoint is made when this much of the journal stands behind the last one. */
  readonly checkpointAfter: { readonly frames: number; readonly bytes: number };
}

type Drawn =
  | { readonly changes: readonly Change[] }
  | { readonly refused: CommitOutcome; readonly group: Group | undefined };

const COMMITTED: CommitOutcome = { kind: "committed" };
const CONFLICT: CommitOutcome = { kind: "conflict" };

/** The store in one data folder, for one process. Made by `openEmbeddedStore`. */
export class EmbeddedStore extends ModelReader implements Store {
  readonly #low: Low<Model>;
  readonly #lock: FolderLock;
  readonly #journal: Journal<Entry>;
  readonly #pending: Pending;
  readonly #adapter: JournalAdapter;
  readonly #settings: EmbeddedParts;
  #checkpointFailure: unknown;
  #retryAt = 0;
  #retry: NodeJS.Timeout | undefined;
  #closing: Promise<void> | undefined;

  constructor(parts: EmbeddedParts) {
    super();
    this.#low = parts.low;
    this.#lock = parts.lock;
    this.#journal = parts.journal;
    this.#pending = parts.pending;
    this.#adapter = parts.adapter;
    this.#settings = parts;
    this.#adapter.sealWith(() => this.#journal.seal());
    this.#checkpointWhenDue();
  }

  protected get model(): Model {
    return this.#low.data;
  }

  async commit(commit: Commit): Promise<CommitOutcome> {
    checkCommit(commit);
    if (this.#stopped && !(await this.#writable())) return this.#unavailable();
    // From here to `append` nothing waits: what is judged is what is written on.
    if (commit.key !== undefined) {
      const kept = this.model.replies.get(commit.key);
      if (kept !== undefined) return { kind: "replayed", reply: JSON.parse(kept.json) };
      const pending = this.#pending.key(commit.key);
      if (pending !== undefined) {
        const durable = await pending.group.done;
        return durable ? { kind: "replayed", reply: JSON.parse(pending.replyJson) } : this.#unavailable();
      }
    }
    const clash = this.#clash(commit.changes);
    if (clash === "conflict") return CONFLICT;
    if (clash !== undefined) return (await clash.done) ? CONFLICT : this.#unavailable();
    const drawn = this.#draw(commit.moves ?? []);
    if ("refused" in drawn) {
      // Judged against what may not be on disk yet: only a durable pot may be the reason of a refusal.
      const durable = (await drawn.group?.done) ?? true;
      return durable ? drawn.refused : this.#unavailable();
    }
    if (this.#journal.waitingBytes > this.#settings.maxWaitingBytes) {
      return { kind: "unavailable", why: "the disk is too slow for what is asked now" };
    }
    const whole =
      drawn.changes.length === 0 ? commit : { ...commit, changes: [...commit.changes, ...drawn.changes] };
    return (await this.#append(whole).done) ? COMMITTED : this.#failed();
  }

  async claim(limit: number, _owner: string, leaseMs: number, now: Instant): Promise<readonly OutboxItem[]> {
    return this.model.outbox.claim(limit, leaseMs, Date.parse(now));
  }

  async settle(id: string, outcome: SendOutcome, now: Instant): Promise<void> {
    const left = outcomeAndRow(outcome);
    const after = this.model.outbox.settled(id, outcome, now);
    if (after === undefined) return;
    this.model.outbox.hold(id);
    await this.#journalSettled({ id, at: now, after, ...left });
  }

  async health(): Promise<Health> {
    if (this.#stopped && !(await this.#writable())) return { ok: false, why: this.#why() };
    const { headFailure } = this.#journal;
    if (headFailure !== undefined) return { ok: false, why: `the head file: ${sentenceOf(headFailure)}` };
    if (this.#checkpointFailure !== undefined) {
      return { ok: false, why: `no checkpoint could be made: ${sentenceOf(this.#checkpointFailure)}` };
    }
    return { ok: true };
  }

  /** Makes a checkpoint now. Rejects when it fails; nothing is lost then, the journal holds everything. */
  async checkpoint(): Promise<void> {
    try {
      await this.#low.write();
      this.#checkpointFailure = undefined;
    } catch (error) {
      this.#checkpointFailure = error;
      throw error;
    }
  }

  /** Writes what waits, ends the journal in order and lets go of the folder. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  #append(commit: Commit): Group {
    const { fields, effect } = prepareCommit(commit, (collection, id) => this.#newest(collection, id)?.json);
    for (const { id } of effect.outbox) {
      if (this.model.outbox.has(id) || this.#pending.hasMessage(id)) {
        throw new TypeError(`message ${id} is in the outbox already`);
      }
    }
    const commitEffect = { ...effect, lsn: this.#journal.nextLsn };
    const group = this.#journal.append(fields, { commit: commitEffect });
    this.#pending.add(commitEffect, group);
    this.#checkpointWhenDue();
    return group;
  }

  #checkpointWhenDue(): void {
    const { frames, bytes } = this.#journal.sinceSeal;
    const due = this.#settings.checkpointAfter;
    // A checkpoint copies the snapshot: a large store makes fewer, so that a commit's share of it does not grow.
    const scale = Math.max(1, this.#adapter.snapshotBytes / due.bytes);
    if (frames < due.frames * scale && bytes < due.bytes * scale) return;
    if (this.#stopped || this.#adapter.writing !== undefined) return;
    // Its failure is for `health`; the next one is tried after as many frames again.
    void this.checkpoint().catch(() => undefined);
  }

  /** The first row with another version than expected; the group it waits in when it is not on disk yet. */
  #clash(changes: readonly Change[]): Group | "conflict" | undefined {
    for (const { collection, id, expect } of changes) {
      if ((this.#newest(collection, id)?.version ?? 0) === expect) continue;
      return this.#pending.row(collection, id)?.group ?? "conflict";
    }
    return undefined;
  }

  /** Moves as changes of the pots as they are now, those that wait for the disk included. */
  #draw(moves: readonly PotMove[]): Drawn {
    const changes: Change[] = [];
    for (const move of moves.toSorted((a, b) => (a.pot < b.pot ? -1 : 1))) {
      const newest = this.#newest("pot", move.pot);
      if (newest === undefined || newest.version === 0) throw new TypeError(`there is no pot ${move.pot}`);
      const pot = JSON.parse(newest.json) as Pot;
      const row = moved(pot, move);
      if (row === undefined) {
        const refused = { kind: "overCeiling", pot: move.pot, freeCents: freeCents(pot) } as const;
        return { refused, group: this.#pending.row("pot", move.pot)?.group };
      }
      changes.push({ collection: "pot", id: move.pot, expect: newest.version, row });
    }
    return { changes };
  }

  #newest(collection: string, id: string): StoredText | undefined {
    return this.#pending.row(collection, id) ?? tableOf(this.model, collection).rows.get(id);
  }

  /** True once it is on disk; false when it is kept until the disk takes it. */
  async #journalSettled(settled: Settled): Promise<boolean> {
    if (this.#stopped) {
      this.#pending.keep(settled);
      return false;
    }
    const { delivery } = settled;
    const before = delivery && this.#newest("delivery", delivery.id);
    const { fields, written } = prepareSettled(settled, before);
    const group = this.#journal.append(fields, { settled, lsn: this.#journal.nextLsn, written });
    this.#pending.addRows(written, group);
    const durable = await group.done;
    if (!durable) this.#tryAgainLater();
    return durable;
  }

  get #stopped(): boolean {
    return this.#closing !== undefined || this.#journal.failure !== undefined;
  }

  /** Whether commits can be taken; after a failure it tries to get the disk going, at most once per pause. */
  async #writable(): Promise<boolean> {
    if (this.#closing !== undefined) return false;
    if (performance.now() < this.#retryAt) return false;
    if (!(await this.#journal.recover())) {
      this.#retryAt = performance.now() + this.#settings.retryAfterMs;
      this.#tryAgainLater();
      return false;
    }
    for (const settled of this.#pending.takeKept()) void this.#journalSettled(settled);
    return true;
  }

  #tryAgainLater(): void {
    if (this.#retry !== undefined || this.#closing !== undefined) return;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      void this.#writable();
    }, this.#settings.retryAfterMs);
    this.#retry.unref();
  }

  #failed(): CommitOutcome {
    this.#tryAgainLater();
    return this.#unavailable();
  }

  #unavailable(): CommitOutcome {
    return { kind: "unavailable", why: this.#why() };
  }

  #why(): string {
    if (this.#closing !== undefined) return "the store is closed";
    const { failure } = this.#journal;
    return failure === undefined ? "the disk failed a moment ago" : sentenceOf(failure.cause);
  }

  async #close(): Promise<void> {
    clearTimeout(this.#retry);
    await this.#adapter.writing?.catch(() => undefined); // `health` has told of its failure
    await this.#journal.end();
    await this.#lock.release();
  }
}
