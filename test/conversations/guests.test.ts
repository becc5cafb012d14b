import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { handle } from "../../bot/handle.ts";
import { UNMEASURED } from "../../bot/metrics.ts";
import { readActivity } from "../../bot/teams/read.ts";
import { makeRegistry } from "../../bot/registry.ts";
import { MORNING } from "../town.ts";
import { ASK, openStrangerTown, type StrangerTown } from "./strangers.ts";

let at: StrangerTown;
beforeEach(async () => {
  at = await openStrangerTown();
});
afterEach(() => at.town.close());

const ONLY = "Ik ben er alleen voor collega's van de gemeente";
const stored = async () =>
  Promise.all(
    (["question", "proposal", "accessRequest", "token", "conversation"] as const).map((rows) =>
      at.town.store.all(rows),
    ),
  );
const invoke = (name: string, value: object) => at.stranger.activity({ type: "invoke", name, value });

describe("a guest of the tenant", () => {
  beforeEach(() => at.town.connector.guests.add("sam-schets"));

  it("gets no answer, no card and no way to ask for access; nothing is kept but that it is a guest", async () => {
    const before = await stored();
    for (const words of [ASK, "help", "wie is teamleider van SWA", "hallo"]) {
      await at.stranger.asks(words);
      expect(at.stranger.sees()).toContain(ONLY);
    }
    expect(at.stranger.buttons()).toEqual([]);
    expect(await stored()).toEqual(before);
    expect((await at.town.store.get("account", at.strangersId))?.row.guest).toBe(true);
  });

  it("is not greeted when the bot is added", async () => {
    await at.stranger.opens();
    expect(
      at.stranger
        .messages()
        .map(({ text }) => text)
        .join(),
    ).not.toContain("Kernwijzer");
    expect(at.stranger.buttons()).toEqual([]);
  });

  it("presses, refreshes and searches in vain, also on a card that stands in a channel", async () => {
    const noor = at.town.person("Noor Blauwdruk", "channel.swa");
    await noor.asks(`@Kernwijzer ${ASK}`);
    const token = noor.token();
    const before = await stored();
    for (const verb of ["notRight", "propose", "refresh", "askAccess"]) {
      const answer = await at.town.post(at.stranger.invoke(verb, { token, vakteam: "swa" }));
      expect(answer.text).not.toContain("adaptive");
    }
    for (const dataset of ["topics", "kernen", "vakteams", "officials", `vakteams/${token ?? ""}`]) {
      const found = await at.town.post(invoke("application/search", { queryText: "", dataset }));
      expect(found.text).toContain('"results":[]');
    }
    expect(await stored()).toEqual(before);
  });

  it("is asked about once, also when the role at Teams changes later", async () => {
    await at.stranger.asks(ASK);
    at.town.connector.guests.clear();
    await at.stranger.asks(ASK);
    expect(at.stranger.sees()).toContain(ONLY);
  });

  it("counts as a colleague once functioneel beheer has put it in the register", async () => {
    await at.stranger.asks(ASK);
    const sam = await at.town.store.get("official", "sam-schets");
    if (!sam) throw new Error("Sam is not in the register");
    const row = { ...sam.row, entraId: at.strangersId };
    const journal = { who: "test", capacity: "", at: MORNING, act: "test", why: "test" };
    const changes = [{ collection: "official", id: row.id, expect: sam.version, row }] as const;
    await at.town.store.commit({ changes, journal, outbox: [], reply: null });
    await at.stranger.asks(ASK);
    expect(at.stranger.sees()).toContain("Beheer Openbare Ruimte");
  });
});

describe("somebody of whom Teams does not tell who they are", () => {
  it("is told to try again, and nothing is kept", async () => {
    const read = readActivity(at.stranger.activity({ text: ASK }), { now: MORNING, correlation: "c" });
    if (read.kind !== "incoming") throw new Error("a message is something somebody did");
    const before = await stored();
    const said: unknown[] = [];
    const answer = await handle(
      {
        store: at.town.store,
        registry: makeRegistry(at.town.store, []),
        newId: () => "abcdefghijklmnopqrstuv",
        clock: () => MORNING,
        metrics: UNMEASURED,
        isGuest: async () => undefined,
        wakeOutbox: () => said.push("woken"),
      },
      read.incoming,
    );
    expect(answer ?? said).toEqual({ notice: { about: "refusal", why: "notChecked" } });
    expect(await stored()).toEqual(before);
  });
});
