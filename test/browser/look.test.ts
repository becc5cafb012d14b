import { describe, expect, it } from "vitest";
import { withCard, type Answer } from "../practice/standInBot.ts";
import { focused, ground, poorContrast, tooSmall, tooWide } from "./measure.ts";
import { closePagesAfterEach, openPage, says } from "./page.ts";

closePagesAfterEach();

const LONG_CARD = {
  type: "AdaptiveCard",
  version: "1.5",
  body: [
    {
      type: "TextBlock",
      text: "Hondenlosloopgebieden in Babyloniënbroek",
      wrap: true,
      size: "Large",
      style: "heading",
    },
    {
      type: "FactSet",
      facts: [{ title: "Portefeuillehouder", value: "wethouder Anna Fictema (openbare ruimte)" }],
    },
    { type: "TextBlock", text: "Subtiel", isSubtle: true },
  ],
  actions: ["Vraag doorzetten", "Terugbelafspraak", "Klopt niet"].map((title) => ({
    type: "Action.Execute",
    title,
    verb: "x",
  })),
};
const answering: Answer = async (activity, bot) => {
  if (activity.type === "message") await bot.reply(activity, withCard(LONG_CARD));
  return undefined;
};

describe("a narrow screen", () => {
  const phone = { viewport: { width: 360, height: 740 } };

  it("shows one person at a time, with a button for each", async () => {
    const { column, page } = await openPage("mieke,wout,anna", answering, phone);
    expect(await page.locator(".column:visible").count()).toBe(1);
    const people = page.getByRole("navigation", { name: "Personen" });
    await people.getByRole("button", { name: "Wout" }).click();
    expect(await column("Wout Sjabloon").isVisible()).toBe(true);
    expect(await page.locator(".column:visible").count()).toBe(1);
  });

  it("does not install or read anything for people who are out of sight", async () => {
    const { column, room, page } = await openPage("mieke,wout", answering, phone);
    await says(column("Mieke Denkbeeld"), "wie?");
    await column("Mieke Denkbeeld").getByRole("button", { name: "Klopt niet" }).waitFor();
    expect(new Set(room.bot.received.map((activity) => activity.from.name))).toEqual(
      new Set(["Mieke Denkbeeld"]),
    );
    room.connector.say("mieke", "group.overleg-kernen", "hoi");
    await page.getByRole("navigation", { name: "Personen" }).getByLabel("1 ongelezen").waitFor();
  });

  it("fits: nothing has to be scrolled sideways, everything can be touched", async () => {
    const { column, page } = await openPage("mieke", answering, phone);
    await says(column("Mieke Denkbeeld"), "wie gaat over hondenlosloopgebieden in babyloniënbroek?");
    await column("Mieke Denkbeeld").getByRole("button", { name: "Klopt niet" }).waitFor();
    expect(await tooWide(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
  });
});

describe("light and dark", () => {
  it("follows the system until somebody chooses, and keeps that choice", async () => {
    const { page } = await openPage("mieke", answering, { colorScheme: "dark" });
    const dark = await ground(page);
    await page.getByRole("button", { name: "Lichte weergave" }).click();
    const light = await ground(page);
    expect(light).not.toBe(dark);
    await page.reload();
    await page.getByRole("button", { name: "Donkere weergave" }).waitFor();
    expect(await ground(page)).toBe(light);
  });

  it.each(["light", "dark"] as const)("has readable text in %s: at least 4.5 to 1", async (colorScheme) => {
    const { column, page } = await openPage("mieke:group.overleg-kernen", answering, { colorScheme });
    await says(column("Mieke Denkbeeld"), "@Kernwijzer wie?");
    await column("Mieke Denkbeeld").getByText("Subtiel").waitFor();
    expect(await poorContrast(page)).toEqual([]);
  });
});

describe("without a mouse", () => {
  it("asks, goes to the card with Tab and presses with Enter; focus stays on the card that came in its place", async () => {
    const { column, page, room } = await openPage("mieke", async (activity, bot) => {
      if (activity.type === "message") await bot.reply(activity, withCard(LONG_CARD));
      const done = { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text: "Gedaan" }] };
      if (activity.type !== "invoke") return undefined;
      return { body: { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: done } };
    });
    const mieke = column("Mieke Denkbeeld");
    await says(mieke, "wie?");
    await mieke.getByRole("button", { name: "Vraag doorzetten" }).waitFor();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await mieke.getByText("Gedaan").waitFor();
    expect(await focused(page)).toBe("Kaart van Kernwijzer");
    expect(room.bot.received.at(-1)).toMatchObject({ value: { action: { title: "Klopt niet" } } });
  });

  it("finds a choice by typing, with arrows and Enter, and hands over its value", async () => {
    const form = {
      type: "AdaptiveCard",
      version: "1.5",
      body: [
        {
          type: "Input.ChoiceSet",
          id: "team",
          label: "Welk team?",
          style: "filtered",
          isRequired: true,
          errorMessage: "Kies een team.",
          choices: [],
          "choices.data": { type: "Data.Query", dataset: "vakteams" },
        },
      ],
      actions: [{ type: "Action.Execute", title: "Stel voor", verb: "propose", data: {} }],
    };
    const results = [
      { title: "Verkeer", value: "team-verkeer" },
      { title: "Vergunningen", value: "team-vergunningen" },
    ];
    const { column, room } = await openPage("mieke", async (activity, bot) => {
      if (activity.type === "message") await bot.reply(activity, withCard(form));
      if (activity.name !== "application/search") return undefined;
      return {
        body: {
          statusCode: 200,
          type: "application/vnd.microsoft.search.searchResponse",
          value: { results },
        },
      };
    });
    const mieke = column("Mieke Denkbeeld");
    await says(mieke, "formulier");
    const field = mieke.getByRole("combobox", { name: /Welk team/ });
    await field.pressSequentially("ver");
    await mieke.getByRole("option", { name: "Vergunningen" }).waitFor();
    await mieke.getByRole("button", { name: "Stel voor" }).press("Enter");
    await mieke.getByText("Kies een team.").waitFor();
    await field.fill("verg");
    await mieke.getByRole("option", { name: "Vergunningen" }).waitFor();
    await field.press("ArrowDown");
    await field.press("ArrowDown");
    await field.press("Enter");
    expect(await field.inputValue()).toBe("Vergunningen");
    await mieke.getByRole("button", { name: "Stel voor" }).press("Enter");
    await expect
      .poll(() => room.bot.received.at(-1))
      .toMatchObject({
        name: "adaptiveCard/action",
        value: { action: { data: { team: "team-vergunningen" } } },
      });
  });

  it("names everything that can be pressed or filled in", async () => {
    const { page } = await openPage("mieke,wout:channel.bor", answering);
    await page.getByRole("textbox").first().waitFor();
    const tree = await page.getByRole("document").or(page.locator("body")).first().ariaSnapshot();
    expect(tree).toContain('textbox "Bericht aan Kernwijzer"');
    // A control without a name is written without quotes behind its role.
    expect(tree).not.toMatch(/- (button|textbox|combobox|link|img|region)(:| \[|$)/m);
  });
});
