import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Agent, request } from "undici";
import { teamsMessage } from "../teams/signing.ts";
import { LONG } from "./storeForm.ts";

const REQUESTS = LONG ? 100_000 : 3_000;
const WARM = LONG ? 10_000 : 2_000;
const AT_ONCE = 50;
const MOST_GROWTH = 3 * 1024 * 1024;

let bot: ChildProcess | undefined;
let agent: Agent | undefined;
/** What the bot wrote by itself: a flood of requests must not become one of lines. */
let printed = "";
afterEach(async () => {
  await agent?.close();
  bot?.kill();
});

async function open(...args: readonly string[]) {
  const child = fork(join(import.meta.dirname, "floodedBot.ts"), args, {
    execArgv: ["--expose-gc"],
    silent: true,
  });
  printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  bot = child;
  agent = new Agent({ connections: AT_ONCE });
  const [ready] = (await once(child, "message")) as [{ port: number; token: string }];
  const heap = async () => {
    child.send("heap");
    const [told] = (await once(child, "message")) as [{ heap: number }];
    return told.heap;
  };
  return { ...ready, heap, dispatcher: agent };
}

/** Each of another sort and with words of its own: nothing about it may be kept. */
function unauthenticated(at: number, token: string): { headers: Record<string, string>; body: string } {
  const tid = `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`;
  const claims = (more: object) => Buffer.from(JSON.stringify({ tid, ...more })).toString("base64url");
  const tokens = [
    undefined,
    `Bearer ${token}`,
    `Bearer ${claims({ alg: "RS256" })}.${claims({ iss: "https://api.botframework.com" })}.x`,
    `Bearer ${claims({ alg: "none" })}.${claims({})}.x`,
    `Basic ${claims({})}`,
  ];
  const authorization = tokens[at % tokens.length];
  const body =
    at % 7 === 0
      ? `{"type":"message","id":"${at}"`
      : JSON.stringify(teamsMessage({ id: `${at}`, serviceUrl: `https://x${at}.example/` }));
  return {
    headers: {
      "content-type": "application/json",
      ...(authorization === undefined ? {} : { authorization }),
    },
    body,
  };
}

async function flood(
  { port, token, dispatcher }: Awaited<ReturnType<typeof open>>,
  from: number,
  count: number,
) {
  const statuses = new Map<number, number>();
  const one = async (at: number) => {
    const { statusCode, body } = await request(`http://127.0.0.1:${port}/api/messages`, {
      method: "POST",
      dispatcher,
      ...unauthenticated(at, token),
    });
    await body.dump();
    statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
  };
  for (let at = from; at < from + count; at += AT_ONCE)
    await Promise.all(Array.from({ length: AT_ONCE }, (_, more) => one(at + more)));
  return statuses;
}

describe(`${REQUESTS} requests that nobody signed, over HTTP`, () => {
  it.each([
    ["at the gate", ["unlimited"], [400, 401]],
    ["at the limit per address", [], [400, 401, 429]],
  ] as const)(
    "leave no memory behind %s",
    async (_where, args, allowed) => {
      const opened = await open(...args);
      await flood(opened, 0, WARM);
      const before = await opened.heap();
      const statuses = await flood(opened, WARM, REQUESTS);
      expect([...statuses.keys()].filter((status) => !allowed.some((one) => one === status))).toEqual([]);
      expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(REQUESTS);
      expect(printed).toBe("");
      expect((await opened.heap()) - before).toBeLessThan(MOST_GROWTH);
    },
    LONG ? 600_000 : 60_000,
  );
});
