import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTown, practiceStore, type Town, type TownPerson } from "../town.ts";
import { VERBS, VERBS_ON } from "../../bot/domain/verb.ts";
import type { Change, Store } from "../../storage/store.ts";

const ASK = "wie gaat over hondenlosloopgebied in Veen";
const BEHEER = ["Fleur Fictief", "Frits Fictief"] as const;

let town: Town;
let stranger: TownPerson;
let strangersId: string;
let beheer: readonly TownPerson[];

async function write(store: Store, changes: readonly Change[]): Promise<void> {
  const journal = { who: "test", capacity: "", at: "2026-04-14T07:00:00.000Z", act: "test", why: "test" };
  expect(await store.commit({ changes, journal, outbox: [], reply: null })).toEqual({ kind: "committed" });
}

/** Sam and Wout work here, and nobody has linked them yet; Fleur and Frits keep the register. */
async function withStrangers(folder: string): Promise<Store> {
  const store = await practiceStore(folder);
  for (const id of ["sam-schets", "wout-sjabloon"]) {
    const known = await store.get("official", id);
    if (!known) throw new Error(`${id} is not in the register`);
    const { entraId: _unlinked, ...row } = known.row;
    await write(store, [{ collection: "official", id, expect: known.version, row }]);
  }
  const keepers = (await store.all("role")).filter(({ row }) => row.role === "functioneel beheer");
  await write(store, [
    ...keepers.map(({ row, version }): Change => ({
      collection: "role",
      id: row.id,
      expect: version,
      row: null,
    })),
    ...BEHEER.flatMap((name): readonly Change[] => {
      const id = name.toLowerCase().replace(" ", "-");
      return [
        {
          collection: "official",
          id,
          expect: 0,
          row: { id, name, entraId: `entra-${id}`, active: true },
        },
        {
          collection: "role",
          id: `${id}-beheer`,
          expect: 0,
          row: { id: `${id}-beheer`, official: id, role: "functioneel beheer" },
        },
      ];
    }),
  ]);
  return store;
}

beforeEach(async () => {
  town = await openTown({ openIn: withStrangers });
  stranger = town.person("Sam Schets");
  strangersId = town.connector.room.people.find(({ id }) => id === "sam-schets")?.entraId ?? "";
  beheer = BEHEER.map((name) => town.person(name));
  // They have written to the bot before, so that it can reach them.
  for (const one of beheer) await one.asks("help");
});
afterEach(() => town.close());

const fleur = () => beheer[0] ?? stranger;
const frits = () => beheer[1] ?? stranger;
const request = async () => (await town.store.get("accessRequest", `access:${strangersId}`))?.row;
const official = async (id = "sam-schets") => (await town.store.get("official", id))?.row;

async function requested(): Promise<void> {
  await stranger.asks(ASK);
  await stranger.presses("Vraag toegang");
}

describe("somebody who is not in the register", () => {
  it("gets an answer, and once a card that says so", async () => {
    await stranger.asks(ASK);
    expect(stranger.messages()).toHaveLength(2);
    expect(JSON.stringify(stranger.messages()[0]?.cards)).toContain("Beheer Openbare Ruimte");
    expect(stranger.sees()).toContain("Hallo, ik ben Kernwijzer");
    expect(stranger.sees()).toContain("Je staat nog niet in de lijst met collega's");
    expect(stranger.buttons()).toEqual(["Vraag toegang"]);
    await stranger.asks(ASK);
    expect(stranger.messages()).toHaveLength(3);
  });

  it("gets the card when the bot is added, instead of a greeting; and again with help", async () => {
    await stranger.opens();
    expect(stranger.messages()).toHaveLength(1);
    expect(stranger.buttons()).toEqual(["Vraag toegang"]);
    await stranger.asks("help");
    expect(stranger.messages()).toHaveLength(3);
    expect(stranger.buttons()).toEqual(["Vraag toegang"]);
  });

  it("gets no card in a group, where everybody would read it", async () => {
    const group = town.person("Sam Schets", "channel.swa");
    await group.asks(`@Kernwijzer ${ASK}`);
    expect(group.messages()).toHaveLength(1);
    expect(await town.store.all("accessRequest")).toEqual([]);
  });

  it("asks, and hears that it waits, however often and from whichever card", async () => {
    await requested();
    expect(stranger.sees()).toContain("ligt bij functioneel beheer");
    await town.post(stranger.invoke("askAccess", { token: await tokenOf("offered") }));
    await stranger.asks("help");
    expect(stranger.sees()).toContain("ligt bij functioneel beheer");
    expect(stranger.buttons()).toEqual([]);
    expect(fleur().messages()).toHaveLength(2);
    expect((await town.store.all("accessRequest")).map(({ row }) => row.status)).toEqual(["open"]);
  });

  it("is asked of nobody when there is nobody, and may ask again", async () => {
    await stranger.asks(ASK);
    const keepers = (await town.store.all("role")).filter(({ row }) => row.role === "functioneel beheer");
    const away = keepers.map(({ row, version }): Change => ({
      collection: "role",
      id: row.id,
      expect: version,
      row: { ...row, to: "2026-04-13" },
    }));
    await write(town.store, away);
    await stranger.presses("Vraag toegang");
    expect(stranger.told()).toContain("Er is nu niemand van functioneel beheer");
    expect((await request())?.status).toBe("offered");
  });
});

