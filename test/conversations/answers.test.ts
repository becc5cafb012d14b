import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTown, type Town } from "../town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

async function reply(name: string, text: string, chat?: string): Promise<string> {
  const person = town.person(name, chat);
  await person.asks(text);
  return person.sees();
}

describe("what is not about owners gets a short calm answer", () => {
  it.each([
    ["dank je", "Graag gedaan."],
    ["hoi", "Hallo. Waar kan ik je mee helpen?"],
    ["vertel een mop", "Daar kan ik je niet mee helpen."],
    ["wie heeft t meeste openstaan", "Cijfers per persoon geef ik niet."],
    ["kan dit ff snel via jou, niet in t systeem", "Wat nodig is om iets goed af te handelen leg ik vast"],
    ["do you speak english", "I understand Dutch only."],
  ])("%s", async (text, expected) => {
    expect(await reply("Lotte Vulling", text)).toContain(expected);
  });
});

describe("help fits who asks", () => {
  it.each([
    ["Joris Proefstra", "te hard rijden Dorpsweg Sleeuwijk"],
    ["Anna Fictema", "dorpshuis in Dussen"],
    ["Harm Oefening", "evenementenvergunning"],
    ["Lotte Vulling", "stoeptegel los in Nieuwendijk"],
  ])("%s", async (name, example) => {
    expect(await reply(name, "help")).toContain(example);
  });

  it.each([...["Joris Proefstra", "Anna Fictema", "Harm Oefening", "Lotte Vulling"]])(
    "every example for %s is understood",
    async (name) => {
      const examples = (await reply(name, "help")).split("\n").filter((line) => line.startsWith("- "));
      expect(examples.length).toBeGreaterThanOrEqual(3);
      for (const example of examples) {
        const answer = await reply(name, example.slice(2));
        expect(answer, example).not.toMatch(/Dat weet ik niet|Ik weet niet wie/);
      }
    },
  );
});

describe("who holds a role is answered by name", () => {
  it.each([
    ["wie is teamleider van BOR", "Wim Maquette: Beheer Openbare Ruimte"],
    ["wie is gebiedsregisseur in Veen", "Mieke Denkbeeld: Veen · vervanger: Joris Proefstra"],
    ["wie is de wethouder van hank", "Anna Fictema: Hank"],
    ["wie is wethouder verkeer", "Anna Fictema: Verkeer"],
    ["wie is wethouder van drongelen", "Roos van Bedacht: Drongelen"],
    ["wie is directeur", "Hein Schijnbaar: hele gemeente"],
    ["wie is kernwethouder van Uitgeest", "Lies Voorbeeldsma"],
  ])("%s", async (text, expected) => {
    expect(await reply("Lotte Vulling", text)).toContain(expected);
  });

  it("nobody holds it: says so", async () => {
    expect(await reply("Lotte Vulling", "wie is kernbestuurder van Hank")).toContain("Dat weet ik niet.");
  });
});

describe("what the register cannot answer is said so", () => {
  it("an unknown subject: 'Dat weet ik niet', with a next step and no owner", async () => {
    const card = await reply("Lotte Vulling", "qzxwv plmokn wie gaat daarover");
    expect(card).toContain("Dat weet ik niet");
    expect(card).toContain("Fedor Functietest (functioneel beheer)");
    expect(card).not.toContain("Team:");
  });

  it("another organisation's task: says so and who does it", async () => {
    const card = await reply("Lotte Vulling", "wie gaat over de AOW");
    expect(card).toContain("Dit is geen taak van de gemeente.");
    expect(card).toMatch(/Wie wel: .*SVB|Sociale Verzekeringsbank/);
  });

  it("danger: call first, and the owner below it", async () => {
    const card = await reply("Joris Proefstra", "boom hangt scheef boven fietspad in Hank, straks valt ie");
    expect(card.indexOf("Bel meteen 112")).toBeGreaterThanOrEqual(0);
    expect(card.indexOf("Bel meteen 112")).toBeLessThan(card.indexOf("Team:"));
  });

  it("who replaces whom", async () => {
    expect(await reply("Lotte Vulling", "wie is vervnager van daan")).toContain("Priya Modelius");
  });
});

describe("one question back, answered any way people do", () => {
  it("by typing the kern", async () => {
    const sam = town.person("Sam Schets");
    await sam.asks("wie gaat over speelplek wijk");
    expect(sam.sees()).toContain("Wijk en Aalburg");
    await sam.asks("ja wijk en aalburg");
    expect(sam.sees()).toContain("– Wijk en Aalburg");
    expect(sam.sees()).toContain("Team:");
  });

  it("with another kern from the whole list", async () => {
    const sam = town.person("Sam Schets");
    await sam.asks("hank heeft gebeld over riool");
    expect(sam.buttons()).toContain("Hank");
    await sam.presses("Andere kern");
    await sam.presses("Kies", { kern: "veen" });
    expect(sam.sees()).toContain("– Veen");
  });

  it("with no kern at all", async () => {
    const sam = town.person("Sam Schets");
    await sam.asks("hank heeft gebeld over riool");
    await sam.presses("Andere kern");
    await sam.presses("Kies", { kern: "*" });
    expect(sam.sees()).toMatch(/^Riolering/);
    expect(sam.sees()).not.toContain("Gebiedsregisseur");
  });

  it("by asking something else: the first question is dropped, not answered wrongly", async () => {
    const sam = town.person("Sam Schets");
    await sam.asks("hank heeft gebeld over riool");
    await sam.asks("wie gaat over subsidies");
    expect(sam.sees()).toContain("Subsidies");
    const all = await town.store.all("question");
    expect(all.filter(({ row }) => row.status === "awaitingKern")).toEqual([]);
  });
});

describe("in a group and in a channel", () => {
  it("the bot answers only when it is mentioned", async () => {
    const joris = town.person("Joris Proefstra", "group.overleg-kernen");
    await joris.asks("wie gaat over riolering in Hank");
    expect(joris.messages()).toHaveLength(0);
    await joris.asks("@Kernwijzer wie gaat over riolering in Hank");
    expect(joris.messages()).toHaveLength(1);
    expect(joris.sees()).toContain("Riolering – Hank");
  });

  it("the answer repeats nothing that was typed and names no asker", async () => {
    const sam = town.person("Sam Schets", "group.overleg-kernen");
    await sam.asks("@Kernwijzer mevrouw Jansen 0612345678 belt over riolering in Hank");
    expect(sam.sees()).toContain("Riolering");
    expect(JSON.stringify(sam.card())).not.toMatch(/Jansen|0612345678|Sam Schets/);
  });

  it("works in a team channel", async () => {
    const esra = town.person("Esra Proefdruk", "channel.bor");
    await esra.asks("@Kernwijzer wie is de eigenaar van evenementenvergunning");
    expect(esra.sees()).toContain("Vergunningen en Evenementen");
  });
});
