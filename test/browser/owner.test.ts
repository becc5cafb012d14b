import { describe, expect, it } from "vitest";
import { openTown } from "../town.ts";
import { closePagesAfterEach, openPageAt, says } from "./page.ts";

closePagesAfterEach();

/** The whole product behind the page: server, adapter, store, practice municipality. */
async function openMunicipality(who: string) {
  const town = await openTown();
  return { town, ...(await openPageAt(town.origin, who, () => town.close())) };
}

describe("wie gaat hierover, in a real browser against the real bot", () => {
  it("a colleague of the KCC reads who to go to, and nobody else is disturbed", async () => {
    const { column, town } = await openMunicipality("lotte-vulling,wout-sjabloon");
    const lotte = column("Lotte Vulling");
    const wout = town.person("Wout Sjabloon");
    await says(lotte, "wie gaat er over hondenlosloopveldje in veen?? mevr belt al voor de 3e x");
    await lotte.getByRole("heading", { name: "Hondenlosloopgebieden – Veen" }).waitFor();
    const card = lotte.getByRole("group", { name: "Kaart van Kernwijzer" }).last();
    for (const name of [
      "Beheer Openbare Ruimte",
      "Wout Sjabloon",
      "Mieke Denkbeeld",
      "Anna Fictema",
      "3 februari 2026",
    ]) {
      expect(await card.getByText(name).count()).toBeGreaterThan(0);
    }
    await town.running.settled();
    // His welcome at most: the question itself sends him nothing.
    expect(wout.messages().length).toBeLessThan(2);
  });

  it("somebody proposes another owner, the new team agrees, and all three see it on their cards", async () => {
    const { column } = await openMunicipality("sam-schets,noor-blauwdruk,fleur-stippel");
    const [sam, noor, fleur] = [column("Sam Schets"), column("Noor Blauwdruk"), column("Fleur Stippel")];
    await says(sam, "wie doet vastgoed voor dorpshuis in wijk en aalburg?");
    await sam.getByRole("button", { name: "Klopt niet" }).click();
    await sam.getByRole("combobox", { name: /Welk team/ }).fill("sport");
    await sam
      .getByRole("listbox")
      .getByRole("option", { name: /^Sport, Welzijn/ })
      .click();
    await sam.getByRole("button", { name: "Voorstel versturen" }).click();
    await fleur.getByRole("heading", { name: /Andere eigenaar/ }).waitFor();
    expect(await fleur.getByRole("button", { name: "Akkoord", exact: true }).count()).toBe(0);
    await noor.getByRole("button", { name: "Akkoord", exact: true }).click();
    for (const one of [sam, noor, fleur])
      await one
        .getByText(/Noor Blauwdruk ging akkoord/)
        .last()
        .waitFor();
    expect(await noor.getByRole("button", { name: "Akkoord", exact: true }).count()).toBe(0);
  });
});
