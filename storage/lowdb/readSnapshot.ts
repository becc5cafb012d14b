import type { QueuedMessage } from "./frame.ts";
import { emptyModel, tableOf, type Model } from "./model.ts";
import { inOrder } from "./outbox.ts";
import { MESSAGE, REPLY } from "./snapshot.ts";
import { snapshotHead, snapshotLines, UnreadableSnapshot } from "./snapshotLines.ts";

/**
 * Reads one snapshot. Returns the model, or a sentence about what is wrong with the file: a damaged snapshot is
 * not the end, the one before it and the journal hold the same.
 */
export async function readSnapshot(folder: string, name: string): Promise<Model | string> {
  try {
    return await modelFrom(folder, name);
  } catch (error) {
    if (error instanceof UnreadableSnapshot) return error.message;
    if (error instanceof SyntaxError) return `${name}: a line is damaged`;
    throw error;
  }
}

async function modelFrom(folder: string, name: string): Promise<Model> {
  const head = await snapshotHead(folder, name);
  const model = emptyModel(head.store, head.s);
  model.position = { lsn: head.l, chain: head.p };
  for (const [collection, lsn] of Object.entries(head.changed)) tableOf(model, collection).changed = lsn;
  const messages: QueuedMessage[] = [];
  for await (const lines of snapshotLines(folder, name)) {
    for (const line of lines) {
      const { kind, id, middle, json } = fieldsOf(name, line);
      if (kind === REPLY) model.replies.set(id, { at: middle, json });
      else if (kind === MESSAGE) messages.push(JSON.parse(json) as QueuedMessage);
      else tableOf(model, kind).put(id, Number(middle), json);
    }
  }
  for (const item of messages.sort(inOrder)) model.outbox.put(item);
  return model;
}

function fieldsOf(name: string, line: Buffer): { kind: string; id: string; middle: string; json: string } {
  const first = line.indexOf(9);
  const second = line.indexOf(9, first + 1);
  const third = line.indexOf(9, second + 1);
  if (first < 0 || second < 0 || third < 0) throw new UnreadableSnapshot(name, "a line is damaged");
  return {
    kind: line.toString("latin1", 0, first),
    id: line.toString("latin1", first + 1, second),
    middle: line.toString("latin1", second + 1, third),
    json: line.toString("utf8", third + 1),
  };
}
