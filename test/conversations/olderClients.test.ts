import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTown, type Town, type TownPerson } from "../town.ts";

let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town.close());

const ASK = "wie gaat over hondenlosloopgebied in Veen";
const GROUP = "group.overleg-kernen";

/** Presses as a client without Universal Actions does: the button's fallback comes as a message with a value. */
function submit(person: TownPerson, verb: string, input: object = {}, more: object = {}) {
  return town.post(
    person.activity({ value: { verb, token: person.token(), ...input }, text: undefined, ...more }),
  );
}

describe("a press from an older client", () => {
  it("that only looks is answered by a message with the card", async () => {
    const sam = town.person("Sam Schets");
    await sam.asks(ASK);
    await submit(sam, "notRight");
    expect(sam.messages()).toHaveLength(2);
    expect(sam.sees()).toContain("Wie is volgens jou de eigenaar?");
    expect(sam.buttons()).toEqual(["Voorstel versturen", "Terug"]);
  });

  it("that is refused says why, and can be made again with what was missing", async () => {
    const sam = town.person("Sam Schets");
    await sam.asks(ASK);
    await submit(sam, "propose", { vakteam: "bestaat-niet" });
    expect(sam.sees()).toContain("de keuze is niet bekend");
    expect(await town.store.all("proposal")).toEqual([]);
  });

  it("that changes something is stored first, changes the card in place, and does it once", async () => {
    const sam = town.person("Sam Schets");
    await sam.asks(ASK);
    const press = sam.activity({
      value: { verb: "propose", token: sam.token(), vakteam: "swa", scope: "all" },
      text: undefined,
    });
    for (let again = 0; again < 3; again += 1) await town.post({ ...press, id: `m:${again}` });
    expect(await town.store.all("proposal")).toHaveLength(1);
    expect(sam.sees()).toContain("Je voorstel is verstuurd naar Noor Blauwdruk.");
    expect(sam.messages()).toHaveLength(1);
  });

  it("in a group is answered aloud with what everybody may see", async () => {
    const sam = town.person("Sam Schets", GROUP);
    await sam.asks(`@Kernwijzer ${ASK}`);
    await submit(sam, "propose", { vakteam: "bor", scope: "all" });
    const joris = town.person("Joris Proefstra", GROUP);
    expect(joris.messages()).toHaveLength(2);
    expect(joris.sees()).toContain("beslist hierover");
    expect(joris.sees()).not.toContain("Je voorstel");
    expect(joris.buttons()).toEqual([]);
  });

  it("by somebody it is not addressed to is refused and decides nothing", async () => {
    const sam = town.person("Sam Schets");
    await sam.asks(ASK);
    await sam.presses("Klopt niet");
    await sam.presses("Voorstel versturen", { vakteam: "swa", scope: "all" });
    const token = town.person("Noor Blauwdruk").token();
    const lotte = town.person("Lotte Vulling");
    await submit(lotte, "accept", { token });
    expect(lotte.sees()).toContain("aan iemand anders gericht");
    expect(await town.store.all("proposal")).toMatchObject([{ row: { status: "open" } }]);
  });

  it("made again from a newer client shows the card as it is", async () => {
    const sam = town.person("Sam Schets");
    await sam.asks(ASK);
    const token = sam.token();
    await submit(sam, "propose", { vakteam: "swa", scope: "all" });
    const again = await town.post(sam.invoke("propose", { token, vakteam: "swa", scope: "all" }));
    expect(JSON.parse(again.text)).toMatchObject({ statusCode: 200 });
    expect(again.text).toContain("Hondenlosloopgebieden");
    expect(await town.store.all("proposal")).toHaveLength(1);
  });

  it.each([
    ["a value that is no press", { iets: "anders" }],
    ["an unknown verb", { verb: "grantEverything", token: "AAAAAAAAAAAAAAAAAAAAAA" }],
    ["a refresh, which is no press", { verb: "refresh", token: "AAAAAAAAAAAAAAAAAAAAAA" }],
  ])("with %s is answered calmly", async (_name, value) => {
    const lotte = town.person("Lotte Vulling");
    await town.post(lotte.activity({ value, text: undefined }));
    expect(lotte.sees()).toContain("Deze knop ken ik niet.");
  });
});
