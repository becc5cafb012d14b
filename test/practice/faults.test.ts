import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Fault } from "../../bot/practice/faults.ts";
import { openRoom, type OpenRoom } from "./openRoom.ts";
import { invokeAnswer } from "./standInBot.ts";

const CHAT = "personal.mieke";
let room: OpenRoom;
beforeEach(async () => {
  room = await openRoom((activity) => (activity.type === "invoke" ? invokeAnswer("ok") : undefined));
});
afterEach(() => room.close());

const send = (signal?: AbortSignal) =>
  fetch(
    `${room.connector.serviceUrl()}/v3/conversations/${encodeURIComponent(room.connector.room.chat(CHAT)?.conversationId ?? "")}/activities`,
    {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ type: "message", text: "hallo" }),
      ...(signal === undefined ? {} : { signal }),
    },
  );
const set = (fault: unknown) => room.post("/practice/faults", { chat: CHAT, fault });
const delivered = () => room.connector.room.messages(CHAT).length;

describe("a failing connector", () => {
  it("answers 429 with Retry-After as often as asked, then heals", async () => {
    await set({ fail: { kind: "status", status: 429, retryAfter: 7 }, times: 2 });
    for (const attempt of [1, 2]) {
      const refused = await send();
      expect([attempt, refused.status, refused.headers.get("retry-after")]).toEqual([attempt, 429, "7"]);
    }
    expect(delivered()).toBe(0);
    expect((await send()).status).toBe(201);
    expect(delivered()).toBe(1);
  });

  it.each([412, 403, 502])("answers %i without Retry-After until it is taken away", async (status) => {
    await set({ fail: { kind: "status", status } });
    const refused = await send();
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([status, null]);
    await set(null);
    expect((await send()).status).toBe(201);
  });

  it("breaks the connection", async () => {
    await set({ fail: { kind: "reset" }, times: 1 });
    await expect(send()).rejects.toThrow();
    expect(delivered()).toBe(0);
  });

  it("delivers and loses the answer when asked to", async () => {
    await set({ fail: { kind: "status", status: 504 }, takesEffect: true, times: 1 });
    expect((await send()).status).toBe(504);
    expect(delivered()).toBe(1);
  });

  it("hangs until the room closes", async () => {
    await set({ fail: { kind: "hang" } });
    const hanging = send().then(
      (response) => response.status,
      () => "broken off",
    );
    // Another chat is not touched, and answers while the first still hangs.
    const other = encodeURIComponent(room.connector.room.chat("personal.wout")?.conversationId ?? "");
    const answered = await room.bot.call(room.connector.serviceUrl(), "POST", `/${other}/activities`, {
      type: "message",
      text: "x",
    });
    expect(answered.status).toBe(201);
    room.connector.close();
    expect(await hanging).toBe("broken off");
    expect(delivered()).toBe(0);
  });

  it("can be slow: a delay ends when the room closes", async () => {
    await set({ delayMs: 600_000 });
    const slow = send().then(
      () => "answered",
      () => "broken off",
    );
    room.connector.close();
    expect(await slow).toBe("broken off");
  });

  it("delivers after its delay", async () => {
    await set({ delayMs: 5 });
    expect((await send()).status).toBe(201);
  });

  it("takes only faults it knows", async () => {
    expect((await set({ fail: { kind: "explode" } })).status).toBe(400);
    expect((await room.post("/practice/faults", { chat: "nowhere", fault: null })).status).toBe(404);
    expect(Fault.parse({})).toEqual({ delayMs: 0, takesEffect: false });
  });
});

describe("delivering again", () => {
  it("sends a message once more under the same id", async () => {
    const said = room.connector.say("mieke", CHAT, "hallo");
    if (said.kind === "said") await said.delivered;
    const [first] = room.connector.sent(CHAT);
    expect((await room.post("/practice/redeliver", { chat: CHAT, activity: first?.id })).body).toMatchObject({
      ok: true,
    });
    expect(room.bot.received).toHaveLength(2);
    expect(room.bot.received[1]).toEqual(room.bot.received[0]);
  });

  it("sends a press once more under a new id, as Teams may", async () => {
    const { id } = room.connector.room.add(CHAT, { text: "", format: "plain", cards: [{}] });
    await room.connector.press("mieke", CHAT, id, {
      type: "Action.Execute",
      verb: "take",
      data: { token: "t" },
    });
    const [first] = room.connector.sent(CHAT);
    await room.connector.redeliver(CHAT, first?.id ?? "", true);
    const [one, other] = room.bot.received;
    expect(other?.id).not.toBe(one?.id);
    expect(other).toEqual({ ...one, id: other?.id });
  });

  it("knows only what was sent", async () => {
    expect((await room.post("/practice/redeliver", { chat: CHAT, activity: "1" })).status).toBe(404);
  });
});
