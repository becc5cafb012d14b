import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../cards/elements.ts";
import type { Store } from "../../storage/store.ts";
import { aroundCommit } from "../aroundCommit.ts";
import { openTown, type Town } from "../town.ts";

let town: Town;
let commits = 0;

/** Counts everything that is written. */
function counting(store: Store): Store {
  return aroundCommit(store, (commit) => {
    commits += 1;
    return commit();
  });
}

beforeEach(async () => {
  commits = 0;
  town = await openTown({ behind: counting });
});
afterEach(() => town.close());

const CHANNEL = "channel.swa";

/** Mieke proposes that the dog field goes to SWA; the proposal stands in the channel of that team too. */
async function propose(): Promise<void> {
  const mieke = town.person("Mieke Denkbeeld");
  await mieke.asks("wie gaat over hondenlosloopgebied in Veen");
  await mieke.presses("Klopt niet");
  await mieke.presses("Voorstel versturen", { vakteam: "swa", scope: "all", remark: "" });
}

/** The card everybody in the channel sees. */
function base(): Card | undefined {
  return town.connector.room.messages(CHANNEL).at(-1)?.cards[0] as Card | undefined;
}

async function everything(): Promise<string> {
  const collections = ["account", "conversation", "delivery", "proposal", "question", "token"] as const;
  const rows = await Promise.all(collections.map((collection) => town.store.all(collection)));
  return JSON.stringify(rows);
}

/** Noor and Sam of SWA are known to the bot, Pim of SWA is too, and their channel has been greeted. */
async function acquaint(): Promise<void> {
  await town.person("Noor Blauwdruk", CHANNEL).opens();
  for (const name of ["Noor Blauwdruk", "Sam Schets", "Pim Probeersel"]) await town.person(name).asks("hoi");
}

describe("a card in a channel", () => {
  it("shows everybody what is safe, and who may decide the buttons", async () => {
    await acquaint();
    await propose();
    const pim = town.person("Pim Probeersel", CHANNEL);
    const noor = town.person("Noor Blauwdruk", CHANNEL);
    await pim.opens();
    await noor.opens();
    expect(pim.sees()).toContain("Team Sport, Welzijn en Accommodaties beslist hierover.");
    expect(pim.buttons()).toEqual([]);
    expect(noor.buttons()).toEqual(["Akkoord", "Niet akkoord"]);
    expect(JSON.stringify(base())).not.toContain("Akkoord");
  });

  it("is asked for again by those who may decide and are known, and by nobody else", async () => {
    await acquaint();
    await propose();
    const people = town.connector.room.people;
    const idOf = (name: string) => people.find((one) => one.name === name)?.teamsId;
    expect(base()?.refresh?.userIds.toSorted()).toEqual(
      [idOf("Noor Blauwdruk"), idOf("Sam Schets")].toSorted(),
    );
  });

  it("can be asked for by hand when nobody who may decide is known yet", async () => {
    await propose();
    expect(base()?.refresh?.userIds).toEqual([]);
    const sam = town.person("Sam Schets", CHANNEL);
    const answer = await town.post(sam.invoke("refresh", { token: base()?.refresh?.action.data.token }));
    expect(answer.text).toContain("Akkoord");
  });

  it("asks again from the card of one's own, for oneself only", async () => {
    await acquaint();
    await propose();
    const sam = town.person("Sam Schets", CHANNEL);
    await sam.opens();
    const own = town.connector.room.people.find(({ name }) => name === "Sam Schets")?.teamsId;
    expect(sam.card()?.refresh?.userIds).toEqual([own]);
  });

  it("asking writes nothing, however many clients do it", async () => {
    await acquaint();
    await propose();
    const token = base()?.refresh?.action.data.token;
    const before = await everything();
    const written = commits;
    const noor = town.person("Noor Blauwdruk", CHANNEL);
    const ask = () => town.post(noor.invoke("refresh", { token }, { value: automatic(token) }));
    const answers = await Promise.all(Array.from({ length: 30 }, ask));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await everything()).toBe(before);
    expect(commits).toBe(written);
  });

  it("changes for everybody when one of them decides, and is then asked for by nobody", async () => {
    await acquaint();
    await propose();
    const sam = town.person("Sam Schets", CHANNEL);
    const noor = town.person("Noor Blauwdruk", CHANNEL);
    await sam.opens();
    await noor.opens();
    await sam.presses("Akkoord");
    for (const one of [sam, noor, town.person("Pim Probeersel", CHANNEL)]) {
      expect(one.sees()).toContain("Sam Schets ging akkoord.");
      expect(one.buttons()).toEqual([]);
    }
    expect(base()?.refresh).toBeUndefined();
    // Her own chat shows it too: she was asked there.
    expect(town.person("Noor Blauwdruk").sees()).toContain("Sam Schets ging akkoord.");
    expect(noor.messages()).toHaveLength(2);
  });
});

