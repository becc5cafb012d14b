import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTown, type Town, type TownPerson } from "../town.ts";

let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town.close());

/** Somebody asks something and changes the message afterwards. */
async function edits(person: TownPerson, asked: string, edited: string, more: object = {}) {
  const asking = person.activity({ text: asked });
  await town.post(asking);
  return town.post({
    ...asking,
    type: "messageUpdate",
    text: edited,
    channelData: { eventType: "editMessage", tenant: { id: town.connector.tenantId } },
    ...more,
  });
}

const ASK = "wie gaat over hondenlosloopgebied in Veen";

describe("a message that was edited", () => {
  it("is answered again in the place of the first answer", async () => {
    const lotte = town.person("Lotte Vulling");
    await edits(lotte, ASK, "wie gaat over riolering in Hank");
    expect(lotte.sees()).toContain("Riolering – Hank");
    expect(lotte.messages()).toHaveLength(1);
    expect(await town.store.all("question")).toHaveLength(1);
  });

  it("counts each time, and the card's buttons are of the last", async () => {
    const sam = town.person("Sam Schets");
    await edits(sam, ASK, "wie gaat over riolering in Hank");
    const asked = (await town.store.all("question"))[0]?.row.message;
    const again = { type: "messageUpdate", id: asked, channelData: { eventType: "editMessage" } };
    await town.post(sam.activity({ ...again, text: "wie gaat over speelplekken in Genderen" }));
    expect(sam.sees()).toContain("Speelplekken en speeltoestellen – Genderen");
    await sam.presses("Klopt niet");
    expect(sam.sees()).toContain("Klopt niet: Speelplekken en speeltoestellen – Genderen");
  });

  it("may answer what was asked back", async () => {
    const sam = town.person("Sam Schets");
    await edits(sam, "hank heeft gebeld over riolering", "wie gaat over riolering in Genderen");
    expect(sam.sees()).toContain("Riolering – Genderen");
    expect(sam.messages()).toHaveLength(1);
  });

  it.each([
    ["is no question any more", "dank je wel"],
    ["is empty", ""],
  ])("and %s leaves the answer as it is", async (_how, edited) => {
    const lotte = town.person("Lotte Vulling");
    await edits(lotte, ASK, edited);
    expect(lotte.sees()).toContain("Hondenlosloopgebieden – Veen");
    expect(lotte.messages()).toHaveLength(1);
  });

  it("that was no question is not answered for being edited", async () => {
    const lotte = town.person("Lotte Vulling");
    await edits(lotte, "hoi", ASK);
    expect(lotte.messages()).toHaveLength(1);
    expect(await town.store.all("question")).toEqual([]);
  });

  it("by somebody else changes nothing", async () => {
    const sam = town.person("Sam Schets", "group.overleg-kernen");
    const joris = town.person("Joris Proefstra", "group.overleg-kernen").activity();
    await edits(sam, ASK, "wie gaat over riolering in Hank", { from: joris["from"] });
    expect(sam.sees()).toContain("Hondenlosloopgebieden – Veen");
  });

  it("and then deleted keeps its answer", async () => {
    const lotte = town.person("Lotte Vulling");
    await edits(lotte, ASK, "wie gaat over riolering in Hank");
    const asked = (await town.store.all("question"))[0]?.row.message;
    await town.post(lotte.activity({ type: "messageDelete", id: asked, text: undefined }));
    expect(lotte.sees()).toContain("Riolering – Hank");
    expect(lotte.messages()).toHaveLength(1);
  });
});
