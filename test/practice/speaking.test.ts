import { afterEach, describe, expect, it } from "vitest";
import { openRoom, type OpenRoom } from "./openRoom.ts";

let room: OpenRoom;
afterEach(() => room.close());

/** Says something and waits until the bot has had it. */
async function say(person: string, chat: string, text: string, thread?: string) {
  const said = room.connector.say(person, chat, text, thread);
  if (said.kind !== "said") throw new Error(`Not said: ${said.what}`);
  return { message: said.message, answer: await said.delivered };
}

describe("typing a message", () => {
  it("reaches the bot as the activity Teams makes of it", async () => {
    room = await openRoom();
    const { message } = await say("mieke", "personal.mieke", "wie gaat over riool & <b>water</b>");
    const [activity] = room.bot.received;
    const mieke = room.connector.room.person("mieke");
    expect(activity).toMatchObject({
      type: "message",
      id: message.id,
      timestamp: "2026-04-14T07:12:00.000Z",
      channelId: "msteams",
      locale: "nl-NL",
      text: "wie gaat over riool & <b>water</b>",
      textFormat: "plain",
      attachments: [
        { contentType: "text/html", content: "<p>wie gaat over riool &amp; &lt;b&gt;water&lt;/b&gt;</p>" },
      ],
      serviceUrl: `${room.url}/practice/connector`,
      from: { id: mieke?.teamsId, name: "Mieke Denkbeeld", aadObjectId: mieke?.entraId },
      recipient: { id: room.connector.botId, name: "Kernwijzer" },
      conversation: { conversationType: "personal", tenantId: room.connector.tenantId },
      channelData: { tenant: { id: room.connector.tenantId } },
    });
  });

  it("never repeats an activity id while the practice clock stands still", async () => {
    room = await openRoom();
    for (const text of ["een", "twee", "drie"]) await say("mieke", "personal.mieke", text);
    expect(new Set(room.bot.received.map((activity) => activity.id)).size).toBe(3);
  });

  it("stays between people in a group until the bot is mentioned", async () => {
    room = await openRoom();
    await say("mieke", "group.overleg-kernen", "goedemorgen, kernwijzertjes");
    await say("mieke", "group.overleg-kernen", "@Kernwijzeraar wie gaat over riool");
    expect(room.bot.received).toEqual([]);
    await say("mieke", "group.overleg-kernen", "vraagje @kernwijzer wie gaat over riool");
    expect(room.bot.received).toHaveLength(1);
    expect(room.bot.received[0]).toMatchObject({
      text: "vraagje <at>Kernwijzer</at> wie gaat over riool",
      conversation: { conversationType: "groupChat", isGroup: true },
    });
    expect(room.bot.received[0]?.["entities"]).toContainEqual({
      type: "mention",
      mentioned: { id: room.connector.botId, name: "Kernwijzer" },
      text: "<at>Kernwijzer</at>",
    });
  });

  it("starts a thread in a channel, and the bot's answer lands in that thread", async () => {
    room = await openRoom(async (activity, bot) => {
      await bot.reply(activity, { text: "antwoord" });
      return undefined;
    });
    const { message } = await say("wout", "channel.bor", "@Kernwijzer wie gaat over bomen");
    expect(room.bot.received[0]?.conversation.id).toMatch(
      new RegExp(`@thread\\.tacv2;messageid=${message.id}$`),
    );
    await say("wout", "channel.bor", "@Kernwijzer en in Andel?", message.id);
    expect(room.bot.received[1]?.conversation.id).toBe(room.bot.received[0]?.conversation.id);
    const threads = room.connector.room.messages("channel.bor").map((one) => one.thread);
    expect(threads).toEqual([undefined, message.id, message.id, message.id]);
  });

  it("is marked on the message itself when the bot fails or is away", async () => {
    room = await openRoom(() => ({ status: 500 }));
    const { message } = await say("mieke", "personal.mieke", "hallo");
    expect(room.connector.room.message("personal.mieke", message.id)?.undelivered).toBe("HTTP 500");
    room.bot.endpoint = "http://127.0.0.1:1/api/messages";
    const second = await say("mieke", "personal.mieke", "hallo?");
    expect(second.answer).toMatchObject({ ok: false });
    expect(second.answer).not.toHaveProperty("status");
    expect(room.connector.room.message("personal.mieke", second.message.id)?.undelivered).toBeDefined();
  });

  it("is refused for somebody who is not in the chat", async () => {
    room = await openRoom();
    expect(room.connector.say("anna", "channel.bor", "hoi")).toEqual({ kind: "notThere", what: "chat" });
    expect(room.connector.say("niemand", "channel.bor", "hoi")).toEqual({ kind: "notThere", what: "person" });
    expect(room.connector.say("wout", "channel.bor", "hoi", "123")).toEqual({
      kind: "notThere",
      what: "message",
    });
  });
});

describe("opening a chat", () => {
  it("installs the app once, with both events Teams sends", async () => {
    room = await openRoom();
    await Promise.all([
      room.connector.open("mieke", "personal.mieke"),
      room.connector.open("mieke", "personal.mieke"),
    ]);
    await room.connector.open("mieke", "personal.mieke");
    expect(room.bot.received.map((activity) => activity.type)).toEqual([
      "installationUpdate",
      "conversationUpdate",
    ]);
    expect(room.bot.received[0]).toMatchObject({ action: "add" });
    expect(room.bot.received[1]).toMatchObject({ membersAdded: [{ id: room.connector.botId }] });
  });

  it("reads what was unread, for that person only", async () => {
    room = await openRoom();
    const { message } = await say("mieke", "group.overleg-kernen", "hallo");
    const seen = () =>
      room.connector.room.state("").chats.find((chat) => chat.id === "group.overleg-kernen")?.seen;
    expect(seen()).toEqual({ mieke: message.seq });
    await room.connector.open("wout", "group.overleg-kernen");
    expect(seen()).toEqual({ mieke: message.seq, wout: message.seq });
  });
});
