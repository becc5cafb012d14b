import { describe, expect, it } from "vitest";
import { invokeAnswer, withCard, type Answer } from "../practice/standInBot.ts";
import { closePagesAfterEach, openPage, says } from "./page.ts";

closePagesAfterEach();

const card = (text: string, buttons: readonly string[] = []) => ({
  type: "AdaptiveCard",
  version: "1.5",
  body: [{ type: "TextBlock", text, wrap: true, style: "heading" }],
  actions: buttons.map((title) => ({ type: "Action.Execute", title, verb: "take", data: { token: "t" } })),
});

/** Puts a card in the chat for every message; a press makes it the presser's. */
const offering: Answer = async (activity, bot) => {
  if (activity.type === "message")
    await bot.reply(activity, withCard(card("Wie pakt dit op?", ["Ik pak dit op"])));
  if (activity.type === "invoke") return invokeAnswer(card(`Opgepakt door ${activity.from.name}`));
  return undefined;
};

describe("several people side by side", () => {
  it("ask in a personal chat and get a card", async () => {
    const { column, room } = await openPage("mieke,wout", offering);
    await says(column("Mieke Denkbeeld"), "wie gaat over riool?");
    await column("Mieke Denkbeeld").getByRole("heading", { name: "Wie pakt dit op?" }).waitFor();
    expect(await column("Wout Sjabloon").getByRole("heading", { name: "Wie pakt dit op?" }).count()).toBe(0);
    expect(room.bot.received.filter((activity) => activity.type === "message")).toMatchObject([
      { text: "wie gaat over riool?", from: { name: "Mieke Denkbeeld" } },
    ]);
  });

  it("see a pressed card change for the presser only, and an update by the bot change for all", async () => {
    const { column, room } = await openPage("mieke:group.overleg-kernen,wout:group.overleg-kernen", offering);
    const [mieke, wout] = [column("Mieke Denkbeeld"), column("Wout Sjabloon")];
    await says(mieke, "@Kernwijzer wie gaat over riool?");
    await wout.getByRole("button", { name: "Ik pak dit op" }).click();
    await wout.getByRole("heading", { name: "Opgepakt door Wout Sjabloon" }).waitFor();
    expect(await mieke.getByRole("button", { name: "Ik pak dit op" }).count()).toBe(1);

    const asked = room.bot.received.find((activity) => activity.type === "message");
    const id = room.connector.room.messages("group.overleg-kernen").at(-1)?.id;
    if (asked === undefined || id === undefined) throw new Error("No card was sent");
    await room.bot.update(asked, id, withCard(card("Wout heeft dit opgepakt")));
    for (const one of [mieke, wout]) {
      await one.getByRole("heading", { name: "Wout heeft dit opgepakt" }).waitFor();
      expect(await one.getByRole("button", { name: "Ik pak dit op" }).count()).toBe(0);
    }
  });

  it("keep what is being filled in while another card changes", async () => {
    const form = {
      ...card("Waarom?", ["Stel voor"]),
      body: [
        {
          type: "Input.Text",
          id: "why",
          label: "Reden",
          isRequired: true,
          errorMessage: "Vul een reden in.",
        },
      ],
    };
    const { column, room } = await openPage("mieke", async (activity, bot) => {
      if (activity.text === "formulier") await bot.reply(activity, withCard(form));
      return activity.type === "invoke" ? invokeAnswer("Voorgesteld.") : undefined;
    });
    const mieke = column("Mieke Denkbeeld");
    await says(mieke, "formulier");
    await mieke.getByRole("button", { name: "Stel voor" }).click();
    await mieke.getByText("Vul een reden in.").waitFor();
    await mieke.getByLabel("Reden").fill("andere afdeling");
    await says(mieke, "nog iets");
    await mieke.getByText("nog iets").waitFor();
    expect(await mieke.getByLabel("Reden").inputValue()).toBe("andere afdeling");
    await mieke.getByRole("button", { name: "Stel voor" }).click();
    await mieke.getByRole("status").getByText("Voorgesteld.").waitFor();
    expect(room.bot.received.filter((activity) => activity.type === "invoke")).toMatchObject([
      { value: { action: { verb: "take", data: { token: "t", why: "andere afdeling" } } } },
    ]);
  });

  it("see what is unread until they open it", async () => {
    const { column, page, room } = await openPage("wout", offering);
    const wout = column("Wout Sjabloon");
    room.connector.say("mieke", "group.overleg-kernen", "Goedemorgen");
    await wout.getByLabel("1 ongelezen").waitFor();
    await wout.getByRole("button", { name: /Overleg kernen/ }).click();
    await wout.getByText("Goedemorgen").waitFor();
    await wout.getByLabel("1 ongelezen").waitFor({ state: "detached" });
    expect(new URL(page.url()).search).toBe("?wie=wout:group.overleg-kernen");
  });

  it("are told of somebody who is not on the page and has something to read", async () => {
    const { page, room, column } = await openPage("wout");
    const anna = room.connector.room.chats.find((chat) => chat.id === "personal.anna");
    const path = `/${encodeURIComponent(anna?.conversationId ?? "")}/activities`;
    await room.bot.call(room.connector.serviceUrl(), "POST", path, { type: "message", text: "Voor jou" });
    const add = page.getByRole("banner").getByRole("combobox", { name: /1 persoon heeft ongelezen/ });
    await add.selectOption("anna");
    await column("Anna Fictema").getByText("Voor jou").waitFor();
    expect(new URL(page.url()).search).toBe("?wie=wout,anna");
    await column("Anna Fictema").getByRole("button", { name: "Anna Fictema sluiten" }).click();
    await column("Anna Fictema").waitFor({ state: "detached" });
    expect(new URL(page.url()).search).toBe("?wie=wout");
  });

  it("start as both ends of a handoff and the board when the address names nobody", async () => {
    const { page } = await openPage("");
    expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toEqual([
      "Mieke Denkbeeld",
      "Wout Sjabloon",
      "Anna Fictema",
    ]);
  });
});

