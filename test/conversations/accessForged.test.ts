import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { VERBS, VERBS_ON } from "../../bot/domain/verb.ts";
import { ASK, openStrangerTown, write, type StrangerTown } from "./strangers.ts";

let at: StrangerTown;
beforeEach(async () => {
  at = await openStrangerTown();
});
afterEach(() => at.town.close());

describe("anybody else", () => {
  it.each(VERBS.filter((verb) => !VERBS_ON.accessRequest.includes(verb)))(
    "gets nothing done with a button of another card: %s",
    async (verb) => {
      await at.requested();
      const answer = await at.town.post(at.fleur.invoke(verb, { official: "sam-schets", kern: "veen" }));
      expect(answer.text).toContain("Deze knop ken ik niet.");
      expect((await at.request())?.status).toBe("open");
    },
  );

  it("decides nothing, learns nothing and finds nobody to choose", async () => {
    await at.requested();
    const noor = at.town.person("Noor Blauwdruk");
    await noor.asks(ASK);
    for (const token of [await at.tokenOf("decide"), await at.tokenOf("offered")]) {
      for (const [verb, data] of [
        ["link", { official: "sam-schets" }],
        ["refuse", { reason: "nee" }],
        ["askAccess", {}],
        ["refresh", {}],
      ] as const) {
        const answer = await at.town.post(noor.invoke(verb, { ...data, token }));
        expect(answer.text).toContain("aan iemand anders gericht");
        expect(answer.text).not.toContain("Sam");
      }
      const search = noor.activity({
        type: "invoke",
        name: "application/search",
        value: { queryText: "", dataset: `officials/${token ?? ""}` },
      });
      expect((await at.town.post(search)).text).not.toContain("Sam");
    }
    expect((await at.request())?.status).toBe("open");
  });

  it("is not let in by themselves: the asker cannot decide with their own card", async () => {
    await at.stranger.asks(ASK);
    const token = at.stranger.token();
    await at.stranger.presses("Vraag toegang");
    for (const verb of ["link", "refuse"]) {
      const answer = await at.town.post(
        at.stranger.invoke(verb, { token, official: "sam-schets", reason: "ja" }),
      );
      expect(answer.text).toContain("aan iemand anders gericht");
    }
    expect(await at.official()).not.toHaveProperty("entraId");
  });

  it("who left functioneel beheer decides nothing with the card that was sent to them", async () => {
    await at.requested();
    const role = await at.town.store.get("role", "frits-fictief-beheer");
    if (!role) throw new Error("Frits has no role");
    const ended = { ...role.row, to: "2026-04-13" };
    await write(at.town.store, [{ collection: "role", id: ended.id, expect: role.version, row: ended }]);
    await at.frits.presses("Koppelen", { official: "sam-schets" });
    expect(at.frits.told()).toContain("aan iemand anders gericht");
    expect((await at.request())?.status).toBe("open");
  });

  it("in the register already needs not ask", async () => {
    await at.stranger.asks(ASK);
    const sam = await at.town.store.get("official", "sam-schets");
    if (!sam) throw new Error("Sam is not in the register");
    const row = { ...sam.row, entraId: at.strangersId };
    await write(at.town.store, [{ collection: "official", id: row.id, expect: sam.version, row }]);
    await at.stranger.presses("Vraag toegang");
    expect(at.stranger.told()).toContain("Je staat al in de lijst");
    expect((await at.request())?.status).toBe("offered");
  });

  it("asks with another's name: the name is shown, the id counts", async () => {
    await at.stranger.asks(ASK);
    const from = { id: "29:x", aadObjectId: at.strangersId, name: "Noor Blauwdruk <at>allen</at>" };
    await at.town.post(at.stranger.invoke("askAccess", {}, { from }));
    expect(await at.request()).toMatchObject({ person: at.strangersId, name: from.name });
    expect(at.fleur.sees()).toContain("&lt;at&gt;");
  });
});
