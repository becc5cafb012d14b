import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTown, type Town } from "../town.ts";

let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town.close());

const VERKEER = "channel.verkeer";
const BOR = "channel.bor";

/** Id at the connector of the channel of a vakteam in the practice room. */
function idOf(chat: string): string {
  return town.connector.room.chat(chat)?.conversationId ?? "";
}

async function channelOf(vakteam: string): Promise<string | undefined> {
  return (await town.store.get("vakteamChannel", vakteam))?.row.conversation;
}

/** Takes the channel of a vakteam away, so that it can be linked anew. */
async function unlink(vakteam: string): Promise<void> {
  const linked = await town.store.get("vakteamChannel", vakteam);
  await town.store.commit({
    changes: [{ collection: "vakteamChannel", id: vakteam, expect: linked?.version ?? 0, row: null }],
    journal: { who: "test", capacity: "", at: "2026-04-14T07:00:00.000Z", act: "test", why: "test" },
    outbox: [],
    reply: null,
  });
}

describe("the practice room", () => {
  it("begins with the channel of each vakteam linked, so that cards to a team land there", async () => {
    expect(await channelOf("verkeer")).toBe(idOf(VERKEER));
    expect(await town.store.all("vakteamChannel")).toHaveLength(22);
    const sam = town.person("Sam Schets");
    await sam.asks("wie gaat over speelplekken in Genderen");
    await sam.presses("Klopt niet");
    await sam.presses("Voorstel versturen", { vakteam: "verkeer", scope: "all" });
    expect(town.person("Petra Placebo", VERKEER).sees()).toContain("Voorstel: Verkeer");
  });
});

describe("typing whose channel it is", () => {
  it.each([
    ["Petra Placebo", "the teamleider", "@Kernwijzer dit is het kanaal van Verkeer"],
    ["Daan Testerman", "the aanspreekpunt", "@Kernwijzer koppel dit kanaal aan Verkeer"],
    ["Petra Placebo", "the teamleider", "@Kernwijzer Dit is ons kanaal van team Verkeer"],
  ])("%s, %s, links it", async (name, _role, words) => {
    await unlink("verkeer");
    const person = town.person(name, VERKEER);
    await person.asks(words);
    expect(person.sees()).toBe(
      "Dit is nu het kanaal van team Verkeer. Wat voor het team is, komt voortaan ook hier.",
    );
    expect(await channelOf("verkeer")).toBe(idOf(VERKEER));
  });

  it.each([
    ["Priya Modelius", "who works there but does not speak for the team"],
    ["Wout Sjabloon", "who speaks for another team"],
  ])("%s, %s, does not", async (name) => {
    await unlink("verkeer");
    const chat = name === "Priya Modelius" ? VERKEER : BOR;
    const person = town.person(name, chat);
    await person.asks("@Kernwijzer dit is het kanaal van Verkeer");
    expect(person.sees()).toContain("Dat kan alleen iemand die voor dat team beslist");
    expect(await channelOf("verkeer")).toBeUndefined();
  });

  it("moves it when the team had another one, and both channels hear of that", async () => {
    const wout = town.person("Wout Sjabloon", BOR);
    await unlink("bor");
    await wout.asks("@Kernwijzer dit is het kanaal van BOR");
    const moved = {
      ...wout.activity(),
      conversation: { id: "19:nieuw@thread.tacv2", conversationType: "channel" },
    };
    await town.post({
      ...moved,
      text: "<at>Kernwijzer</at> dit is het kanaal van BOR",
      channelData: { tenant: { id: town.connector.tenantId }, team: { id: "19:nieuw@thread.tacv2" } },
    });
    expect(await channelOf("bor")).toBe("19:nieuw@thread.tacv2");
    expect(wout.sees()).toBe(
      "Dit is niet meer het kanaal van team Beheer Openbare Ruimte. Het team heeft een ander kanaal gekozen.",
    );
  });

  it("links the channel and not the thread it was typed in", async () => {
    await unlink("verkeer");
    const petra = town.person("Petra Placebo", VERKEER);
    await petra.asks("@Kernwijzer wie gaat over hondenlosloopgebied in Veen");
    const post = town.connector.room.messages(VERKEER)[0]?.id;
    town.connector.say("petra-placebo", VERKEER, "@Kernwijzer dit is het kanaal van Verkeer", post);
    await expect.poll(() => channelOf("verkeer")).toBe(idOf(VERKEER));
    expect((await town.store.get("conversation", idOf(VERKEER)))?.row.kind).toBe("channel");
  });

  it.each([
    ["@Kernwijzer dit is het kanaal van ons allemaal", "Ik weet niet welk team je bedoelt."],
    ["@Kernwijzer dit is het kanaal van Verkeer", "het kanaal van team Verkeer"],
  ])("%s → %s", async (words, expected) => {
    const petra = town.person("Petra Placebo", VERKEER);
    await petra.asks(words);
    expect(petra.sees()).toContain(expected);
    expect(await channelOf("verkeer")).toBe(idOf(VERKEER));
  });

  it("elsewhere says that it must be typed in the channel", async () => {
    const petra = town.person("Petra Placebo");
    await petra.asks("dit is het kanaal van Verkeer");
    expect(petra.sees()).toContain("Dat kan alleen in het kanaal zelf.");
  });

  it("a kanaal that is a waterway stays a question", async () => {
    const petra = town.person("Petra Placebo", VERKEER);
    await petra.asks("@Kernwijzer wie gaat over het onderhoud van het kanaal in Andel");
    expect(petra.sees()).not.toContain("kanaal van team");
    expect(await town.store.all("question")).toHaveLength(1);
  });
});

