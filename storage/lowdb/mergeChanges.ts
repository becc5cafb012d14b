import type { Frame } from "./frame.ts";
import { MESSAGE, messageLine, REPLY, replyLine, rowLine } from "./snapshot.ts";

/** What a stretch of journal changes about a snapshot: the last line per row, reply and message; null when gone. */
export class MergeChanges {
  /** `kind TAB id` → line. */
  readonly lines = new Map<string, string | null>();
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
        for (const [collection, id, version, row] of frame.w) {
          const line = version === 0 ? null : rowLine(collection, id, version, JSON.stringify(row));
          this.lines.set(`${collection}\t${id}`, line);
          this.changed[collection] = frame.l;
        }
        if (frame.k !== undefined) {
          const reply = { at: frame.j.at, json: JSON.stringify(frame.r) };
          this.lines.set(`${REPLY}\t${frame.k}`, replyLine(frame.k, reply));
        }
        for (const [place, message] of frame.o.entries()) {
          const item = { message, queued: [frame.l, place] as const, attempts: 0 };
          this.lines.set(`${MESSAGE}\t${message.id}`, messageLine(item));
        }
        return;
      case "settle":
        this.lines.set(`${MESSAGE}\t${frame.id}`, frame.after === null ? null : messageLine(frame.after));
        return;
      case "end":
    }
  }
}
