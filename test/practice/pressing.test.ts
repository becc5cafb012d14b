import { afterEach, describe, expect, it } from "vitest";
import { openRoom, type OpenRoom } from "./openRoom.ts";
import { invokeAnswer, withCard, type Answer, type Received } from "./standInBot.ts";

const GROUP = "group.overleg-kernen";
const card = (text: string, more: object = {}) => ({
  type: "AdaptiveCard",
  version: "1.5",
  body: [{ type: "TextBlock", text }],
  ...more,
});
const press = { type: "Action.Execute", verb: "take", data: { token: "t" } } as const;

let room: OpenRoom;
afterEach(() => room.close());

/** A room in which Mieke asked something in the group and the bot put a card there; answers that card's message id. */
async function withCardInGroup(onInvoke: Answer, base: object = card("basis")): Promise<string> {
  room = await openRoom(async (activity, bot) => {
    if (activity.type === "invoke") return onInvoke(activity, bot);
    if (activity.type === "message" && activity.text !== undefined) await bot.reply(activity, withCard(base));
    return undefined;
  });
  const said = room.connector.say("mieke", GROUP, "@Kernwijzer wie?");
  if (said.kind === "said") await said.delivered;
  return room.connector.room.messages(GROUP).at(-1)?.id ?? "";
}

const shown = (id: string) => room.connector.room.message(GROUP, id);
const invokes = (): Received[] => room.bot.received.filter((activity) => activity.type === "invoke");

describe("pressing a button", () => {
  it("is the invoke that Teams sends", async () => {
    const id = await withCardInGroup(() => invokeAnswer(card("nieuw")));
    await room.connector.press("wout", GROUP, id, { ...press, id: "knop", title: "Oppakken" });
    expect(invokes()[0]).toMatchObject({
      type: "invoke",
      name: "adaptiveCard/action",
      replyToId: id,
      from: { name: "Wout Sjabloon" },
      value: {
        action: { type: "Action.Execute", id: "knop", title: "Oppakken", verb: "take", data: { token: "t" } },
        trigger: "manual",
      },
    });
  });

  it("changes the card for the presser only", async () => {
    const id = await withCardInGroup(() => invokeAnswer(card("van Wout")));
    expect(await room.connector.press("wout", GROUP, id, press)).toEqual({ kind: "card" });
    expect(shown(id)?.personal).toEqual({ wout: card("van Wout") });
    expect(shown(id)?.cards).toEqual([card("basis")]);
  });

  it("changes the card for everybody when the bot updates the message, whatever they saw before", async () => {
    const id = await withCardInGroup(() => invokeAnswer(card("van Wout")));
    await room.connector.press("wout", GROUP, id, press);
    const asked = room.bot.received[0];
    expect(asked && (await room.bot.update(asked, id, withCard(card("voor allen"))))).toBe(200);
    expect(shown(id)).toMatchObject({ cards: [card("voor allen")], personal: {}, revision: 1 });
  });

  it("shows a text as a message and leaves the card as it was", async () => {
    const id = await withCardInGroup(() => invokeAnswer("Vastgelegd."));
    expect(await room.connector.press("wout", GROUP, id, press)).toEqual({
      kind: "message",
      text: "Vastgelegd.",
    });
    expect(shown(id)?.personal).toEqual({});
  });

  it.each([
    ["an HTTP error", { status: 501 }, { kind: "failed", why: "status" }],
    ["an answer that is no invoke answer", { body: { hello: 1 } }, { kind: "failed", why: "status" }],
    [
      "an error in the body",
      {
        body: {
          statusCode: 400,
          type: "application/vnd.microsoft.error",
          value: { code: "BadRequest", message: "Nee" },
        },
      },
      { kind: "failed", why: "refused", text: "Nee" },
    ],
    ["an empty answer", {}, { kind: "nothing" }],
  ])("gives the presser a plain outcome for %s", async (_name, answer, outcome) => {
    const id = await withCardInGroup(() => answer);
    expect(await room.connector.press("wout", GROUP, id, press)).toMatchObject(outcome);
  });

  it("gives up when the bot takes too long", async () => {
    let release = (): void => undefined;
    room = await openRoom((activity) => {
      if (activity.type !== "invoke") return undefined;
      return new Promise((resolve) => {
        release = () => resolve(undefined);
      });
    }, 50);
    const message = room.connector.room.add(GROUP, { text: "", format: "plain", cards: [card("basis")] });
    expect(await room.connector.press("wout", GROUP, message.id, press)).toMatchObject({
      kind: "failed",
      why: "noAnswer",
    });
    release();
  });

  it("sends Action.Submit as a message with a value and no text", async () => {
    const id = await withCardInGroup(() => undefined);
    const outcome = await room.connector.press("wout", GROUP, id, {
      type: "Action.Submit",
      data: { choice: 1 },
    });
    const last = room.bot.received.at(-1);
    expect(outcome).toEqual({ kind: "nothing" });
    expect(last).toMatchObject({ type: "message", replyToId: id, value: { choice: 1 } });
    expect(last?.text).toBeUndefined();
    expect(room.connector.room.messages(GROUP)).toHaveLength(2);
  });

  it("shows the words of a messageBack as the presser's own", async () => {
    const id = await withCardInGroup(() => undefined);
    const data = {
      msteams: { type: "messageBack", text: "kies veen", displayText: "Veen", value: { kern: "veen" } },
    };
    await room.connector.press("wout", GROUP, id, { type: "Action.Submit", data });
    expect(room.bot.received.at(-1)).toMatchObject({ text: "kies veen", value: { kern: "veen" } });
    expect(room.connector.room.messages(GROUP)).toContainEqual(
      expect.objectContaining({ from: "wout", text: "Veen" }),
    );
  });
});