/** The newest token for this request that was issued to the asker, or else to functioneel beheer. */
async function tokenOf(what: "offered" | "decide"): Promise<string | undefined> {
  const tokens = (await town.store.all("token")).filter(({ row }) => row.subject.kind === "accessRequest");
  return tokens.find(({ row }) => (row.addressees?.includes(strangersId) ?? false) === (what === "offered"))
    ?.row.id;
}

describe("functioneel beheer", () => {
  it("is asked, all of it, with the name as Teams has it and the id that counts", async () => {
    await requested();
    for (const one of beheer) {
      expect(one.sees()).toContain("Naam bij Teams: Sam Schets");
      expect(one.sees()).toContain(`Object-id in Entra: ${strangersId}`);
      expect(one.buttons()).toEqual(["Koppelen", "Niet toelaten"]);
    }
  });

  it("may choose whoever has no link, and nobody else", async () => {
    await requested();
    const found = await fleur().finds("");
    expect(found.join()).toContain("Sam Schets");
    expect(found.join()).toContain("Wout Sjabloon");
    expect(found.join()).not.toContain("Noor Blauwdruk");
  });

  it("links: the register has it, the journal too, the asker hears it, and the other card says so", async () => {
    await requested();
    await fleur().presses("Koppelen", { official: "sam-schets" });
    expect(await official()).toMatchObject({ id: "sam-schets", entraId: strangersId });
    expect(await request()).toMatchObject({
      status: "linked",
      official: "sam-schets",
      decidedBy: "fleur-fictief",
    });
    expect(stranger.sees()).toContain("Je staat nu in de lijst als Sam Schets");
    expect(frits().sees()).toContain("Fleur Fictief heeft dit account gekoppeld aan Sam Schets");
    expect(frits().buttons()).toEqual([]);
    expect(frits().messages()).toHaveLength(2);
    await stranger.asks(ASK);
    await stranger.presses("Klopt niet");
    expect(stranger.buttons()).toContain("Voorstel versturen");
  });

  it("refuses with a reason, which the asker reads; a month later they may ask again", async () => {
    await requested();
    await fleur().presses("Niet toelaten");
    expect(fleur().told()).toContain("Schrijf er een reden bij");
    await fleur().presses("Niet toelaten", { reason: "werkt niet bij ons" });
    expect(stranger.sees()).toContain("werkt niet bij ons");
    expect(frits().sees()).toContain("Fleur Fictief heeft dit account niet toegelaten");
    expect(await official()).not.toHaveProperty("entraId");
    await stranger.asks("help");
    expect(stranger.buttons()).toEqual([]);
    await town.now("2026-05-20T07:00:00.000Z");
    await stranger.asks("help");
    await stranger.presses("Vraag toegang");
    expect((await request())?.status).toBe("open");
  });

  it("decides once: two at the same moment are one decision", async () => {
    await requested();
    const linking = fleur().invoke("link", { official: "sam-schets" });
    const refusing = frits().invoke("refuse", { reason: "ken ik niet" });
    const answers = await Promise.all([town.post(linking), town.post(refusing)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const row = await request();
    expect(["linked", "refused"]).toContain(row?.status);
    expect((await official())?.entraId).toBe(row?.status === "linked" ? strangersId : undefined);
    // Pressed again, from a card that has not changed yet: it tells how it stands.
    await town.post(frits().invoke("link", { official: "wout-sjabloon", token: await tokenOf("decide") }));
    expect(await request()).toEqual(row);
    expect(await official("wout-sjabloon")).not.toHaveProperty("entraId");
  });

  it("cannot give one official to two people", async () => {
    await requested();
    const other = town.person("Wout Sjabloon");
    await other.asks(ASK);
    await other.presses("Vraag toegang");
    const tokens = (await town.store.all("token"))
      .map(({ row }) => row)
      .filter(({ subject, addressees }) => subject.kind === "accessRequest" && addressees?.length === 2);
    const answers = await Promise.all(
      tokens.map(({ id }) => town.post(fleur().invoke("link", { official: "sam-schets", token: id }))),
    );
    expect(answers.map(({ text }) => text).join()).toContain("Die collega is al gekoppeld");
    const linked = (await town.store.all("official")).filter(({ row }) => row.id === "sam-schets");
    expect(linked).toHaveLength(1);
    const statuses = (await town.store.all("accessRequest")).map(({ row }) => row.status);
    expect(statuses.toSorted()).toEqual(["linked", "open"]);
  });

  it.each([
    ["an official that does not exist", "nobody", "de keuze is niet bekend"],
    ["nobody", undefined, "de keuze is niet bekend"],
    ["somebody who is linked", "noor-blauwdruk", "al gekoppeld"],
    ["a name from JavaScript", "constructor", "de keuze is niet bekend"],
  ])("is told calmly when it chose %s", async (_what, chosen, words) => {
    await requested();
    await fleur().presses("Koppelen", chosen === undefined ? {} : { official: chosen });
    expect(fleur().told()).toContain(words);
    expect((await request())?.status).toBe("open");
  });

  it("is not told of it twice when the register was changed in another way meanwhile", async () => {
    await requested();
    const sam = await town.store.get("official", "sam-schets");
    if (!sam) throw new Error("Sam is not in the register");
    const row = { ...sam.row, entraId: strangersId.toUpperCase() };
    await write(town.store, [{ collection: "official", id: row.id, expect: sam.version, row }]);
    await fleur().presses("Koppelen", { official: "wout-sjabloon" });
    expect(await request()).toMatchObject({ status: "linked", official: "sam-schets" });
    expect(await official("wout-sjabloon")).not.toHaveProperty("entraId");
  });

  it("that came back is asked as well when nobody decides for days; older cards are replaced", async () => {
    const role = await town.store.get("role", "frits-fictief-beheer");
    if (!role) throw new Error("Frits has no role");
    const later = { ...role.row, from: "2026-04-16" };
    await write(town.store, [{ collection: "role", id: later.id, expect: role.version, row: later }]);
    await requested();
    expect(frits().messages()).toHaveLength(1);
    const old = await tokenOf("decide");
    await town.now("2026-04-17T08:00:00.000Z");
    expect(frits().buttons()).toEqual(["Koppelen", "Niet toelaten"]);
    expect(fleur().messages()).toHaveLength(2);
    const answer = await town.post(fleur().invoke("link", { official: "sam-schets", token: old }));
    expect(answer.text).toContain("niet meer actueel");
    await fleur().presses("Koppelen", { official: "sam-schets" });
    expect((await request())?.status).toBe("linked");
  });
});

describe("anybody else", () => {
  it.each(VERBS.filter((verb) => !VERBS_ON.accessRequest.includes(verb)))(
    "gets nothing done with a button of another card: %s",
    async (verb) => {
      await requested();
      const answer = await town.post(fleur().invoke(verb, { official: "sam-schets", kern: "veen" }));
      expect(answer.text).toContain("Deze knop ken ik niet.");
      expect((await request())?.status).toBe("open");
    },
  );

  it("decides nothing, learns nothing and finds nobody to choose", async () => {
    await requested();
    const noor = town.person("Noor Blauwdruk");
    await noor.asks(ASK);
    for (const token of [await tokenOf("decide"), await tokenOf("offered")]) {
      for (const [verb, data] of [
        ["link", { official: "sam-schets" }],
        ["refuse", { reason: "nee" }],
        ["askAccess", {}],
        ["refresh", {}],
      ] as const) {
        const answer = await town.post(noor.invoke(verb, { ...data, token }));
        expect(answer.text).toContain("aan iemand anders gericht");
        expect(answer.text).not.toContain("Sam");
      }
      const search = noor.activity({
        type: "invoke",
        name: "application/search",
        value: { queryText: "", dataset: `officials/${token ?? ""}` },
      });
      expect((await town.post(search)).text).not.toContain("Sam");
    }
    expect((await request())?.status).toBe("open");
  });

  it("is not let in by themselves: the asker cannot decide with their own card", async () => {
    await stranger.asks(ASK);
    const token = stranger.token();
    await stranger.presses("Vraag toegang");
    for (const verb of ["link", "refuse"]) {
      const answer = await town.post(stranger.invoke(verb, { token, official: "sam-schets", reason: "ja" }));
      expect(answer.text).toContain("aan iemand anders gericht");
    }
    expect(await official()).not.toHaveProperty("entraId");
  });

  it("who left functioneel beheer decides nothing with the card that was sent to them", async () => {
    await requested();
    const role = await town.store.get("role", "frits-fictief-beheer");
    if (!role) throw new Error("Frits has no role");
    const ended = { ...role.row, to: "2026-04-13" };
    await write(town.store, [{ collection: "role", id: ended.id, expect: role.version, row: ended }]);
    await frits().presses("Koppelen", { official: "sam-schets" });
    expect(frits().told()).toContain("aan iemand anders gericht");
    expect((await request())?.status).toBe("open");
  });

  it("in the register already needs not ask", async () => {
    await stranger.asks(ASK);
    const sam = await town.store.get("official", "sam-schets");
    if (!sam) throw new Error("Sam is not in the register");
    const row = { ...sam.row, entraId: strangersId };
    await write(town.store, [{ collection: "official", id: row.id, expect: sam.version, row }]);
    await stranger.presses("Vraag toegang");
    expect(stranger.told()).toContain("Je staat al in de lijst");
    expect((await request())?.status).toBe("offered");
  });

  it("asks with another's name: the name is shown, the id counts", async () => {
    await stranger.asks(ASK);
    const from = { id: "29:x", aadObjectId: strangersId, name: "Noor Blauwdruk <at>allen</at>" };
    await town.post(stranger.invoke("askAccess", {}, { from }));
    expect(await request()).toMatchObject({ person: strangersId, name: from.name });
    expect(fleur().sees()).toContain("&lt;at&gt;");
  });
});
