import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTown, type Town } from "../town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
  const sam = town.person("Sam Schets");
  await sam.asks("wie gaat over hondenlosloopgebied in Veen");
  await sam.presses("Klopt niet");
  await sam.presses("Voorstel versturen", { vakteam: "swa", scope: "all" });
});
afterAll(() => town.close());

describe("what happens around the bot", () => {
  const anybody = { id: "29:anybody", aadObjectId: "11111111-1111-4111-8111-111111111111", name: "Iemand" };
  const channel = (eventType: string) => ({
    type: "conversationUpdate",
    channelData: {
      eventType,
      team: { id: "19:ander@thread.tacv2" },
      channel: { id: "19:iets@thread.tacv2" },
    },
  });

  it.each<[string, object]>([
    ["somebody joins", { type: "conversationUpdate", membersAdded: [anybody] }],
    ["somebody leaves", { type: "conversationUpdate", membersRemoved: [anybody] }],
    ["the chat gets another name", { type: "conversationUpdate", topicName: "Nieuw" }],
    ["a channel is made", channel("channelCreated")],
    ["a channel gets another name", channel("channelRenamed")],
    ["a channel is deleted that nobody linked", channel("channelDeleted")],
    ["a channel comes back", channel("channelRestored")],
    ["a team gets another name", channel("teamRenamed")],
    ["a team is put away", channel("teamArchived")],
    ["a message is deleted", { type: "messageDelete" }],
    ["a message comes back", { type: "messageUpdate", channelData: { eventType: "undeleteMessage" } }],
    ["a heart", { type: "messageReaction", reactionsAdded: [{ type: "heart" }], replyToId: "1" }],
    ["a thumb taken back", { type: "messageReaction", reactionsRemoved: [{ type: "like" }], replyToId: "1" }],
    ["somebody is typing", { type: "typing" }],
    ["an event", { type: "event", name: "application/vnd.microsoft.readReceipt", value: {} }],
    ["a meeting starts", { type: "event", name: "application/vnd.microsoft.meetingStart", value: {} }],
    ["the conversation ends", { type: "endOfConversation" }],
    ["a trace", { type: "trace" }],
    ["something new", { type: "somethingNew" }],
  ])("%s: taken, without any effect", async (_name, more) => {
    const noor = town.person("Noor Blauwdruk");
    const before = await everything();
    const answer = await town.post(noor.activity({ text: undefined, ...more }));
    expect(answer).toEqual({ status: 200, text: "" });
    expect(noor.messages()).toHaveLength(1);
    expect(await everything()).toBe(before);
  });
});

/** All rows there are, with their versions. */
async function everything(): Promise<string> {
  const collections = [
    "account",
    "conversation",
    "delivery",
    "ownership",
    "proposal",
    "question",
    "token",
    "vakteamChannel",
  ] as const;
  return JSON.stringify(await Promise.all(collections.map((collection) => town.store.all(collection))));
}
