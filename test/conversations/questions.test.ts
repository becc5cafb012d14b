import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTown, type Town } from "../town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

/** Dossiers that were not there when the town opened. */
async function fresh() {
  const all = (await town.store.all("dossier")).map(({ row }) => row);
  return all
    .filter(({ id }) => !id.startsWith("practice-"))
    .toSorted((a, b) => a.number.localeCompare(b.number));
}

describe("scenario 1: the answer is not enough", () => {
  it("Lotte sends the question on; nobody is disturbed before the next round", async () => {
    await town.person("Wout Sjabloon", "channel.bor").opens();
    const lotte = town.person("Lotte Vulling");
    await lotte.asks("wie gaat er over hondenlosloopveldje in veen?? mevr belt al voor de 3e x");
    for (const button of ["Vraag doorzetten", "Terugbelafspraak", "Klopt niet"])
      expect(lotte.buttons()).toContain(button);
    await lotte.presses("Vraag doorzetten");
    expect(lotte.sees()).toContain("Vraag doorzetten: Hondenlosloopgebieden – Veen");
    await lotte.presses("Doorzetten", { text: "Mag het hek weer dicht?" });
    expect(lotte.sees()).toContain("gaat di 14 april om 09:30 naar Beheer Openbare Ruimte");
    expect(lotte.messages()).toHaveLength(1);
    expect(town.person("Wout Sjabloon", "channel.bor").messages()).toHaveLength(1);
    expect(await fresh()).toMatchObject([{ number: "D-2026-0137", sort: "question", status: "offered" }]);
  });

  it("at half past nine it lies in the channel of the team, and the sender still owns it", async () => {
    await town.now("2026-04-14T07:30:00.000Z");
    const wout = town.person("Wout Sjabloon", "channel.bor");
    expect(wout.messages()).toHaveLength(2);
    await wout.opens();
    expect(wout.sees()).toContain("Hondenlosloopgebieden – Veen");
    expect(wout.buttons()).toEqual(["Ik pak dit op", "Vraag stellen", "Teruggeven", "Meer…"]);
    expect(await fresh()).toMatchObject([{ owner: { official: "lotte-vulling" } }]);
    expect(town.person("Wout Sjabloon").messages()).toHaveLength(0);
  });

  it("Wout takes it and answers; Lotte reads it in her own chat", async () => {
    const wout = town.person("Wout Sjabloon", "channel.bor");
    await wout.presses("Ik pak dit op");
    await wout.opens();
    expect(wout.sees()).toContain("Wout Sjabloon heeft dit om 09:30 opgepakt.");
    await wout.presses("Antwoord geven");
    await wout.presses("Antwoord geven", { text: "Ja, na 1 mei." });
    const lotte = town.person("Lotte Vulling");
    expect(lotte.sees()).toContain("Ja, na 1 mei.");
    await lotte.presses("Teruggekoppeld");
    await lotte.presses("Teruggekoppeld", { text: "gebeld", told: "yes" });
    expect(await fresh()).toMatchObject([{ status: "closed" }]);
  });
});

describe("a call to make", () => {
  it("is kept with a mark and no data of the caller, for within two working days", async () => {
    const lotte = town.person("Lotte Vulling");
    await lotte.asks("wie gaat er over speelplekken in genderen");
    await lotte.presses("Terugbelafspraak");
    await lotte.presses("Vastleggen", { text: "bel 0612345678", reference: "KCC 412" });
    expect(lotte.told()).toContain("Dat bewaar ik niet");
    await lotte.presses("Vastleggen", { text: "over de schommel", reference: "KCC 412" });
    expect((await fresh()).at(-1)).toMatchObject({ asked: "act", due: "2026-04-16", reference: "KCC 412" });
  });
});
