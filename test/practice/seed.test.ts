import { describe, expect, it } from "vitest";
import { seedPractice } from "../../bot/practice/seed.ts";
import { practiceRegister } from "./register.ts";

const seed = seedPractice(practiceRegister, "2026-04-14");
const chat = (id: string) => seed.chats.find((one) => one.id === id);

describe("the people and chats a practice room starts with", () => {
  it("lets every active official be played, in the order of their roles on that day", () => {
    expect(seed.people.map((person) => person.name)).toEqual([
      "Mieke Denkbeeld",
      "Anna Fictema",
      "Wout Sjabloon",
      "Lotte Vulling",
    ]);
    expect(seed.people[0]?.roles).toEqual([{ role: "gebiedsregisseur", scopes: ["Veen", "Andel"] }]);
    expect(seed.people[1]?.roles).toEqual([{ role: "portefeuillehouder", scopes: ["Verkeer"] }]);
  });

  it("keeps the Entra id of the register and gives whoever is not linked yet one of their own", () => {
    const [mieke, , wout, lotte] = seed.people;
    expect(mieke?.entraId).toBe("00000000-0000-4000-8000-000000000001");
    expect(lotte?.entraId).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
    expect(new Set([mieke?.teamsId, wout?.teamsId, lotte?.teamsId]).size).toBe(3);
    expect(mieke?.teamsId).toMatch(/^29:/);
  });

  it("gives everybody a personal chat, several roles a group chat, and each team with people a channel", () => {
    expect(chat("personal.wout")?.members).toEqual(["wout"]);
    expect(chat("group.overleg-kernen")?.members).toEqual(["mieke", "wout"]);
    expect(chat("channel.bor")?.members).toEqual(["wout"]);
    expect(chat("channel.leeg")).toBeUndefined();
  });

  it("gives conversations the same ids after every start, in the shapes Teams uses", () => {
    const again = seedPractice(practiceRegister, "2026-05-01");
    expect(again.chats.map((one) => one.conversationId)).toEqual(seed.chats.map((one) => one.conversationId));
    expect(chat("personal.wout")?.conversationId).toMatch(/^a:1/);
    expect(chat("group.overleg-kernen")?.conversationId).toMatch(/^19:.+@thread\.v2$/);
    expect(chat("channel.bor")?.conversationId).toMatch(/^19:.+@thread\.tacv2$/);
  });
});
