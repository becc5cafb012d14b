import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openRoom, type OpenRoom } from "./openRoom.ts";
import { withCard } from "./standInBot.ts";

const PERSONAL = "personal.mieke";
let room: OpenRoom;
let conversation: string;
beforeEach(async () => {
  room = await openRoom();
  conversation = encodeURIComponent(room.connector.room.chat(PERSONAL)?.conversationId ?? "");
});
afterEach(() => room.close());

const call = (method: string, path: string, body?: unknown) =>
  room.bot.call(room.connector.serviceUrl(), method, path, body);
const messages = () => room.connector.room.messages(PERSONAL);

describe("what a bot may do at the connector", () => {
  it("opens a personal conversation by Entra id, the same one each time", async () => {
    const mieke = room.connector.room.person("mieke");
    const wanted = { members: [{ id: mieke?.entraId }], tenantId: room.connector.tenantId, isGroup: false };
    const made = await call("POST", "", wanted);
    expect(made).toMatchObject({
      status: 201,
      body: { id: room.connector.room.chat(PERSONAL)?.conversationId },
    });
    expect((await call("POST", "", { ...wanted, members: [{ id: mieke?.teamsId }] })).body).toEqual(
      made.body,
    );
  });

  it("may not open one with somebody who is not there", async () => {
    const refused = await call("POST", "", { members: [{ id: "00000000-0000-4000-8000-00000000ffff" }] });
    expect(refused).toMatchObject({ status: 403, body: { error: { code: "ForbiddenOperationException" } } });
  });

  it("sends, changes and removes its own messages", async () => {
    const sent = await call("POST", `/${conversation}/activities`, { type: "message", text: "**hoi**" });
    const { id } = sent.body as { id: string };
    expect(sent.status).toBe(201);
    expect(messages()).toMatchObject([{ id, text: "**hoi**", format: "markdown", from: undefined }]);

    const changed = await call("PUT", `/${conversation}/activities/${id}`, {
      type: "message",
      ...withCard({ type: "AdaptiveCard" }),
    });
    expect(changed).toMatchObject({ status: 200, body: { id } });
    expect(messages()).toMatchObject([{ text: "", cards: [{ type: "AdaptiveCard" }], revision: 1 }]);

    expect((await call("DELETE", `/${conversation}/activities/${id}`)).status).toBe(200);
    expect(messages()).toMatchObject([{ deleted: true, cards: [] }]);
    expect(
      (await call("PUT", `/${conversation}/activities/${id}`, { type: "message", text: "nog eens" })).status,
    ).toBe(404);
  });

  it("may not change what a person wrote", async () => {
    const said = room.connector.say("mieke", PERSONAL, "van mij");
    const id = said.kind === "said" ? said.message.id : "";
    const refused = await call("PUT", `/${conversation}/activities/${id}`, {
      type: "message",
      text: "van de bot",
    });
    expect(refused.status).toBe(403);
    expect(messages()[0]?.text).toBe("van mij");
  });

  it("starts a post in a channel, and answers in its thread", async () => {
    const channel = room.connector.room.chat("channel.bor")?.conversationId ?? "";
    const made = await call("POST", "", {
      isGroup: true,
      channelData: { channel: { id: channel } },
      activity: { type: "message", text: "nieuw" },
    });
    const { id, activityId } = made.body as { id: string; activityId: string };
    expect(id).toBe(`${channel};messageid=${activityId}`);
    await call("POST", `/${encodeURIComponent(id)}/activities`, { type: "message", text: "erbij" });
    expect(room.connector.room.messages("channel.bor")).toMatchObject([
      { text: "nieuw", thread: undefined },
      { text: "erbij", thread: activityId },
    ]);
  });

  it("is told who is in a conversation, whole or page by page", async () => {
    const group = encodeURIComponent(room.connector.room.chat("group.overleg-kernen")?.conversationId ?? "");
    const all = await call("GET", `/${group}/members`);
    expect(all.body).toMatchObject([
      { name: "Mieke Denkbeeld" },
      { name: "Wout Sjabloon", tenantId: room.connector.tenantId },
    ]);
    const first = await call("GET", `/${group}/pagedmembers?pageSize=1`);
    expect(first.body).toMatchObject({ members: [{ name: "Mieke Denkbeeld" }], continuationToken: "1" });
    const second = await call("GET", `/${group}/pagedmembers?pageSize=1&continuationToken=1`);
    expect(second.body).toEqual({ members: [expect.objectContaining({ name: "Wout Sjabloon" })] });
    const wout = room.connector.room.person("wout");
    expect(
      (await call("GET", `/${group}/members/${encodeURIComponent(wout?.teamsId ?? "")}`)).body,
    ).toMatchObject({
      aadObjectId: wout?.entraId,
    });
    expect((await call("GET", `/${group}/members/nobody`)).status).toBe(404);
  });

  it.each([
    [
      "an unknown conversation",
      "/a%3Aunknown/activities",
      { type: "message", text: "x" },
      404,
      "ConversationNotFound",
    ],
    ["a message without anything in it", "/HERE/activities", { type: "message" }, 400, "BadSyntax"],
    ["something that is no activity", "/HERE/activities", { text: "x" }, 400, "BadSyntax"],
    [
      "a message over Teams' size",
      "/HERE/activities",
      { type: "message", text: "x".repeat(60_000) },
      413,
      "MessageSizeTooBig",
    ],
  ])("is refused %s", async (_name, path, body, status, code) => {
    const refused = await call("POST", path.replace("HERE", conversation), body);
    expect(refused).toMatchObject({ status, body: { error: { code } } });
    expect(messages()).toEqual([]);
  });
});
