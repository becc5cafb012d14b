import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTown, type Town, type TownPerson } from "../town.ts";

let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town.close());

const PLACES = [
  ["a personal chat", undefined],
  ["a group chat", "group.overleg-kernen"],
  ["a team", "channel.bor"],
] as const;

const ASK = "wie gaat over hondenlosloopgebied in Veen";

/** What Teams tells of the bot in a place. */
function events(person: TownPerson) {
  const bot = { id: town.connector.botId, name: "Kernwijzer" };
  const tell = (more: object) => town.post(person.activity({ text: undefined, ...more }));
  return {
    install: () => tell({ type: "installationUpdate", action: "add" }),
    added: () => tell({ type: "conversationUpdate", membersAdded: [bot] }),
    upgrade: () => tell({ type: "installationUpdate", action: "add-upgrade" }),
    oldVersion: () => tell({ type: "installationUpdate", action: "remove-upgrade" }),
    uninstall: () => tell({ type: "installationUpdate", action: "remove" }),
    removed: () => tell({ type: "conversationUpdate", membersRemoved: [bot] }),
    tell,
  };
}

async function unreachable(): Promise<readonly (string | undefined)[]> {
  const rows = (await town.store.all("conversation")).filter(({ row }) => row.unreachable);
  return rows.map(({ row }) => row.unreachable?.why);
}

describe.each(PLACES)("in %s", (_place, chat) => {
  it("the bot says hello once, however often and in whatever order Teams tells", async () => {
    const wout = town.person("Wout Sjabloon", chat);
    const { install, added } = events(wout);
    await Promise.all([install(), added(), install(), added()]);
    await added();
    expect(wout.messages()).toHaveLength(1);
    expect(wout.sees()).toContain("Hallo, ik ben Kernwijzer");
    expect(await town.store.all("question")).toEqual([]);
  });

  it("says nothing about a newer version", async () => {
    const wout = town.person("Wout Sjabloon", chat);
    const { install, oldVersion, upgrade } = events(wout);
    await install();
    await oldVersion();
    await upgrade();
    await upgrade();
    expect(wout.messages()).toHaveLength(1);
    expect(await unreachable()).toEqual([]);
  });

  it("is quiet from the moment it is removed, and says hello again when it comes back", async () => {
    const wout = town.person("Wout Sjabloon", chat);
    const { install, uninstall, removed, added } = events(wout);
    await install();
    await Promise.all([uninstall(), removed()]);
    expect(await unreachable()).toEqual(["uninstalled"]);
    await removed();
    expect(wout.messages()).toHaveLength(1);
    await Promise.all([install(), added()]);
    expect(wout.messages()).toHaveLength(2);
    expect(await unreachable()).toEqual([]);
  });

  it("takes a removal for a place it never knew", async () => {
    const { uninstall, install } = events(town.person("Wout Sjabloon", chat));
    expect((await uninstall()).status).toBe(200);
    expect(await unreachable()).toEqual(["uninstalled"]);
    await install();
    expect(await unreachable()).toEqual([]);
  });

  it("hears somebody again: then the place can be reached", async () => {
    const wout = town.person("Wout Sjabloon", chat);
    await events(wout).uninstall();
    await wout.asks(`@Kernwijzer ${ASK}`);
    expect(await unreachable()).toEqual([]);
    expect(wout.sees()).toContain("Beheer Openbare Ruimte");
  });
});

describe("a place without the bot", () => {
  it("is sent nothing: who was to be told there is passed over, loudly", async () => {
    await events(town.person("Noor Blauwdruk")).uninstall();
    const sam = town.person("Sam Schets");
    await sam.asks(ASK);
    await sam.presses("Klopt niet");
    await sam.presses("Voorstel versturen", { vakteam: "swa", scope: "all" });
    expect(town.person("Noor Blauwdruk").messages()).toEqual([]);
    expect(await town.store.deadMessages()).toMatchObject([
      { conversation: expect.stringMatching(/^personal:/) },
    ]);
  });
});

describe("a group", () => {
  it("hears that only messages with a mention are read; somebody by themselves does not need that", async () => {
    const group = town.person("Sam Schets", "group.overleg-kernen");
    await events(group).install();
    expect(group.sees()).toContain("lees ik alleen berichten waarin je mij noemt");
    const alone = town.person("Sam Schets");
    await events(alone).install();
    expect(alone.sees()).not.toContain("noemt");
  });

  it("is told of by Teams without anybody's name, and greeted all the same", async () => {
    const group = town.person("Sam Schets", "group.overleg-kernen");
    await events(group).tell({ type: "installationUpdate", action: "add", from: undefined });
    expect(group.messages()).toHaveLength(1);
  });
});
