import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { openPostgresStore, withStore } from "../../storage/postgres/open.ts";
import { verifyPostgres } from "../../storage/postgres/verify.ts";
import { startPostgres, withClient, type PostgresServer } from "../storage/postgresServer.ts";
import { LONG } from "./storeForm.ts";
import { startProcess, type StoreProcess } from "./storeProcess.ts";

const CYCLES = LONG ? 25 : 2;
const WORDS = ["open", "rest", "later", "settle"];
const tell = () => undefined;

interface Post {
  readonly id: string;
  readonly conversation: string;
  readonly by: string;
}

let server: PostgresServer;
let connector: Server;
let address: string;
/** Everything that reached the connector, in order; the activity id is the place in it. */
let posts: Post[];
/** Sees each post before it is answered; true when it is to get no answer. */
let swallows: (post: Post) => boolean;
const started: StoreProcess[] = [];

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());
beforeEach(async () => {
  connector = createServer((request, response: ServerResponse) => {
    void text(request).then((body) => {
      const post = JSON.parse(body) as Post;
      posts.push(post);
      if (!swallows(post)) response.end(JSON.stringify({ activityId: String(posts.length) }));
    });
  });
  connector.listen(0, "127.0.0.1");
  await once(connector, "listening");
  address = `http://127.0.0.1:${(connector.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const one of started.splice(0)) await one.kill();
  connector.closeAllConnections();
  connector.close();
});

function start(url: string, name: string): StoreProcess {
  const instance = startProcess("postgresInstance.ts", url, name, address);
  started.push(instance);
  return instance;
}

/** Says a word to an instance, and waits until it has done what the word asks. */
async function say(instance: StoreProcess, word: string): Promise<void> {
  const so = instance.lines.filter((line) => line === word).length;
  instance.process.stdin?.write(`${word}\n`);
  for (let lines = instance.lines.length; ; lines += 1) {
    if (instance.lines.filter((line) => line === word).length > so) return;
    await instance.printed(lines + 1);
  }
}

const acknowledged = ({ lines }: StoreProcess) => lines.filter((line) => !WORDS.includes(line));
const timesPosted = (id: string) => posts.filter((post) => post.id === id).length;

async function killOneOfTwo(cycle: number): Promise<void> {
  const url = await server.database();
  posts = [];
  const killed = Promise.withResolvers<Post>();
  // In the middle: what was posted last has reached the connector, and its sender never learns of it.
  const moment = 20 + 17 * cycle;
  let byFirst = 0;
  let isOver = false;
  swallows = (post) => {
    if (post.by !== "first") return false;
    byFirst += 1;
    if (byFirst === moment) {
      isOver = true;
      killed.resolve(post);
    }
    return isOver;
  };
  const first = start(url, "first");
  const second = start(url, "second");
  await Promise.all([first.printed(1), second.printed(1)]);
  const unanswered = await killed.promise;
  await first.kill();
  await second.printed(second.lines.length + 20);
  await say(second, "rest");
  await say(second, "settle");

  // Whatever the dead one had taken waits for its lease, and with it only the conversations it belongs to.
  expect(timesPosted(unanswered.id)).toBe(1);
  await say(second, "later");
  await say(second, "settle");
  second.process.stdin?.end();
  await once(second.process, "exit");

  const store = await openPostgresStore(url, { tell });
  const rows = new Set((await store.all("official")).map(({ row }) => row.id));
  const keys = [...rows].filter((id) => id.startsWith("pair-")).map((id) => id.slice("pair-".length));
  const acked = [...acknowledged(first), ...acknowledged(second)];
  expect(acked.filter((key) => !keys.includes(key))).toEqual([]);
  // Beyond those, only what the dead one had under way: at most one of each of its writers, and whole.
  expect(keys.length - acked.length).toBeLessThanOrEqual(8);
  for (const key of keys) expect(await store.replyOf(key)).toEqual({ reply: key });

  expect(await messagesLeft(url)).toBe(0);
  const expected = keys.map((key) => `m-${key}`);
  expect([...new Set(posts.map(({ id }) => id))].sort()).toEqual(expected.sort());
  const twice = expected.filter((id) => timesPosted(id) > 1);
  expect(twice).toContain(unanswered.id);
  for (const id of twice) {
    expect(posts.filter((post) => post.id === id).map(({ by }) => by)).toEqual(["first", "second"]);
  }
  // One conversation has one message under way: of each at most the last that the dead one posted.
  for (const conversation of new Set(posts.map((post) => post.conversation))) {
    const there = new Set(posts.filter((post) => post.conversation === conversation).map(({ id }) => id));
    expect(twice.filter((id) => there.has(id)).length).toBeLessThanOrEqual(1);
    expect([...there]).toEqual([...there].sort((a, b) => placeOf(a) - placeOf(b)));
  }
  for (const { row } of await store.all("delivery")) {
    const last = posts.findLastIndex(({ conversation }) => conversation === row.conversation);
    expect(row.activityId).toBe(String(last + 1));
  }
  await store.close();
  const verified = await withStore(url, tell, (pool, id) => verifyPostgres(pool, id));
  expect(verified.problems).toEqual([]);
}

function placeOf(message: string): number {
  return Number(message.split("-").at(-1));
}

async function messagesLeft(url: string): Promise<number> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ left: string }>("select count(*) as left from message"),
  );
  return Number(rows[0]?.left);
}

it(
  "of two instances one is killed: nothing confirmed is lost, nothing it had taken stays, and nobody is told twice but " +
    "where it died before it could say so",
  async () => {
    for (let cycle = 0; cycle < CYCLES; cycle += 1) await killOneOfTwo(cycle);
  },
  LONG ? 1_800_000 : 180_000,
);
