import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTown, type Town } from "../town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

async function proposes(topic: string, vakteam: string): Promise<void> {
  const sam = town.person("Sam Schets");
  await sam.asks(`wie gaat over ${topic} in Genderen`);
  await sam.presses("Klopt niet");
  await sam.presses("Voorstel versturen", { vakteam, scope: "all", remark: "hoort bij ons" });
}

describe("a proposal nobody answers", () => {
  it("is shown to functioneel beheer after a week, once, and not earlier", async () => {
    await proposes("speelplekken", "swa");
    const beheer = town.person("Fedor Functietest");
    await town.now("2026-04-21T07:29:00.000Z");
    expect(beheer.messages()).toHaveLength(0);
    await town.now("2026-04-21T07:31:00.000Z");
    expect(beheer.sees()).toContain("Voorstel: Sport, Welzijn en Accommodaties");
    await town.now("2026-05-21T07:31:00.000Z");
    expect(beheer.messages()).toHaveLength(1);
    expect(await town.store.all("timer")).toEqual([]);
  });

  it("is not, when it was decided in time", async () => {
    await proposes("subsidies", "bor");
    await town.person("Wim Maquette").presses("Niet akkoord", { reason: "niet van ons" });
    await town.now("2026-06-30T07:31:00.000Z");
    expect(town.person("Fedor Functietest").messages()).toHaveLength(1);
    expect(await town.store.all("timer")).toEqual([]);
  });
});
