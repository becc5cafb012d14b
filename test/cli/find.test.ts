import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { call } from "./call.ts";
import { program } from "./program.ts";
import { SAMPLE } from "./sample.ts";

const DOGS = "wie gaat er over hondenlosloopveldje in veen?? mevr belt al voor de 3e x";
const SENTENCES = [
  DOGS,
  "weet jij wie vastgoed doet vor dorpshuis wijk?",
  "bedankt",
  "lantaarnpaal kapot in Hank",
];

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kernwijzer-find-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("kernwijzer find", () => {
  it("tells what is understood, who owns it and why", async () => {
    const { code, out, err } = await program(["find", DOGS]);
    expect(code).toBe(0);
    expect(err).toBe("There is no store in /nonexistent: this is the practice municipality.\n");
    expect(out).toMatch(/^intent {3}owner$/m);
    expect(out).toMatch(/^kern {5}Veen$/m);
    expect(out).toMatch(/^topics {3}\d\.\d\d {2}Hondenlosloop/m);
    expect(out).toMatch(/^owner {4}Beheer Openbare Ruimte$/m);
    expect(out).toMatch(/^contact {2}Wout Sjabloon/m);
    expect(out).toMatch(/^why {6}rule .+, used$/m);
  });

  it("reads the register of the data folder when there is one", async () => {
    const data = join(folder, "data");
    await call(["init", "--data", data]);
    await call(["import", await sampleFolder(), "--data", data]);
    const { code, out, err } = await call(["find", "bladeren", "in", "Hank", "--data", data]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Bladeren in Hank on 2026-04-14");
    expect(out).toMatch(/^owner {4}Ruimtelijke ordening$/m);
    expect(out).toContain("rule o2: a broader topic in this kern, used");
    expect(out).toContain("rule o1: a broader topic everywhere, less specific");
  });

  it("shows who is away and who is there instead", async () => {
    const data = join(folder, "data");
    await call(["init", "--data", data]);
    await call(["import", await sampleFolder(), "--data", data]);
    const { out } = await call(["find", "bomen in Uppel", "--data", data]);
    expect(out).toContain(
      "contact  Esra Proefdruk (stands in)\n         Wout Sjabloon is away until 2026-04-28",
    );
    expect(out).toContain("channel  Meldpunt: Bel 14 0183");
  });
});

describe("kernwijzer find --ndjson", () => {
  it("answers a thousand lines in their order, in one process", async () => {
    const texts = Array.from(
      { length: 1000 },
      (_, index) => `${index}: ${SENTENCES[index % SENTENCES.length]}`,
    );
    const input = texts.map((text) => `${JSON.stringify({ text })}\n`).join("");
    const { code, out } = await program(["find", "--ndjson"], { input });
    expect(code).toBe(0);
    const answers = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map((answer) => answer["text"])).toEqual(texts);
    for (const answer of answers) {
      expect(Object.keys(answer)).toEqual(["text", "intent", "kernen", "ambiguous", "topics", "scope"]);
    }
  });

  it("understands the sentences of the scenarios", async () => {
    const input = SENTENCES.map((text) => JSON.stringify({ text })).join("\n");
    const { out } = await program(["find", "--ndjson"], { input });
    const [dogs, hall, thanks] = out
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(dogs).toMatchObject({ intent: "owner", kernen: ["Veen"], ambiguous: [], scope: "municipality" });
    expect(dogs).toHaveProperty("topics.0.name", expect.stringContaining("Hondenlosloop"));
    expect(dogs).toHaveProperty("topics.0.taakveld", "5.7");
    expect(hall).toMatchObject({ intent: "owner", kernen: [], ambiguous: ["Wijk en Aalburg"] });
    expect(thanks).toMatchObject({ intent: "thanks", topics: [] });
  });

  it("goes on after a broken line and ends with exit code 1", async () => {
    const input = '{"text":"bedankt"}\n{"tekst":"bedankt"}\n{"text":"bedankt"}\n';
    const { code, out } = await program(["find", "--ndjson"], { input });
    expect(code).toBe(1);
    const kinds = out
      .trimEnd()
      .split("\n")
      .map((line) => Object.keys(JSON.parse(line) as object)[0]);
    expect(kinds).toEqual(["text", "error", "text"]);
  });
});

async function sampleFolder(): Promise<string> {
  const path = await mkdtemp(join(folder, "sample-"));
  await Promise.all(Object.entries(SAMPLE).map(([file, content]) => writeFile(join(path, file), content)));
  return path;
}
