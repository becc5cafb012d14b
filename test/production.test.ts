import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeLog } from "../bot/log.ts";
import { openStore } from "../bot/openStore.ts";
import { start, type Running } from "../bot/start.ts";

const guid = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
const clock = () => "2026-04-14T07:12:00.000Z";
let folder: string;
let running: Running;
let origin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kernwijzer-production-"));
  const opened = await openStore(folder, { seedPractice: true, tell: () => undefined });
  if (!opened.ok) throw new Error(opened.problem);
  const registration = {
    appId: guid,
    appType: "SingleTenant",
    tenantId: guid,
    credential: { kind: "secret", secret: "x" },
  } as const;
  const settings = {
    port: 0,
    host: "127.0.0.1",
    dataFolder: folder,
    store: folder,
    logLevel: "error",
    registration,
  } as const;
  running = await start({ settings, store: opened.store, words: [], clock, log: makeLog("silent") });
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

  it("a body that is too large is refused before it is read", async () => {
    const answer = await fetch(`${origin}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text: "x".repeat(300 * 1024) }),
    });
    expect(answer.status).toBe(413);
  });

  it("is alive and ready", async () => {
    expect((await fetch(`${origin}/health/live`)).status).toBe(200);
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
  });
});
