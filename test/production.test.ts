import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeLog } from "../bot/log.ts";
import { openStore } from "../bot/openStore.ts";
import { start, type Running } from "../bot/start.ts";
import { loadWords } from "../bot/words.ts";
import type { Store } from "../storage/store.ts";
import { APP_ID, makeSigner, teamsMessage, TENANT_ID, type Signer } from "./teams/signing.ts";

const guid = APP_ID;
const clock = () => "2026-04-14T07:12:00.000Z";
let folder: string;
let running: Running;
let origin: string;
let signer: Signer;
let store: Store;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kernwijzer-production-"));
  const opened = await openStore(folder, { seedPractice: true, tell: () => undefined });
  if (!opened.ok) throw new Error(opened.problem);
  const registration = {
    appId: guid,
    appType: "SingleTenant",
    tenantId: TENANT_ID,
    credential: { kind: "secret", secret: "x" },
  } as const;
  const settings = {
    port: 0,
    host: "127.0.0.1",
    dataFolder: folder,
    store: folder,
    instances: 1,
    logLevel: "error",
    registration,
  } as const;
  signer = await makeSigner(Date.now());
  store = opened.store;
  const keys = async () => signer.keySet;
  running = await start({ settings, store, words: loadWords(), clock, log: makeLog("silent"), keys });
  origin = `http://127.0.0.1:${running.port}`;
});
afterAll(async () => {
  await running.stop();
  await rm(folder, { recursive: true, force: true });
});

describe("with a registration", () => {
  it.each(["/practice", "/practice/state", "/practice/events", "/practice/page/main.ts"])(
    "%s is not there",
    async (path) => {
      expect((await fetch(`${origin}${path}`)).status).toBe(404);
    },
  );

  it.each([
    "/practice/say",
    "/practice/press",
    "/practice/faults",
    "/v3/conversations",
    "/v3/conversations/x/activities",
  ])("nothing can be posted to %s", async (path) => {
    expect([404, 405]).toContain((await fetch(`${origin}${path}`, { method: "POST", body: "{}" })).status);
  });

  it("an activity without a token is refused, and says nothing internal", async () => {
    const answer = await fetch(`${origin}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ type: "message", channelId: "msteams", serviceUrl: origin, text: "hoi" }),
    });
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toMatch(/node_modules|\n\s+at /);
  });

  async function post(body: unknown, token?: string): Promise<Response> {
    return fetch(`${origin}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  }

  it("what Teams posts is answered; the same with another bot's token has no effect", async () => {
    expect((await post(teamsMessage(), await signer.sign())).status).toBe(200);
    expect(await store.all("question")).toHaveLength(1);
    const refused = await post(teamsMessage({ id: "2" }), await signer.sign({ aud: "another" }));
    expect([refused.status, await refused.text()]).toEqual([401, '{"error":"not allowed"}']);
    expect(await store.all("question")).toHaveLength(1);
  });

  it.each([
    ["no JSON", "{"],
    ["a list", "[]"],
    ["a polluted prototype", '{"__proto__":{"type":"message"},"type":"message"}'],
    ["20,000 levels", `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`],
  ])("%s is refused as a mistake of the caller", async (_what, body) => {
    const answer = await post(body, await signer.sign());
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await answer.text()).not.toMatch(/node_modules|\n\s+at /);
  });

  it("a body without end is cut off, however it is sent", async () => {
    const chunk = new Uint8Array(64 * 1024).fill(120);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += chunk.length;
        controller.enqueue(chunk);
      },
    });
    const headers = { "content-type": "application/json" };
    const options = { method: "POST", headers, body: endless, duplex: "half" } as RequestInit;
    const status = await fetch(`${origin}/api/messages`, options).then(
      (answer) => answer.status,
      () => "cut off",
    );
    expect([413, "cut off"]).toContain(status);
    expect(sent).toBeLessThan(20 * 1024 * 1024);
  });

  it.each([
    ["a packed body, which may unpack to anything", { "content-encoding": "gzip" }],
    ["a body of another kind", { "content-type": "text/plain" }],
  ])("%s is refused", async (_what, headers) => {
    const all = { "content-type": "application/json", ...headers };
    const answer = await fetch(`${origin}/api/messages`, { method: "POST", headers: all, body: "{}" });
    expect(answer.status).toBe(415);
  });

  it("a body that is too large is refused before it is read", async () => {
    const answer = await fetch(`${origin}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text: "x".repeat(300 * 1024) }),
    });
    expect(answer.status).toBe(413);
  });

  it("a flood from one address is slowed down, and the bot stays ready", async () => {
    const statuses = new Set<number>();
    for (let wave = 0; wave < 10; wave += 1) {
      const answers = await Promise.all(Array.from({ length: 60 }, () => post(teamsMessage(), "a.b.c")));
      for (const { status } of answers) statuses.add(status);
    }
    expect([...statuses].toSorted()).toEqual([401, 429]);
    expect(running.port).toBeGreaterThan(0);
  });

  it("tells what it did in figures, without a name, an id or a text", async () => {
    await post(teamsMessage({ id: "metrics" }), await signer.sign());
    const text = await (await fetch(`${origin}/metrics`)).text();
    expect(text).toMatch(/kernwijzer_act_seconds_count\{kind="message"\} [1-9]/);
    expect(text).toMatch(/kernwijzer_commits_total\{outcome="committed"\} [1-9]/);
    expect(text).toMatch(/kernwijzer_requests_refused_total\{reason="audience"\} [1-9]/);
    expect(text).toContain("process_cpu_seconds_total");
    expect(text).not.toMatch(/c734f26a|riool|29:1abc/);
  });

  it("is alive and ready", async () => {
    expect((await fetch(`${origin}/health/live`)).status).toBe(200);
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
  });
});
