import { openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { commitOf, message, official, write } from "../storage/sample.ts";

/*
 * A process of its own that commits with 64 writers until it is killed: storeWriter.ts <folder> <cycle>.
 * It prints "open" once it serves, and each confirmed commit's key on a line of its own.
 */
const [folder = "", cycle = "0"] = process.argv.slice(2);
const WRITERS = 64;
// Checkpoints every few hundred commits, so that kills hit them too.
const store = await openEmbeddedStore(folder, { checkpointAfter: { frames: 400, bytes: 1e9 } });
process.stdout.write("open\n");

async function work(writer: number): Promise<void> {
  for (let n = 0; ; n++) {
    const key = `${cycle}-${writer}-${n}`;
    // One row that every cycle changes, one new one: both or neither must be there.
    const id = `w${writer}`;
    const read = await store.get("official", id);
    const changes = [
      write(official(id, { name: key }), read?.version ?? 0),
      write(official(`pair-${key}`), 0),
    ];
    const outbox = [message(`m-${key}`, id)];
    const outcome = await store.commit(commitOf(changes, { key, reply: key, outbox }));
    if (outcome.kind !== "committed") throw new Error(`${key}: ${JSON.stringify(outcome)}`);
    process.stdout.write(`${key}\n`);
  }
}
await Promise.all(Array.from({ length: WRITERS }, (_, writer) => work(writer)));
