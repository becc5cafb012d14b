import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { findLines } from "../../bot/cli/findLines.ts";
import type { Reader } from "../../bot/domain/language/reading.ts";
import { EMPTY_REGISTER } from "../../bot/registerFormat/accept.ts";

const register = {
  ...EMPTY_REGISTER,
  kernen: new Map([["hank", { id: "hank", name: "Hank", aliases: [] }]]),
  topics: new Map([
    [
      "groen",
      { id: "groen", name: "Groen", synonyms: [], description: "", taakveld: "5.7", statutory: true },
    ],
  ]),
};

const reader: Reader = {
  read: (sentence) => ({
    intent: "owner",
    kernen: sentence.includes("Hank") ? ["hank"] : [],
    ambiguousKernen: sentence.includes("hank") ? ["hank"] : [],
    topics: [{ topic: "groen", score: 0.5 }],
    certain: true,
    officials: [],
    vakteams: [],
    roles: [],
    scope: "municipality",
  }),
  readKern: () => [],
};

const GROEN = [{ id: "groen", name: "Groen", taakveld: "5.7", score: 0.5 }];
const answer = (sentence: string, kernen: string[], ambiguous: string[]) => ({
  text: sentence,
  intent: "owner",
  kernen,
  ambiguous,
  topics: GROEN,
  scope: "municipality",
});

async function find(input: string | readonly Uint8Array[]) {
  const stdout = new PassThrough({ highWaterMark: 64 });
  const chunks = typeof input === "string" ? [new TextEncoder().encode(input)] : input;
  const io = {
    env: {},
    stdin: Readable.from(chunks),
    stdout,
    stderr: stdout,
    clock: () => "2026-04-14T07:00:00.000Z",
  };
  const outcome = findLines(register, reader, io).finally(() => stdout.end());
  const lines = (await text(stdout)).split("\n").slice(0, -1);
  return { outcome: await outcome, lines: lines.map((line): unknown => JSON.parse(line)) };
}

describe("find --ndjson", () => {
  it("answers each line in the order in which they came, with names instead of ids", async () => {
    const { outcome, lines } = await find('{"text":"boom in Hank"}\r\n{"text":"hank heeft gebeld"}\n');
    expect(lines).toEqual([answer("boom in Hank", ["Hank"], []), answer("hank heeft gebeld", [], ["Hank"])]);
    expect(outcome).toBe("done");
  });

  it("gives an error for a broken line, goes on, and tells so at the end", async () => {
    const { outcome, lines } = await find('{"text":\n{"text":7}\n\n["x"]\n{"text":"boom"}');
    expect(lines).toEqual([
      { error: expect.stringContaining("line 1: is not JSON") as string },
      { error: 'line 2: must be an object with a text, such as {"text": "lantaarnpaal kapot in Hank"}' },
      { error: expect.stringContaining("line 3: is not JSON") as string },
      { error: expect.stringContaining("line 4: must be an object") as string },
      answer("boom", [], []),
    ]);
    expect(outcome).toBe("refused");
  });

  it("takes characters and lines apart wherever the pieces happen to end", async () => {
    const bytes = new TextEncoder().encode('{"text":"één\u2028regel 🌳"}\n{"text":"twee"}\n');
    const { lines } = await find([...bytes].map((byte) => Uint8Array.of(byte)));
    expect(lines).toEqual([answer("één\u2028regel 🌳", [], []), answer("twee", [], [])]);
  });

  it("writes nothing for empty input", async () => {
    expect(await find("")).toEqual({ outcome: "done", lines: [] });
  });
});
