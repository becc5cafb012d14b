import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PracticeEvent, PracticeState } from "../../bot/practice/view.ts";
import { openRoom, type OpenRoom } from "./openRoom.ts";

let room: OpenRoom;
beforeEach(async () => {
  room = await openRoom();
});
afterEach(() => room.close());

const get = (path: string) => fetch(`${room.url}${path}`);

/** Reads events until `enough` have come. */
async function events(enough: number, meanwhile: () => void): Promise<PracticeEvent[]> {
  const response = await get("/practice/events");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const found: PracticeEvent[] = [];
  let rest = "";
  while (reader !== undefined && found.length < enough) {
    const { value, done } = await reader.read();
    if (done) break;
    const parts = (rest + value).split("\n\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      // The first event tells that the line is open: what happens from here on is not missed.
      if (found.length === 0) meanwhile();
      found.push(JSON.parse(part.replace(/^(retry: \d+\n)?data: /, "")) as PracticeEvent);
    }
  }
  await reader?.cancel();
  return found;
}

describe("what the page asks", () => {
  it("gets people, chats and the practice time in one answer", async () => {
    const state = (await (await get("/practice/state")).json()) as PracticeState;
    expect(state).toMatchObject({ botName: "Kernwijzer", now: "2026-04-14T07:12:00.000Z" });
    expect(state.people).toHaveLength(4);
    expect(state.chats.map((chat) => chat.id)).toContain("channel.bor");
    // Ids of the protocol stay behind: the page has no use for them.
    expect(JSON.stringify(state)).not.toContain("29:");
  });

  it("hears every change as it happens", async () => {
    const heard = await events(2, () => void room.connector.say("mieke", "group.overleg-kernen", "hallo"));
    expect(heard[0]).toEqual({ type: "clock", now: "2026-04-14T07:12:00.000Z" });
    expect(heard[1]).toMatchObject({
      type: "message",
      chat: "group.overleg-kernen",
      message: { from: "mieke", text: "hallo" },
    });
  });

  it("lets the practice time move on, for everybody, and never back", async () => {
    const heard = await events(2, () => void room.post("/practice/time", { to: "2026-04-15T07:12:00.000Z" }));
    expect(heard[1]).toEqual({ type: "clock", now: "2026-04-15T07:12:00.000Z" });
    expect(await room.post("/practice/time", { to: "2026-04-14T07:12:00.000Z" })).toMatchObject({
      status: 409,
    });
    expect(await room.post("/practice/time", { to: "morgen" })).toMatchObject({ status: 400 });
  });

  it("ends every open line when the room closes", async () => {
    const response = await get("/practice/events");
    room.connector.close();
    expect(await response.text()).toMatch(/^retry: 1000\ndata: \{"type":"clock"/);
  });

  it("says, and gets the message's id before the bot has answered", async () => {
    const said = await room.post("/practice/say", {
      person: "mieke",
      chat: "personal.mieke",
      text: "  hallo  ",
    });
    expect(said).toMatchObject({ status: 202, body: { kind: "said" } });
    expect(room.connector.room.messages("personal.mieke")[0]?.text).toBe("hallo");
  });

  it.each([
    ["/practice/say", { person: "mieke", chat: "personal.mieke", text: "   " }, 400],
    ["/practice/say", { person: "mieke", chat: "personal.wout", text: "x" }, 404],
    ["/practice/say", "geen object", 400],
    [
      "/practice/press",
      { person: "mieke", chat: "personal.mieke", message: "1", action: { type: "Action.OpenUrl" } },
      400,
    ],
    [
      "/practice/press",
      { person: "mieke", chat: "personal.mieke", message: "1", action: { type: "Action.Execute" } },
      404,
    ],
    ["/practice/open", { person: "mieke" }, 400],
    [
      "/practice/search",
      { person: "mieke", chat: "personal.mieke", message: "1", text: "x", dataset: "d" },
      404,
    ],
  ])("%s with %j is refused with %i", async (path, body, status) => {
    expect((await room.post(path, body)).status).toBe(status);
    expect(room.bot.received).toEqual([]);
  });

  it("is refused a body too large to be true", async () => {
    const large = { person: "mieke", chat: "personal.mieke", text: "x".repeat(500_000) };
    expect((await room.post("/practice/say", large)).status).toBe(400);
  });
});

describe("the page's files", () => {
  it("come with a policy that allows nothing from elsewhere and no inline code", async () => {
    const page = await get("/practice");
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(await page.text()).not.toMatch(/<script(?![^>]*\bsrc=)|<style|style=|https?:\/\//);
  });

  it("are modules without types, all of them servable", async () => {
    const files = await readdir(join(import.meta.dirname, "../../bot/practice/page"));
    const sources = files.filter((file) => /\.(ts|css|svg)$/.test(file));
    expect(sources.length).toBeGreaterThan(10);
    for (const file of sources) {
      const response = await get(`/practice/page/${file}`);
      expect([file, response.status]).toEqual([file, 200]);
      if (file.endsWith(".ts"))
        expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
      expect(await response.text()).not.toMatch(/: readonly |^interface |import type/m);
    }
  });

  it.each([
    "../connector.ts",
    "..%2Fconnector.ts",
    "tsconfig.json",
    "index.html",
    "missing.ts",
    "%",
    "Main.ts",
  ])("do not include %s", async (file) => {
    // Sent as it is: `fetch` would tidy the dots away.
    const { status } = await get(`/practice/page/${file.replace("../", "%2E%2E/")}`);
    expect(status).toBe(404);
  });
});
