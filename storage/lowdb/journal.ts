import type { Disk } from "./disk.ts";
import { encodeLine, type Position } from "./frame.ts";
import { HeadWriter } from "./headWriter.ts";
import { segmentName, type SegmentName } from "./layout.ts";
import { makeSafe, takeBack } from "./makeSafe.ts";
import { unwritable } from "./refusals.ts";
import { isFull } from "./trouble.ts";
import { closeAfterFailure, SegmentWriter, type Failure } from "./segmentWriter.ts";

/** Frames that go to disk with one write and one flush. */
export interface Group {
  /** True once all of it is on disk; false when none of it counts. Never rejects. */
  readonly done: Promise<boolean>;
}

interface QueuedGroup<Entry> extends Group {
  readonly frames: Buffer[];
  readonly entries: Entry[];
  last: Position;
  bytes: number;
  /** Set when its first frame begins a new segment. */
  readonly begins: SegmentName | undefined;
  readonly settle: (durable: boolean) => void;
}

export interface JournalSettings<Entry> {
  readonly folder: string;
  readonly disk: Disk;
  readonly store: string;
  readonly schema: number;
  /** After a full disk, this much must be free before commits are taken again. */
  readonly minFreeBytes: number;
  readonly listener: JournalListener<Entry>;
}

/** Hears what became of the entries that were appended, before their groups are done. */
export interface JournalListener<Entry> {
  /** A group is on disk: its entries in order, and its last frame. */
  durable(entries: readonly Entry[], last: Position): void;
  /** The disk failed: every entry that was waiting. */
  dropped(entries: readonly Entry[]): void;
}

/**
 * The one writer of the journal. Frames are numbered and chained when they are appended, and reach the disk in
 * groups: everything that was appended during one flush goes with the next.
 *
 * After a failed write or flush nothing is written any more until `recover` has made the acknowledged part safe
 * and begun a new segment.
 */
export class Journal<Entry> {
  readonly #settings: JournalSettings<Entry>;
  readonly #segments: SegmentWriter;
  readonly #head: HeadWriter;
  #durable: Position;
  #appended: Position;
  #epoch: number;
  #groups: QueuedGroup<Entry>[] = [];
  #running = false;
  #failure: Failure | undefined;
  #recovering: Promise<boolean> | undefined;
  #waitingBytes = 0;
  #sinceSeal = { frames: 0, bytes: 0 };

  private constructor(settings: JournalSettings<Entry>, head: HeadWriter, last: Position, epoch: number) {
    this.#settings = settings;
    this.#segments = new SegmentWriter(settings.folder, settings.disk);
    this.#head = head;
    this.#durable = last;
    this.#appended = last;
    this.#epoch = epoch;
  }