function automatic(token: string | undefined) {
  return { action: { type: "Action.Execute", verb: "refresh", data: { token } }, trigger: "automatic" };
}

describe("who may not decide", () => {
  it("gets no buttons by asking, and nothing by pressing all the same", async () => {
    await acquaint();
    await propose();
    const token = base()?.refresh?.action.data.token;
    const pim = town.person("Pim Probeersel", CHANNEL);
    expect((await town.post(pim.invoke("refresh", { token }))).text).not.toContain("Akkoord");
    expect((await town.post(pim.invoke("accept", { token }))).text).toContain("aan iemand anders gericht");
    expect(await town.store.all("proposal")).toMatchObject([{ row: { status: "open" } }]);
  });

  it("cannot decide on a proposal of one's own, not even as aanspreekpunt of that team", async () => {
    const sam = town.person("Sam Schets");
    await sam.asks("wie gaat over hondenlosloopgebied in Veen");
    await sam.presses("Klopt niet");
    await sam.presses("Voorstel versturen", { vakteam: "swa", scope: "all", remark: "" });
    const token = base()?.refresh?.action.data.token;
    const there = town.person("Sam Schets", CHANNEL);
    expect((await town.post(there.invoke("refresh", { token }))).text).not.toContain("Akkoord");
    expect((await town.post(there.invoke("accept", { token }))).text).toContain("aan iemand anders gericht");
  });

  it("a proposal of the teamleider goes to the aanspreekpunt, not back to the proposer", async () => {
    const noor = town.person("Noor Blauwdruk");
    await noor.asks("wie gaat over hondenlosloopgebied in Veen");
    await noor.presses("Klopt niet");
    await noor.presses("Voorstel versturen", { vakteam: "swa", scope: "all", remark: "" });
    expect(noor.sees()).toContain("Je voorstel is verstuurd naar Sam Schets.");
    expect(town.person("Sam Schets").buttons()).toEqual(["Akkoord", "Niet akkoord"]);
  });

  it("learns nothing from a card that is addressed to somebody else", async () => {
    await propose();
    const token = town.person("Noor Blauwdruk").token();
    const lotte = town.person("Lotte Vulling");
    const answer = await town.post(lotte.invoke("refresh", { token }));
    expect(answer.text).toContain("aan iemand anders gericht");
    expect(answer.text).not.toContain("Hondenlosloopgebieden");
  });
});

describe("a client that asks for a card that is not there", () => {
  it("leaves the card alone when it asked by itself, and says so when somebody wanted to see it", async () => {
    const lotte = town.person("Lotte Vulling");
    await lotte.asks("hoi");
    const token = "AAAAAAAAAAAAAAAAAAAAAA";
    const byItself = await town.post(lotte.invoke("refresh", {}, { value: automatic(token) }));
    expect(JSON.parse(byItself.text)).toMatchObject({
      statusCode: 400,
      type: "application/vnd.microsoft.error",
    });
    const byHand = await town.post(lotte.invoke("refresh", { token }));
    expect(JSON.parse(byHand.text)).toMatchObject({
      statusCode: 200,
      type: "application/vnd.microsoft.activity.message",
    });
  });
});
