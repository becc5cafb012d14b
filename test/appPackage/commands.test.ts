import { describe, expect, it } from "vitest";
import { isUnderstood } from "../../bot/appPackage/understood.ts";
import { makeReader } from "../../bot/domain/language/reader.ts";
import { loadWords } from "../../bot/words.ts";
import { nl } from "../../cards/texts.nl/index.ts";
import { COMMANDS } from "../../manifest/commands.ts";
import { practiceRegister } from "../domain/language/practiceRegister.ts";

const register = practiceRegister();
const reader = makeReader(register, loadWords());
const all = Object.values(COMMANDS).flat();

describe("the menu in Teams offers only what Kernwijzer understands", () => {
  it.each(all)("$title", (command) => {
    expect(isUnderstood(command, register, reader)).toBe(true);
    if (command.asks === "owner") expect(reader.read(command.title).certain).toBe(true);
  });

  it("and says which kern or vakteam it names, so that another municipality hears of it", () => {
    for (const { title, kern, vakteam } of all) {
      if (/[A-Z]/.test(title)) expect(title).toContain(kern ?? vakteam ?? "a name that is declared");
    }
  });

  it("which is not taken for granted", () => {
    const bare = { title: "wie is gebiedsregisseur in Veen", nl: "", en: "", asks: "role" } as const;
    expect(isUnderstood(bare, register, reader)).toBe(true);
    expect(isUnderstood({ ...bare, kern: "Hank" }, register, reader)).toBe(false);
    expect(isUnderstood({ ...bare, vakteam: "Verkeer" }, register, reader)).toBe(false);
    expect(isUnderstood({ ...bare, asks: "owner" }, register, reader)).toBe(false);
    expect(isUnderstood({ ...bare, title: "wie is het" }, register, reader)).toBe(false);
  });

  it("and each of it once", () => {
    expect(new Set(all.map(({ title }) => title.toLowerCase())).size).toBe(all.length);
  });

  it("with something for every role", () => {
    for (const commands of Object.values(COMMANDS)) expect(commands).not.toEqual([]);
  });
});

it.each(Object.values(nl.help.examples).flat())("the help card's example %s is understood", (example) => {
  const { intent, topics, roles, officials } = reader.read(example);
  expect(["owner", "role", "deputy"]).toContain(intent);
  expect([...topics, ...roles, ...officials]).not.toEqual([]);
});
