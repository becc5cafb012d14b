import type { CommitFrame, Frame, QueuedMessage, WrittenRow } from "./frame.ts";
import { MESSAGE, messageLine, REPLY, replyLine, rowLine } from "./snapshot.ts";

/** Makes a line of the snapshot. Not the line itself: most rows change again before the stretch is over. */
type MakeLine = () => string;

/** What a stretch of journal changes about a snapshot: the last line per row, reply and message; null when gone. */
export class MergeChanges {
  /** `kind TAB id` → line. */
  readonly lines = new Map<string, MakeLine | null>();
  readonly changed: Record<string, number>;
  readonly #schema: number;

  constructor(changed: Readonly<Record<string, number>>, schema: number) {
    this.changed = { ...changed };
    this.#schema = schema;
  }

  /** Takes the frames one by one, in order. Throws when one has another schema than the snapshot to be made. */
  take(frame: Frame): void {
    switch (frame.t) {
      case "begin":
        if (frame.s !== this.#schema)
          throw new Error(`frame ${frame.l} has schema ${frame.s}, not ${this.#schema}`);
        return;
      case "commit":
        return this.#takeCommit(frame);
      case "settle":
        this.lines.set(`${MESSAGE}\t${frame.id}`, frame.after === null ? null : message(frame.after));
        return this.#takeWritten(frame.l, frame.w ?? []);
      case "end":
    }
  }

  #takeCommit({ l, j, w, o, k, r }: CommitFrame): void {
    this.#takeWritten(l, w);
    if (k !== undefined) this.lines.set(`${REPLY}\t${k}`, reply(k, j.at, r));
    for (const [place, posted] of o.entries()) {
      const item = { message: posted, queued: [l, place] as const, attempts: 0 };
      this.lines.set(`${MESSAGE}\t${posted.id}`, message(item));
    }
  }

  #takeWritten(lsn: number, written: readonly WrittenRow[]): void {
    for (const [collection, id, version, after] of written) {
      this.lines.set(`${collection}\t${id}`, version === 0 ? null : row(collection, id, version, after));
      this.changed[collection] = lsn;
    }
  }
}

// Functions of their own, so that a line that waits holds on to no more than it needs of its frame.
const row =
  (collection: string, id: string, version: number, after: unknown): MakeLine =>
  () =>
    rowLine(collection, id, version, JSON.stringify(after));
const reply =
  (key: string, at: string, answer: unknown): MakeLine =>
  () =>
    replyLine(key, { at, json: JSON.stringify(answer) });
const message =
  (item: QueuedMessage): MakeLine =>
  () =>
    messageLine(item);
