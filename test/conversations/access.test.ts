import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Change } from "../../storage/store.ts";
import { ASK, openStrangerTown, write, type StrangerTown } from "./strangers.ts";

let at: StrangerTown;
beforeEach(async () => {
  at = await openStrangerTown();
});
afterEach(() => at.town.close());

describe("somebody who is not in the register", () => {
  it("gets an answer, and once a card that says so", async () => {
    await at.stranger.asks(ASK);
    expect(at.stranger.messages()).toHaveLength(2);
    expect(JSON.stringify(at.stranger.messages()[0]?.cards)).toContain("Beheer Openbare Ruimte");
    expect(at.stranger.sees()).toContain("Hallo, ik ben Kernwijzer");
    expect(at.stranger.sees()).toContain("Je staat nog niet in de lijst met collega's");
    expect(at.stranger.buttons()).toEqual(["Vraag toegang"]);
    await at.stranger.asks(ASK);
    expect(at.stranger.messages()).toHaveLength(3);
  });

  it("gets the card when the bot is added, instead of a greeting; and again with help", async () => {
    await at.stranger.opens();
    expect(at.stranger.messages()).toHaveLength(1);
    expect(at.stranger.buttons()).toEqual(["Vraag toegang"]);
    await at.stranger.asks("help");
    expect(at.stranger.messages()).toHaveLength(3);
    expect(at.stranger.buttons()).toEqual(["Vraag toegang"]);
  });

  it("gets no card in a group, where everybody would read it", async () => {
    const group = at.town.person("Sam Schets", "channel.swa");
    await group.asks(`@Kernwijzer ${ASK}`);
    expect(group.messages()).toHaveLength(1);
    expect(await at.town.store.all("accessRequest")).toEqual([]);
  });

  it("asks, and hears that it waits, however often and from whichever card", async () => {
    await at.requested();
    expect(at.stranger.sees()).toContain("ligt bij functioneel beheer");
    await at.town.post(at.stranger.invoke("askAccess", { token: await at.tokenOf("offered") }));
    await at.stranger.asks("help");
    expect(at.stranger.sees()).toContain("ligt bij functioneel beheer");
    expect(at.stranger.buttons()).toEqual([]);
    expect(at.fleur.messages()).toHaveLength(2);
    expect((await at.town.store.all("accessRequest")).map(({ row }) => row.status)).toEqual(["open"]);
  });

  it("is asked of nobody when there is nobody, and may ask again", async () => {
    await at.stranger.asks(ASK);
    const keepers = (await at.town.store.all("role")).filter(({ row }) => row.role === "functioneel beheer");
    const away = keepers.map(({ row, version }): Change => ({
      collection: "role",
      id: row.id,
      expect: version,
      row: { ...row, to: "2026-04-13" },
    }));
    await write(at.town.store, away);
    await at.stranger.presses("Vraag toegang");
    expect(at.stranger.told()).toContain("Er is nu niemand van functioneel beheer");
    expect((await at.request())?.status).toBe("offered");
  });
});

