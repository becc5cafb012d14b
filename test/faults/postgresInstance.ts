import { createInterface } from "node:readline";
import { request } from "undici";
import { makeLog } from "../../bot/log.ts";
import { UNMEASURED } from "../../bot/metrics.ts";
import { startOutbox } from "../../bot/outbox.ts";
import { openPostgresStore } from "../../storage/postgres/open.ts";
import { commitOf, message, NOON, official, write } from "../storage/sample.ts";
import { smallRegister } from "../smallRegister.ts";

/*
 * An instance of its own that commits with 8 writers and sends what anybody committed, to a connector of the test:
 * postgresInstance.ts <database> <name> <connector>. It prints "open" once it serves, and each confirmed commit's key on
 * a line. Told "rest" it commits no more, told "later" a lease passes, told "settle" it sends what may be sent now; it
 * answers each with that word.
 */
const [url = "", name = "", connector = ""] = process.argv.slice(2);
const WRITERS = 8;
const LEASE_MS = 61_000;
let later = 0;
let resting = false;

const tell = () => undefined;
const store = await openPostgresStore(url, { tell });
const clock = () => new Date(Date.parse(NOON) + performance.now() + later).toISOString();
const outbox = startOutbox({
  store,
  messenger: {
    async deliver({ id, conversation }) {
      const body = JSON.stringify({ id, conversation, by: name });
      const answer = await request(connector, { method: "POST", body });
      const { activityId } = (await answer.body.json()) as { activityId: string };
      return { kind: "sent", activityId };
    },
  },
  metrics: UNMEASURED,
  clock,
  log: makeLog("error"),
  newId: () => crypto.randomUUID(),
  register: async () => smallRegister(),
  chance: Math.random,
  owner: name,
});
process.stdout.write("open\n");

async function work(writer: number): Promise<void> {
  const id = `${name}-${writer}`;
  for (let n = 0; !resting; n += 1) {
    const key = `${id}-${n}`;
    const read = await store.get("official", id);
    const changes = [
      write(official(id, { name: key }), read?.version ?? 0),
      write(official(`pair-${key}`), 0),
    ];
    const posted = [message(`m-${key}`, id, { card: `card-${id}` })];
    const outcome = await store.commit(commitOf(changes, { key, reply: key, outbox: posted }));
    if (outcome.kind !== "committed") throw new Error(`${key}: ${JSON.stringify(outcome)}`);
    process.stdout.write(`${key}\n`);
    outbox.wake();
  }
}
const writing = Promise.all(Array.from({ length: WRITERS }, (_, writer) => work(writer)));

for await (const word of createInterface({ input: process.stdin })) {
  if (word === "rest") {
    resting = true;
    await writing;
  } else if (word === "later") {
    later += LEASE_MS;
  } else {
    outbox.wake();
    await outbox.settled();
  }
  process.stdout.write(`${word}\n`);
}
await outbox.stop();
await store.close();
