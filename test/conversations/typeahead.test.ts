import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTown, type Town, type TownPerson } from "../town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

interface Found {
  readonly statusCode: number;
  readonly value: { readonly results: readonly { readonly title: string; readonly value: string }[] };
}

/** Searches as Teams does, and gives the ids that were found. */
async function search(
  person: TownPerson,
  dataset: string,
  queryText: string | undefined,
  queryOptions: object | undefined = { skip: 0, top: 15 },
): Promise<readonly string[]> {
  const value = { dataset, queryText, queryOptions };
  const answer = await town.post(person.activity({ type: "invoke", name: "application/search", value }));
  expect(answer.status).toBe(200);
  const body = JSON.parse(answer.text) as Found;
  expect(body.statusCode).toBe(200);
  return body.value.results.map((result) => result.value);
}

describe("the change form", () => {
  it("searches the vakteams while somebody types, by name and by alias, and takes what was chosen", async () => {
    const sam = town.person("Sam Schets");
    await sam.asks("wie gaat over hondenlosloopgebied in Veen");
    await sam.presses("Klopt niet");
    expect(await sam.finds("sport")).toEqual(["Sport, Welzijn en Accommodaties"]);
    expect(await sam.finds("boa")).toEqual(["Toezicht en Handhaving"]);
    expect(await sam.finds("")).toHaveLength(15);
    expect(await sam.finds("qzx")).toEqual([]);
    await sam.presses("Voorstel versturen", { vakteam: "swa", scope: "all" });
    expect(sam.sees()).toContain("Je voorstel is verstuurd");
  });
});

describe("'Dat weet ik niet'", () => {
  it("lets the asker pick the topic, and answers as if that was asked", async () => {
    const lotte = town.person("Lotte Vulling");
    await lotte.asks("qzxwv plmokn wie gaat daarover in Veen");
    expect(lotte.sees()).toContain("Dat weet ik niet");
    expect(await lotte.finds("hondenlosloopveldje")).toContain("Hondenlosloopgebieden");
    await lotte.presses("Kies", { topic: "hondenlosloopgebied" });
    expect(lotte.sees()).toContain("Hondenlosloopgebieden – Veen");
    expect(lotte.messages()).toHaveLength(1);
  });

  it("asks back which kern when that matters for the picked topic", async () => {
    const lotte = town.person("Lotte Vulling");
    await lotte.asks("qzxwv plmokn wie gaat daarover");
    await lotte.presses("Kies", { topic: "bomen" });
    expect(lotte.sees()).toContain("Over welke kern gaat het?");
  });

  it("refuses a topic that does not exist and leaves the card as it is", async () => {
    const lotte = town.person("Lotte Vulling");
    await lotte.asks("qzxwv plmokn wie gaat daarover");
    await lotte.presses("Kies", { topic: "bestaat-niet" });
    expect(lotte.told()).toContain("de keuze is niet bekend");
    expect(lotte.sees()).toContain("Dat weet ik niet");
  });
});

describe("the full list of kernen", () => {
  it("is searched too, and 'the whole municipality' stands on the card itself", async () => {
    const sam = town.person("Sam Schets");
    await sam.asks("hank heeft gebeld over riolering");
    await sam.presses("Andere kern");
    expect(await sam.finds("genderen")).toEqual(["Genderen"]);
    const field = sam.card()?.body.find(({ type }) => type === "Input.ChoiceSet");
    expect(field).toMatchObject({ choices: [{ title: "Geen kern: de hele gemeente" }] });
  });
});

describe("a page of what is found", () => {
  it("is never longer than Teams shows, whatever is asked for", async () => {
    const lotte = town.person("Lotte Vulling");
    for (const top of [15, 16, 1000, undefined, "veel"])
      expect(await search(lotte, "topics", "", { skip: 0, top })).toHaveLength(15);
    expect(await search(lotte, "topics", "", { skip: 0, top: 3 })).toHaveLength(3);
    expect(await search(lotte, "topics", "", { skip: 0, top: -1 })).toEqual([]);
  });

  it("goes on where the last one ended, until there is nothing more", async () => {
    const lotte = town.person("Lotte Vulling");
    const pages = [];
    for (let skip = 0; skip < 45; skip += 15)
      pages.push(await search(lotte, "vakteams", undefined, { skip, top: 15 }));
    expect(pages.map((page) => page.length)).toEqual([15, 7, 0]);
    expect(new Set(pages.flat()).size).toBe(22);
    expect(await search(lotte, "vakteams", "", { skip: -30, top: 15 })).toEqual(pages[0]);
  });

  it("is the same without options or text", async () => {
    const lotte = town.person("Lotte Vulling");
    expect(await search(lotte, "kernen", undefined, undefined)).toEqual(await search(lotte, "kernen", ""));
  });
});

describe("who may be chosen is judged here, never by the card", () => {
  it("colleagues who may decide on a proposal, for the card of that proposal", async () => {
    const mieke = town.person("Mieke Denkbeeld");
    await mieke.asks("wie gaat over speelplekken in Genderen");
    await mieke.presses("Klopt niet");
    await mieke.presses("Voorstel versturen", { vakteam: "subsidies", scope: "all" });
    const noor = town.person("Noor Blauwdruk");
    const found = await search(noor, `officials/${noor.token()}`, "");
    expect(found).toEqual(expect.arrayContaining(["noor-blauwdruk", "gijs-kladversie", "fedor-functietest"]));
    expect(found).not.toContain("mieke-denkbeeld");
    expect(found).not.toContain("wout-sjabloon");
    // The same token in somebody else's hands.
    expect(await search(mieke, `officials/${noor.token()}`, "")).toEqual([]);
  });

  it("present colleagues of a vakteam where the card asks for nobody in particular", async () => {
    const sam = town.person("Sam Schets");
    expect(await search(sam, "officials", "wout")).toEqual(["wout-sjabloon"]);
    expect(await search(sam, "officials", "max dummyhof")).toEqual([]); // away
    expect(await search(sam, "officials", "anna fictema")).toEqual([]); // of the college, of no vakteam
  });

  it("nobody, for who is not in the register", async () => {
    const stranger = { from: { id: "29:stranger", aadObjectId: "00000000-0000-4000-8000-000000000000" } };
    const lotte = town.person("Lotte Vulling");
    const value = { dataset: "officials", queryText: "wout" };
    const answer = await town.post(
      lotte.activity({ ...stranger, type: "invoke", name: "application/search", value }),
    );
    expect(JSON.parse(answer.text)).toMatchObject({ statusCode: 200, value: { results: [] } });
  });

  it("nothing, with a token that was never issued", async () => {
    const lotte = town.person("Lotte Vulling");
    for (const dataset of ["topics", "kernen", "vakteams", "officials"])
      expect(await search(lotte, `${dataset}/AAAAAAAAAAAAAAAAAAAAAA`, "")).toEqual([]);
  });
});