describe("functioneel beheer", () => {
  it("is asked, all of it, with the name as Teams has it and the id that counts", async () => {
    await at.requested();
    for (const one of [at.fleur, at.frits]) {
      expect(one.sees()).toContain("Naam bij Teams: Sam Schets");
      expect(one.sees()).toContain(`Object-id in Entra: ${at.strangersId}`);
      expect(one.buttons()).toEqual(["Koppelen", "Niet toelaten"]);
    }
  });

  it("may choose whoever has no link, and nobody else", async () => {
    await at.requested();
    const found = await at.fleur.finds("");
    expect(found.join()).toContain("Sam Schets");
    expect(found.join()).toContain("Wout Sjabloon");
    expect(found.join()).not.toContain("Noor Blauwdruk");
  });

  it("links: the register has it, the journal too, the asker hears it, and the other card says so", async () => {
    await at.requested();
    await at.fleur.presses("Koppelen", { official: "sam-schets" });
    expect(await at.official()).toMatchObject({ id: "sam-schets", entraId: at.strangersId });
    expect(await at.request()).toMatchObject({
      status: "linked",
      official: "sam-schets",
      decidedBy: "fleur-fictief",
    });
    expect(at.stranger.sees()).toContain("Je staat nu in de lijst als Sam Schets");
    expect(at.frits.sees()).toContain("Fleur Fictief heeft dit account gekoppeld aan Sam Schets");
    expect(at.frits.buttons()).toEqual([]);
    expect(at.frits.messages()).toHaveLength(2);
    await at.stranger.asks(ASK);
    await at.stranger.presses("Klopt niet");
    expect(at.stranger.buttons()).toContain("Voorstel versturen");
  });

  it("refuses with a reason, which the asker reads; a month later they may ask again", async () => {
    await at.requested();
    await at.fleur.presses("Niet toelaten");
    expect(at.fleur.told()).toContain("Schrijf er een reden bij");
    await at.fleur.presses("Niet toelaten", { reason: "werkt niet bij ons" });
    expect(at.stranger.sees()).toContain("werkt niet bij ons");
    expect(at.frits.sees()).toContain("Fleur Fictief heeft dit account niet toegelaten");
    expect(await at.official()).not.toHaveProperty("entraId");
    await at.stranger.asks("help");
    expect(at.stranger.buttons()).toEqual([]);
    await at.town.now("2026-05-20T07:00:00.000Z");
    await at.stranger.asks("help");
    await at.stranger.presses("Vraag toegang");
    expect((await at.request())?.status).toBe("open");
  });

  it("decides once: two at the same moment are one decision", async () => {
    await at.requested();
    const linking = at.fleur.invoke("link", { official: "sam-schets" });
    const refusing = at.frits.invoke("refuse", { reason: "ken ik niet" });
    const answers = await Promise.all([at.town.post(linking), at.town.post(refusing)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const row = await at.request();
    expect(["linked", "refused"]).toContain(row?.status);
    expect((await at.official())?.entraId).toBe(row?.status === "linked" ? at.strangersId : undefined);
    // Pressed again, from a card that has not changed yet: it tells how it stands.
    await at.town.post(
      at.frits.invoke("link", { official: "wout-sjabloon", token: await at.tokenOf("decide") }),
    );
    expect(await at.request()).toEqual(row);
    expect(await at.official("wout-sjabloon")).not.toHaveProperty("entraId");
  });

  it("cannot give one official to two people", async () => {
    await at.requested();
    const other = at.town.person("Wout Sjabloon");
    await other.asks(ASK);
    await other.presses("Vraag toegang");
    const tokens = (await at.town.store.all("token"))
      .map(({ row }) => row)
      .filter(({ subject, addressees }) => subject.kind === "accessRequest" && addressees?.length === 2);
    const answers = await Promise.all(
      tokens.map(({ id }) => at.town.post(at.fleur.invoke("link", { official: "sam-schets", token: id }))),
    );
    expect(answers.map(({ text }) => text).join()).toContain("Die collega is al gekoppeld");
    const linked = (await at.town.store.all("official")).filter(({ row }) => row.id === "sam-schets");
    expect(linked).toHaveLength(1);
    const statuses = (await at.town.store.all("accessRequest")).map(({ row }) => row.status);
    expect(statuses.toSorted()).toEqual(["linked", "open"]);
  });

  it.each([
    ["an official that does not exist", "nobody", "de keuze is niet bekend"],
    ["nobody", undefined, "de keuze is niet bekend"],
    ["somebody who is linked", "noor-blauwdruk", "al gekoppeld"],
    ["a name from JavaScript", "constructor", "de keuze is niet bekend"],
  ])("is told calmly when it chose %s", async (_what, chosen, words) => {
    await at.requested();
    await at.fleur.presses("Koppelen", chosen === undefined ? {} : { official: chosen });
    expect(at.fleur.told()).toContain(words);
    expect((await at.request())?.status).toBe("open");
  });

  it("is not told of it twice when the register was changed in another way meanwhile", async () => {
    await at.requested();
    const sam = await at.town.store.get("official", "sam-schets");
    if (!sam) throw new Error("Sam is not in the register");
    const row = { ...sam.row, entraId: at.strangersId.toUpperCase() };
    await write(at.town.store, [{ collection: "official", id: row.id, expect: sam.version, row }]);
    await at.fleur.presses("Koppelen", { official: "wout-sjabloon" });
    expect(await at.request()).toMatchObject({ status: "linked", official: "sam-schets" });
    expect(await at.official("wout-sjabloon")).not.toHaveProperty("entraId");
  });

  it("that came back is asked as well when nobody decides for days; older cards are replaced", async () => {
    const role = await at.town.store.get("role", "frits-fictief-beheer");
    if (!role) throw new Error("Frits has no role");
    const later = { ...role.row, from: "2026-04-16" };
    await write(at.town.store, [{ collection: "role", id: later.id, expect: role.version, row: later }]);
    await at.requested();
    expect(at.frits.messages()).toHaveLength(1);
    const old = await at.tokenOf("decide");
    await at.town.now("2026-04-17T08:00:00.000Z");
    expect(at.frits.buttons()).toEqual(["Koppelen", "Niet toelaten"]);
    expect(at.fleur.messages()).toHaveLength(2);
    const answer = await at.town.post(at.fleur.invoke("link", { official: "sam-schets", token: old }));
    expect(answer.text).toContain("niet meer actueel");
    await at.fleur.presses("Koppelen", { official: "sam-schets" });
    expect((await at.request())?.status).toBe("linked");
  });
});