  /** Begins a new segment behind `last`, in the epoch after `epoch`. Rejects with `StoreRefused` when the disk does. */
  static async begin<E>(
    settings: JournalSettings<E>,
    last: Position,
    epoch: number,
    sinceSeal = { frames: 0, bytes: 0 },
  ): Promise<Journal<E>> {
    const head = await HeadWriter.open(settings.disk, settings.folder);
    const journal = new Journal<E>(settings, head, last, epoch);
    journal.#sinceSeal = { ...sinceSeal };
    if (await journal.#beginSegment().done) return journal;
    await head.close();
    throw unwritable(settings.folder, journal.#failure?.cause);
  }

  /** The last frame that is on disk. */
  get durable(): Position {
    return this.#durable;
  }

  /** The number the next frame gets. */
  get nextLsn(): number {
    return this.#appended.lsn + 1;
  }

  /** Why nothing can be written now; undefined when all is well. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** Why the head file is behind; commits are safe without it, a missing end of the journal is noticed later. */
  get headFailure(): unknown {
    return this.#head.failure;
  }

  /** Bytes that wait for the disk. */
  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  /** What a start would have to read again: appended since the last seal, and read behind the last snapshot. */
  get sinceSeal(): { readonly frames: number; readonly bytes: number } {
    return this.#sinceSeal;
  }

  /** Adds a frame; `fields` is its JSON without the braces and without l, d and p. Never after a failure. */
  append(fields: string, entry?: Entry): Group {
    if (this.#failure !== undefined) throw new Error("the journal takes no frames after a failure");
    const group = this.#groups.at(-1) ?? this.#queue(undefined);
    const { lsn, chain } = this.#appended;
    const { bytes, hash } = encodeLine(`{"l":${lsn + 1},"d":${this.#durable.lsn},"p":"${chain}",${fields}}`);
    group.frames.push(bytes);
    if (entry !== undefined) group.entries.push(entry);
    group.bytes += bytes.length;
    group.last = this.#appended = { lsn: lsn + 1, chain: hash };
    this.#waitingBytes += bytes.length;
    this.#sinceSeal.frames++;
    this.#sinceSeal.bytes += bytes.length;
    this.#wake();
    return group;
  }

  /** Closes the current segment and goes on in a new one. Resolves with the closed one's end, if the disk took it. */
  async seal(): Promise<Position | undefined> {
    const ended = this.append(`"t":"end"`);
    const end = this.#appended;
    this.#beginSegment();
    this.#sinceSeal = { frames: 0, bytes: 0 };
    return (await ended.done) ? end : undefined;
  }

  /** Writes what waits and an end frame, then closes. False when the disk failed; what was acknowledged is safe. */
  async end(): Promise<boolean> {
    await this.#recovering;
    const ended = this.#failure === undefined && (await this.append(`"t":"end"`).done);
    await this.#segments.close();
    await this.#head.close(ended ? this.#durable : undefined);
    return ended;
  }

  /** After a failure: makes what was acknowledged safe and begins a new segment. True when writing works again. */
  recover(): Promise<boolean> {
    if (this.#failure === undefined) return Promise.resolve(true);
    if (this.#running) return Promise.resolve(false); // the failure is still being dealt with
    this.#recovering ??= this.#tryToRecover(this.#failure).finally(() => (this.#recovering = undefined));
    return this.#recovering;
  }

  async #tryToRecover(failure: Failure): Promise<boolean> {
    const { disk, folder, minFreeBytes } = this.#settings;
    try {
      // A disk that is all but full would take one small commit and refuse the next.
      if (isFull(failure.cause) && (await disk.freeBytes(folder)) < minFreeBytes) return false;
      await makeSafe(disk, folder, failure, this.#durable);
    } catch (cause) {
      this.#failure = { ...failure, cause };
      return false;
    }
    this.#failure = undefined;
    return this.#beginSegment().done;
  }

  #beginSegment(): Group {
    const { store, schema } = this.#settings;
    this.#epoch++;
    const first = this.#appended.lsn + 1;
    this.#queue({ name: segmentName(first, this.#epoch), first, epoch: this.#epoch });
    return this.append(`"t":"begin","store":"${store}","e":${this.#epoch},"s":${schema}`);
  }

  #queue(begins: SegmentName | undefined): QueuedGroup<Entry> {
    const { promise: done, resolve: settle } = Promise.withResolvers<boolean>();
    const group = { frames: [], entries: [], last: this.#appended, bytes: 0, begins, done, settle };
    this.#groups.push(group);
    return group;
  }

  #wake(): void {
    if (this.#running) return;
    this.#running = true;
    // Not at once: callers that are ready in the same turn of the event loop share the flush.
    setImmediate(() => void this.#run());
  }

  async #run(): Promise<void> {
    for (let group = this.#groups.shift(); group !== undefined; group = this.#groups.shift()) {
      const bytes = Buffer.concat(group.frames, group.bytes);
      const { begins } = group;
      const failure = await (begins ? this.#segments.begin(begins, bytes) : this.#segments.add(bytes));
      if (failure !== undefined) return this.#fail(failure, group);
      this.#durable = group.last;
      this.#waitingBytes -= group.bytes;
      this.#settings.listener.durable(group.entries, group.last);
      this.#head.note(group.last);
      group.settle(true);
      // The callers just answered get their turn first, so that what they bring next shares the coming flush.
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#running = false;
  }

  async #fail(failure: Failure, failed: QueuedGroup<Entry>): Promise<void> {
    this.#failure = failure;
    this.#appended = this.#durable;
    const dropped = [failed, ...this.#groups];
    this.#groups = [];
    this.#waitingBytes = 0;
    if (await takeBack(failure)) this.#failure = { ...failure, segment: undefined };
    await closeAfterFailure(failure.segment?.file);
    this.#running = false;
    this.#settings.listener.dropped(dropped.flatMap(({ entries }) => entries));
    for (const group of dropped) group.settle(false);
  }
}
