import { describe, expect, it } from "vitest";
import { openTown } from "../town.ts";
import { poorContrast, tooSmall, tooWide } from "./measure.ts";
import { closePagesAfterEach, openPageAt, says } from "./page.ts";

closePagesAfterEach();

type Options = Parameters<typeof openPageAt>[3];

/** The whole product behind the page: server, adapter, store, practice municipality. */
async function openMunicipality(who: string, options: Options = {}) {
  const town = await openTown();
  return { town, ...(await openPageAt(town.origin, who, () => town.close(), options)) };
}

describe("two people in the channel of their team", () => {
  it("each see what is theirs: who may decide gets buttons, the other reads along, and both see the decision", async () => {
    const { column, town } = await openMunicipality("noor-blauwdruk:channel.swa,pim-probeersel:channel.swa");
    const [noor, pim] = [column("Noor Blauwdruk"), column("Pim Probeersel")];
    await noor.getByRole("heading", { name: "Hallo, ik ben Kernwijzer" }).waitFor();
    await noor.getByText("Dit is het kanaal van team Sport, Welzijn en Accommodaties.").waitFor();
    await town.person("Noor Blauwdruk").asks("hoi");
    const mieke = town.person("Mieke Denkbeeld");
    await mieke.asks("wie gaat over hondenlosloopgebied in Veen");
    await mieke.presses("Klopt niet");
    await mieke.presses("Voorstel versturen", { vakteam: "swa", scope: "all", remark: "" });

    const agree = { name: "Akkoord", exact: true } as const;
    await noor.getByRole("button", agree).waitFor();
    await pim.getByText("Ter informatie. Team Sport, Welzijn en Accommodaties beslist hierover.").waitFor();
    expect(await pim.getByRole("button", agree).count()).toBe(0);

    await noor.getByRole("button", agree).click();
    for (const one of [noor, pim])
      await one
        .getByText(/Noor Blauwdruk ging akkoord/)
        .last()
        .waitFor();
    expect(await noor.getByRole("button", agree).count()).toBe(0);
  });
});

describe("a field that searches", () => {
  it("offers the first teams when it is opened, finds one by another name, and sends what was chosen", async () => {
    const { column, town } = await openMunicipality("sam-schets");
    const sam = column("Sam Schets");
    await says(sam, "wie gaat over hondenlosloopgebied in veen");
    await sam.getByRole("button", { name: "Klopt niet" }).click();
    const team = sam.getByRole("combobox", { name: /Welk team/ });
    const options = sam.getByRole("listbox").getByRole("option");
    await team.click();
    await expect.poll(() => options.count()).toBe(15);
    await team.fill("boa");
    await expect.poll(() => options.allTextContents()).toEqual(["Toezicht en Handhaving"]);
    await team.press("ArrowDown");
    await team.press("Enter");
    await sam.getByRole("button", { name: "Voorstel versturen" }).click();
    await sam.getByText(/Je voorstel is verstuurd naar Hanna Hersenschim/).waitFor();
    expect(await town.store.all("proposal")).toMatchObject([{ row: { newVakteam: "toezicht" } }]);
  });

  it("finds a topic where nothing was understood, and the answer takes the place of the card", async () => {
    const { column } = await openMunicipality("lotte-vulling");
    const lotte = column("Lotte Vulling");
    await says(lotte, "qzxwv plmokn wie gaat daarover in Veen");
    await lotte.getByRole("combobox", { name: /onderwerp/ }).fill("hondenlosloopveldje");
    await lotte.getByRole("option", { name: "Hondenlosloopgebieden" }).click();
    await lotte.getByRole("button", { name: "Kies" }).click();
    await lotte.getByRole("heading", { name: "Hondenlosloopgebieden – Veen" }).waitFor();
    expect(await lotte.getByText("Dat weet ik niet").count()).toBe(0);
  });

  it.each(["light", "dark"] as const)("fits a phone and can be read, %s", async (colorScheme) => {
    const phone = { viewport: { width: 360, height: 740 }, colorScheme };
    const { column, page } = await openMunicipality("sam-schets", phone);
    const sam = column("Sam Schets");
    await says(sam, "wie gaat over hondenlosloopgebied in veen");
    await sam.getByRole("button", { name: "Klopt niet" }).click();
    await sam.getByRole("combobox", { name: /Welk team/ }).fill("sport");
    await sam.getByRole("option", { name: /^Sport, Welzijn/ }).waitFor();
    expect(await tooWide(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
    expect(await poorContrast(page)).toEqual([]);
  });
});
