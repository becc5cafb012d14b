import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Change } from "../../storage/store.ts";
import { VERBS, VERBS_ON } from "../../bot/domain/verb.ts";
import { openTown, type Town } from "../town.ts";

let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town.close());

/** Sam proposes that the dog field goes to his team; Noor decides. */
async function propose(): Promise<void> {
  const sam = town.person("Sam Schets");
  await sam.asks("wie gaat over hondenlosloopgebied in Veen");
  await sam.presses("Klopt niet");
  await sam.presses("Voorstel versturen", { vakteam: "swa", scope: "all" });
}

/** The register changes while cards stand. */
async function change(changes: readonly Change[]): Promise<void> {
  const journal = { who: "test", capacity: "", at: "2026-04-14T07:00:00.000Z", act: "test", why: "test" };
  expect(await town.store.commit({ changes, journal, outbox: [], reply: null })).toEqual({
    kind: "committed",
  });
}

async function statuses() {
  return (await town.store.all("proposal")).map(({ row }) => row.status);
}

describe("a button of another sort of card, put together with this token", () => {
  it.each(VERBS.filter((verb) => !VERBS_ON.proposal.includes(verb)))("%s on a proposal", async (verb) => {
    await propose();
    const noor = town.person("Noor Blauwdruk");
    const answer = await town.post(noor.invoke(verb, { reason: "nee", vakteam: "bor" }));
    expect(answer.text).toContain("Deze knop ken ik niet.");
    expect(await statuses()).toEqual(["open"]);
  });

  it("a decision on a question, or on a channel", async () => {
    const sam = town.person("Sam Schets");
    await sam.asks("wie gaat over hondenlosloopgebied in Veen");
    const wim = town.person("Wim Maquette", "channel.bor");
    await wim.opens();
    for (const verb of VERBS_ON.proposal) {
      expect((await town.post(sam.invoke(verb))).text).toContain("Deze knop ken ik niet.");
      expect((await town.post(wim.invoke(verb))).text).toContain("Deze knop ken ik niet.");
    }
  });
});

describe("somebody whose place in the register changed after the card was sent", () => {
  it("has left: decides nothing, and is told calmly", async () => {
    await propose();
    const left = await town.store.get("official", "noor-blauwdruk");
    if (!left) throw new Error("Noor is not in the register");
    await change([
      { collection: "official", id: left.row.id, expect: left.version, row: { ...left.row, active: false } },
    ]);
    const answer = await town.post(town.person("Noor Blauwdruk").invoke("accept"));
    expect(answer.text).toContain("Er is niets veranderd.");
    expect(await statuses()).toEqual(["open"]);
  });

  it("does not have the role any more: decides nothing, and reads the card without buttons", async () => {
    await propose();
    const role = await town.store.get("role", "noor-blauwdruk-teamleider-swa");
    if (!role) throw new Error("Noor does not have that role");
    await change([
      { collection: "role", id: role.row.id, expect: role.version, row: { ...role.row, to: "2026-04-13" } },
    ]);
    const noor = town.person("Noor Blauwdruk");
    expect((await town.post(noor.invoke("accept"))).text).toContain("aan iemand anders gericht");
    expect((await town.post(noor.invoke("refresh"))).text).not.toContain("Akkoord");
    expect(await statuses()).toEqual(["open"]);
  });
});

describe("an answer whose topic left the catalogue", () => {
  it("cannot be said to be wrong, and says calmly that it is not known any more", async () => {
    const sam = town.person("Sam Schets");
    await sam.asks("wie gaat over hondenlosloopgebied in Veen");
    const topic = await town.store.get("topic", "hondenlosloopgebied");
    await change([
      { collection: "topic", id: "hondenlosloopgebied", expect: topic?.version ?? 0, row: null },
    ]);
    expect((await town.post(sam.invoke("notRight"))).text).toContain("niet meer actueel");
    expect((await town.post(sam.invoke("refresh"))).text).toContain("Dat weet ik niet");
  });
});

describe("'klopt niet' where nothing was answered", () => {
  it("opens no form", async () => {
    const sam = town.person("Sam Schets");
    await sam.asks("qzxwv plmokn wie gaat daarover");
    expect((await town.post(sam.invoke("notRight"))).text).toContain("niet meer actueel");
  });
});

describe("a press that was refused", () => {
  it("is not used up: with what was missing it counts, also from somebody the bot had never heard", async () => {
    await propose();
    const noor = town.person("Noor Blauwdruk");
    await noor.presses("Niet akkoord", { reason: " " });
    expect(noor.told()).toContain("Schrijf er een reden bij.");
    await noor.presses("Niet akkoord", { reason: "niet van ons" });
    expect(await statuses()).toEqual(["refused"]);
  });

  it("stores nothing, not even where it came from", async () => {
    await propose();
    const before = await Promise.all([town.store.all("conversation"), town.store.all("account")]);
    const lotte = town.person("Lotte Vulling");
    const token = town.person("Noor Blauwdruk").token();
    await town.post(lotte.invoke("accept", { token }));
    expect(await Promise.all([town.store.all("conversation"), town.store.all("account")])).toEqual(before);
  });
});

describe("one person on several devices", () => {
  it("sees on all of them what was decided on one", async () => {
    await propose();
    const noor = town.person("Noor Blauwdruk");
    await noor.presses("Akkoord");
    // The other device never got the answer to the press: it shows the message itself.
    const [message] = noor.messages();
    expect(JSON.stringify(message?.cards)).toContain("Noor Blauwdruk ging akkoord.");
    expect(JSON.stringify(message?.cards)).not.toContain("Niet akkoord");
  });
});
