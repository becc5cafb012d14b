import type { Schema } from "../migrations.ts";
import type { Frame, Position, WrittenRow } from "./frame.ts";
import type { SegmentName } from "./layout.ts";
import { migrate } from "./migrate.ts";
import { applyCommit, applySettled, applyWritten, type Model, type WrittenText } from "./model.ts";
import { readJournal, type TornTail } from "./readJournal.ts";
import { damaged, newer } from "./refusals.ts";

export interface ReplayOrder {
  readonly folder: string;
  readonly segments: readonly SegmentName[];
  readonly head: Position | undefined;
  /** Where to start from; changed in place, up to the last frame and today's schema. */
  readonly model: Model;
  readonly schema: Schema;
  /** The last frame to take; absent for all. */
  readonly upTo?: number;
}

/** Brings a model up to the end of the journal. Throws `StoreRefused`. */
export async function replay(order: ReplayOrder): Promise<{ torn: TornTail | undefined; migrated: boolean }> {
  const { folder, segments, head, model, schema } = order;
  if (model.schema > schema.version) throw newer(folder, `schema ${model.schema}`, schema.version);
  const reading = readJournal({ folder, segments, from: model.position, head });
  let migrated = false;
  for (;;) {
    const step = await reading.next();
    if (step.done === true) {
      migrated = migrate(model, schema, schema.version) || migrated;
      return { torn: step.value, migrated };
    }
    for (const { frame, hash } of step.value) {
      if (frame.l > (order.upTo ?? frame.l)) break;
      migrated = applyFrame(order, frame) || migrated;
      model.position = { lsn: frame.l, chain: hash };
    }
  }
}

/** One frame on top of a model; true when it began a newer schema and the rows were brought to it. */
function applyFrame({ folder, model, schema }: ReplayOrder, frame: Frame): boolean {
  switch (frame.t) {
    case "begin":
      if (frame.store !== model.store) throw damaged(folder, "its files belong to different stores");
      if (frame.s > schema.version) throw newer(folder, `schema ${frame.s}`, schema.version);
      if (model.schema === 0) model.schema = frame.s;
      return migrate(model, schema, frame.s);
    case "commit":
      applyCommit(model, {
        lsn: frame.l,
        journal: frame.j,
        written: frame.w.map(asText),
        outbox: frame.o,
        key: frame.k,
        replyJson: frame.k === undefined ? "" : JSON.stringify(frame.r),
      });
      return false;
    case "settle":
      applySettled(model, frame.id, frame.after);
      if (frame.w !== undefined) applyWritten(model, frame.l, frame.w.map(asText));
      return false;
    case "end":
      return false;
  }
}

function asText([collection, id, version, row]: WrittenRow): WrittenText {
  return { collection, id, version, json: JSON.stringify(row) };
}