describe("the button on the card that greets a channel", () => {
  it("offers the teams one may speak for, links, and shows it to everybody", async () => {
    await unlink("verkeer");
    const petra = town.person("Petra Placebo", VERKEER);
    const priya = town.person("Priya Modelius", VERKEER);
    await petra.opens();
    expect(priya.sees()).toContain("Is dit het kanaal van een vakteam?");
    await petra.presses("Koppel aan een vakteam");
    expect(await petra.finds("")).toEqual(["Verkeer"]);
    await petra.presses("Koppelen", { vakteam: "verkeer" });
    for (const one of [petra, priya])
      expect(one.sees()).toContain(
        "Dit is het kanaal van team Verkeer. Wat voor het team is, komt ook hier.",
      );
    expect(priya.messages()).toHaveLength(1);
    expect(await channelOf("verkeer")).toBe(idOf(VERKEER));
  });

  it("searches all teams for who may speak for all", async () => {
    const fedor = town.person("Fedor Functietest");
    const petra = town.person("Petra Placebo", VERKEER);
    await petra.opens();
    const form = await town.post(fedor.invoke("linkForm", { token: petra.token() }));
    const dataset = /"dataset":"([^"]+)"/.exec(form.text)?.[1];
    expect(dataset).toMatch(/^vakteams\//);
    const found = async (person: typeof fedor) => {
      const value = { dataset, queryText: "", queryOptions: { skip: 15, top: 15 } };
      const answer = await town.post(person.activity({ type: "invoke", name: "application/search", value }));
      return JSON.parse(answer.text) as { value: { results: unknown[] } };
    };
    expect((await found(fedor)).value.results).toHaveLength(7);
    expect((await found(petra)).value.results).toEqual([]);
  });

  it.each([
    ["Priya Modelius", {}],
    ["Petra Placebo", { vakteam: "bor" }],
    ["Petra Placebo", { vakteam: "bestaat-niet" }],
    ["Petra Placebo", {}],
  ])("%s with %j changes nothing", async (name, input) => {
    await unlink("verkeer");
    const person = town.person(name, VERKEER);
    await person.opens();
    const answer = await town.post(person.invoke("link", input));
    expect(answer.text).toMatch(/voor dat team beslist|keuze is niet bekend/);
    expect(await channelOf("verkeer")).toBeUndefined();
    expect(await channelOf("bor")).toBe(idOf(BOR));
  });

  it("leaves the form again", async () => {
    const petra = town.person("Petra Placebo", VERKEER);
    await petra.opens();
    await petra.presses("Koppel nog een vakteam");
    await petra.presses("Terug");
    expect(petra.sees()).toContain("Hallo, ik ben Kernwijzer");
  });
});

describe("a channel that goes", () => {
  const event = (eventType: string, chat: string) => ({
    type: "conversationUpdate",
    text: undefined,
    channelData: {
      eventType,
      tenant: { id: town.connector.tenantId },
      team: { id: idOf(chat) },
      channel: { id: idOf(chat) },
    },
  });

  it.each([
    ["is deleted", (chat: string) => event("channelDeleted", chat)],
    ["goes with its team", (chat: string) => event("teamDeleted", chat)],
    ["loses the bot", () => ({ type: "installationUpdate", action: "remove", text: undefined })],
  ])("%s is no channel of a vakteam any more, and is sent nothing", async (_how, told) => {
    const petra = town.person("Petra Placebo", VERKEER);
    await petra.asks("@Kernwijzer hoi");
    await town.post(petra.activity(told(VERKEER)));
    expect(await channelOf("verkeer")).toBeUndefined();
    expect(await channelOf("bor")).toBe(idOf(BOR));
    const before = petra.messages().length;
    const sam = town.person("Sam Schets");
    await sam.asks("wie gaat over speelplekken in Genderen");
    await sam.presses("Klopt niet");
    await sam.presses("Voorstel versturen", { vakteam: "verkeer", scope: "all" });
    expect(petra.messages()).toHaveLength(before);
    expect(town.person("Petra Placebo").sees()).toContain("Voorstel: Verkeer");
    expect(await town.store.deadMessages()).toEqual([]);
  });

  it("ends the threads in it too", async () => {
    const petra = town.person("Petra Placebo", VERKEER);
    await petra.asks("@Kernwijzer hoi");
    await town.post(petra.activity(event("channelDeleted", VERKEER)));
    const places = (await town.store.all("conversation")).map(({ row }) => row);
    const here = places.filter(({ id, channel }) => id === idOf(VERKEER) || channel === idOf(VERKEER));
    expect(here.length).toBeGreaterThan(1);
    expect(here.every(({ unreachable }) => unreachable?.why === "gone")).toBe(true);
  });

  it("goes with its team also when later activities from it did not name the team", async () => {
    const petra = town.person("Petra Placebo", VERKEER);
    await petra.asks("@Kernwijzer hoi");
    await petra.opens();
    await town.post(
      petra.invoke("linkForm", {}, { channelData: { tenant: { id: town.connector.tenantId } } }),
    );
    await town.post({ ...petra.activity({ text: "help" }), channelData: {} });
    await town.post(petra.activity(event("teamDeleted", VERKEER)));
    expect(await channelOf("verkeer")).toBeUndefined();
  });
});
