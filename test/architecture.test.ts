import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const eslint = new ESLint({ cwd: root });

/** The rules that object when this line stands at the top of this (existing) file. */
async function objections(file: string, line: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${line}\n`, { filePath: join(root, file) });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

describe("the linter guards who may import whom", () => {
  const forbidden: readonly (readonly [file: string, line: string])[] = [
    ["bot/domain/decide.ts", 'import "node:fs";'],
    ["bot/domain/decide.ts", 'import "zod";'],
    ["bot/domain/decide.ts", 'import "../handle.ts";'],
    ["bot/domain/decide.ts", 'import "../../cards/index.ts";'],
    ["bot/domain/decide.ts", 'import "../../storage/store.ts";'],
    ["bot/domain/language/reading.ts", 'import "../../handle.ts";'],
    ["bot/domain/language/reading.ts", 'import "node:fs";'],
    ["cards/question.ts", 'import "../storage/store.ts";'],
    ["cards/question.ts", 'import "../bot/handle.ts";'],
    ["cards/question.ts", 'import "adaptivecards";'],
    ["storage/store.ts", 'import "botbuilder";'],
    ["storage/store.ts", 'import "restify";'],
    ["storage/store.ts", 'import "../cards/index.ts";'],
    ["storage/store.ts", 'import "../bot/handle.ts";'],
    ["bot/handle.ts", 'import "botbuilder";'],
    ["bot/handle.ts", 'import "lowdb";'],
    ["bot/handle.ts", 'import "../cards/index.ts";'],
    ["bot/handle.ts", 'import "./teams/read.ts";'],
    ["bot/outbox.ts", 'import "../cards/index.ts";'],
    ["bot/outbox.ts", 'import "restify";'],
    ["bot/teams/read.ts", 'import "restify";'],
    ["bot/teams/read.ts", 'import "lowdb";'],
    ["bot/practice/open.ts", 'import "botbuilder";'],
    ["bot/practice/open.ts", 'import "../teams/read.ts";'],
    ["bot/server.ts", 'import "botbuilder";'],
  ];
  it.each(forbidden)("%s must not have %s", async (file, line) => {
    expect(await objections(file, line)).toContain("no-restricted-imports");
  });

  const allowed: readonly (readonly [file: string, line: string])[] = [
    ["bot/domain/decide.ts", 'import "./asking.ts";'],
    ["bot/domain/language/reading.ts", 'import "../kern.ts";'],
    ["cards/question.ts", 'import "../bot/domain/kern.ts";'],
    ["bot/teams/read.ts", 'import "botbuilder";'],
    ["bot/handle.ts", 'import "../storage/store.ts";'],
  ];
  it.each(allowed)("%s may have %s", async (file, line) => {
    expect(await objections(file, line)).not.toContain("no-restricted-imports");
  });
});

it("what imports the SDK that will be replaced is what the page about replacing it names", () => {
  const page = readFileSync(join(root, "docs/successor.md"), "utf8");
  const named = [...page.matchAll(/\| `((?:bot|test)\/[^`]+\.ts)` +\|/g)].map((match) => match[1]).toSorted();
  const importers = ["bot", "cards", "storage", "test"]
    .flatMap((folder) => sources(join(root, folder)))
    .filter((file) => /^import [^;]*"botbuilder";$/m.test(readFileSync(file, "utf8")))
    .map((file) => file.slice(root.length + 1));
  expect(importers.toSorted()).toEqual([...new Set(named)]);
});

describe("the linter keeps clock and chance out of the rules and the cards", () => {
  it.each([
    ["bot/domain/decide.ts", "export const at = Date.now();"],
    ["bot/domain/decide.ts", "export const at = new Date();"],
    ["bot/domain/decide.ts", "export const by = Math.random();"],
    ["bot/domain/decide.ts", "export const env = process.env;"],
    ["cards/question.ts", "export const at = new Date();"],
  ])("%s must not have %s", async (file, line) => {
    expect((await objections(file, line)).some((rule) => rule.startsWith("no-restricted-"))).toBe(true);
  });
});

describe("the house", () => {
  const files = ["bot", "cards", "storage", "test"].flatMap((folder) => sources(join(root, folder)));

  it("has no file above 300 lines", () => {
    expect(files.filter((file) => lines(file) > 300)).toEqual([]);
  });

  it("has 90 % of its files under 200 lines", () => {
    const long = files.filter((file) => lines(file) >= 200);
    expect(long.length / files.length).toBeLessThanOrEqual(0.1);
  });

  it("has no drawer for things without a name", () => {
    expect(files.filter((file) => /\b(utils?|helpers?|common|misc)\b/.test(file.slice(root.length)))).toEqual(
      [],
    );
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return path.endsWith(".ts") ? [path] : [];
  });
}

function lines(file: string): number {
  return readFileSync(file, "utf8").split("\n").length;
}