describe("a channel", () => {
  it("keeps each post with its answers, and lets people answer in the thread", async () => {
    const { column, room } = await openPage("wout:channel.bor", offering);
    const wout = column("Wout Sjabloon");
    await wout.getByRole("button", { name: "Noem @Kernwijzer" }).click();
    await wout.page().keyboard.type("wie gaat over bomen?");
    await wout.page().keyboard.press("Enter");
    await wout.getByRole("button", { name: "Ik pak dit op" }).waitFor();
    await wout.getByRole("button", { name: "Beantwoorden" }).click();
    await wout.getByRole("textbox", { name: "Antwoord op Wout Sjabloon" }).fill("Ik bel even.");
    await wout.getByRole("button", { name: "Verstuur antwoord" }).click();
    await wout.locator(".replies").getByText("Ik bel even.").waitFor();
    const [post, ...answers] = room.connector.room.messages("channel.bor");
    expect(answers.map((answer) => answer.thread)).toEqual([post?.id, post?.id]);
  });
});

describe("what goes wrong", () => {
  it("is caught up with after the line was gone, without losing what somebody was typing", async () => {
    const { column, complaints, room } = await openPage("mieke:group.overleg-kernen");
    const mieke = column("Mieke Denkbeeld");
    const box = mieke.getByRole("textbox", { name: "Bericht in Overleg kernen" });
    await box.fill("nog niet klaar");
    room.dropConnections();
    room.connector.say("wout", "group.overleg-kernen", "Dit miste je bijna");
    await mieke.getByText("Dit miste je bijna").waitFor();
    expect(await box.inputValue()).toBe("nog niet klaar");
    // The browser reports the broken line itself.
    expect(complaints.splice(0).every((complaint) => /ERR_/.test(complaint))).toBe(true);
  });

  it("is said for as long as the back end is away", async () => {
    const { complaints, page, room } = await openPage("mieke");
    await room.close();
    await page.getByRole("status").getByText("De verbinding is weg. Ik probeer het opnieuw.").waitFor();
    expect(complaints.splice(0).length).toBeGreaterThan(0);
  });

  it("is said on the message when the bot does not take it", async () => {
    const { column } = await openPage("mieke", () => ({ status: 503 }));
    await says(column("Mieke Denkbeeld"), "hallo");
    await column("Mieke Denkbeeld").getByText("Niet bezorgd bij Kernwijzer (HTTP 503).").waitFor();
  });

  it("is said to the presser, and the button stays", async () => {
    const { column } = await openPage("mieke", async (activity, bot) => {
      if (activity.type === "message") await bot.reply(activity, withCard(card("Kies", ["Doe het"])));
      return activity.type === "invoke" ? { status: 501 } : undefined;
    });
    const mieke = column("Mieke Denkbeeld");
    await says(mieke, "hallo");
    await mieke.getByRole("button", { name: "Doe het" }).click();
    await mieke.getByRole("alert").getByText("Er ging iets mis. Probeer het opnieuw.").waitFor();
    expect(await mieke.getByRole("button", { name: "Doe het" }).isEnabled()).toBe(true);
  });
});

it("the practice time moves on by a native list, and shows", async () => {
  const { page } = await openPage("mieke");
  expect(await page.locator("time.clock").textContent()).toContain("14 apr");
  await page.getByRole("combobox", { name: "Oefentijd vooruit" }).selectOption({ label: "1 dag later" });
  await page.locator("time.clock", { hasText: "15 apr" }).waitFor();
});
