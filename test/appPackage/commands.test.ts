import { describe, expect, it } from "vitest";
import { makeReader } from "../../bot/domain/language/reader.ts";
import { loadWords } from "../../bot/words.ts";
import { nl } from "../../cards/texts.nl/index.ts";
import { COMMANDS } from "../../manifest/commands.ts";
import { practiceRegister } from "../domain/language/practiceRegister.ts";

const reader = makeReader(practiceRegister(), loadWords());
const all = Object.values(COMMANDS).flat();

describe("the menu in Teams offers only what Kernwijzer understands", () => {
  it.each(all)("$title", ({ title, asks }) => {
    const reading = reader.read(title);
    expect(reading.intent).toBe(asks);
    if (asks === "owner") expect(reading.certain).toBe(true);
    if (asks === "role") expect(reading.roles).not.toEqual([]);
    const names = /\b(?:in|van) [A-Z][a-z]/.test(title);
    expect(reading.kernen.length).toBeGreaterThanOrEqual(names ? 1 : 0);
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