describe("typing in a search field", () => {
  it("asks the bot and gives its choices", async () => {
    const results = [{ title: "Verkeer", value: "verkeer" }];
    const id = await withCardInGroup(() => ({
      body: { statusCode: 200, type: "application/vnd.microsoft.search.searchResponse", value: { results } },
    }));
    const outcome = await room.connector.search("wout", GROUP, id, { text: "ver", dataset: "vakteams" });
    expect(outcome).toEqual({ kind: "results", results });
    expect(invokes()[0]).toMatchObject({
      name: "application/search",
      value: { queryText: "ver", queryOptions: { skip: 0, top: 15 }, dataset: "vakteams" },
    });
  });

  it("says so when the bot cannot answer", async () => {
    const id = await withCardInGroup(() => ({ status: 400 }));
    expect(await room.connector.search("wout", GROUP, id, { text: "v", dataset: "d" })).toEqual({
      kind: "failed",
      why: "status",
    });
  });
});

describe("a card that refreshes", () => {
  const refreshing = (...userIds: (string | undefined)[]) =>
    card("basis", {
      refresh: { action: { type: "Action.Execute", verb: "refresh", data: { token: "r" } }, userIds },
    });
  const teamsId = async (person: string): Promise<string | undefined> => {
    const other = await openRoom();
    await other.close();
    return other.connector.room.person(person)?.teamsId;
  };

  it("is asked for automatically by whom it names, when they open the chat", async () => {
    const id = await withCardInGroup(() => invokeAnswer(card("van Wout")), refreshing(await teamsId("wout")));
    await room.connector.open("mieke", GROUP);
    expect(invokes()).toEqual([]);
    await room.connector.open("wout", GROUP);
    expect(invokes()[0]).toMatchObject({
      value: {
        action: { type: "Action.Execute", verb: "refresh", data: { token: "r" } },
        trigger: "automatic",
      },
    });
    expect(shown(id)?.personal).toEqual({ wout: card("van Wout") });
  });

  it("is asked for again only after a minute, or when the bot changed the message", async () => {
    const again = refreshing(await teamsId("wout"));
    const id = await withCardInGroup(() => invokeAnswer(again), again);
    await room.connector.open("wout", GROUP);
    room.now = "2026-04-14T07:12:59.999Z";
    await room.connector.open("wout", GROUP);
    expect(invokes()).toHaveLength(1);
    room.now = "2026-04-14T07:13:00.000Z";
    await room.connector.open("wout", GROUP);
    expect(invokes()).toHaveLength(2);
    const asked = room.bot.received[0];
    if (asked) await room.bot.update(asked, id, withCard(again));
    await room.connector.open("wout", GROUP);
    expect(invokes()).toHaveLength(3);
  });

  it("stops refreshing for whoever got a card without refresh", async () => {
    await withCardInGroup(() => invokeAnswer(card("klaar")), refreshing(await teamsId("wout")));
    await room.connector.open("wout", GROUP);
    room.now = "2026-04-14T08:00:00.000Z";
    await room.connector.open("wout", GROUP);
    expect(invokes()).toHaveLength(1);
  });
});
