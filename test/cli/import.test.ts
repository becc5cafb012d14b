import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { openEmbeddedReader } from "../../storage/lowdb/reader.ts";
import { call } from "./call.ts";
import { SAMPLE, sampleWith } from "./sample.ts";

let folder: string;
let data: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kernwijzer-import-"));
  data = join(folder, "data");
  expect(await kernwijzer("init")).toMatchObject({ code: 0 });
});
afterEach(() => rm(folder, { recursive: true }));

describe("kernwijzer import and export", () => {
  it("gives the same files back, as CSV and as JSON", async () => {
    expect(await kernwijzer("import", await csvFolder("in", SAMPLE))).toMatchObject({
      code: 0,
      out: "18 added, 0 changed, 0 removed\n",
    });
    expect(await kernwijzer("export", join(folder, "out"))).toMatchObject({ code: 0 });
    expect(await contentsOf(join(folder, "out"))).toEqual(inIdOrder(SAMPLE));

    const json = join(folder, "register.json");
    await kernwijzer("export", json);
    data = join(folder, "second");
    await kernwijzer("init");
    expect(await kernwijzer("import", json)).toMatchObject({
      code: 0,
      out: "18 added, 0 changed, 0 removed\n",
    });
    await kernwijzer("export", join(folder, "again"));
    expect(await contentsOf(join(folder, "again"))).toEqual(inIdOrder(SAMPLE));
  });

  it("adds and changes rows, and leaves the others", async () => {
    await kernwijzer("import", await csvFolder("in", SAMPLE));
    const more = {
      ...onlyHeaders(),
      "vakteams.csv": "id,name,aliases\nbor,Groen en grijs,\nverkeer,Verkeer,\n",
    };
    expect(await kernwijzer("import", await csvFolder("more", more))).toMatchObject({
      out: "1 added, 1 changed, 0 removed\n",
    });
    expect(await rows("vakteam")).toEqual([
      { version: 2, row: { id: "bor", name: "Groen en grijs", aliases: [] } },
      { version: 1, row: { id: "ro", name: "Ruimtelijke ordening", aliases: [] } },
      { version: 1, row: { id: "verkeer", name: "Verkeer", aliases: [] } },
    ]);
  });

  it("finds what rows refer to among the rows that are there already", async () => {
    await kernwijzer("import", await csvFolder("in", SAMPLE));
    const [header] = (SAMPLE["ownership.csv"] ?? "").split("\n");
    const rule = { ...onlyHeaders(), "ownership.csv": `${header}\no3,groen,uppel,bor,,,,,,,gesprek\n` };
    const path = await csvFolder("rule", rule);
    expect(await kernwijzer("import", path)).toMatchObject({
      code: 0,
      out: "1 added, 0 changed, 0 removed\n",
    });
    const refused = await kernwijzer("import", path, "--replace");
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('ownership.csv, row 2, column topic: there is no topic with id "groen"');
    expect(await rows("ownership")).toHaveLength(3);
  });

  it("removes what is not in the files only with --replace", async () => {
    await kernwijzer("import", await csvFolder("in", SAMPLE));
    const path = await csvFolder(
      "less",
      Object.fromEntries(sampleWith("ownership.csv", "o2,groen,hank,ro,,,,,,,gesprek in januari\n", "")),
    );
    expect(await kernwijzer("import", path)).toMatchObject({ out: "0 added, 0 changed, 0 removed\n" });
    expect(await kernwijzer("import", path, "--replace")).toMatchObject({
      out: "0 added, 0 changed, 1 removed\n",
    });
    expect((await rows("ownership")).map(({ row }) => row.id)).toEqual(["o1"]);
  });
});

describe("an import in which something is wrong", () => {
  it("tells all of it and imports nothing, not even the rows that are right", async () => {
    await kernwijzer("import", await csvFolder("in", SAMPLE));
    const wrong = Object.fromEntries(sampleWith("ownership.csv", "groen,hank,ro", "groen,hnk,r"));
    wrong["kernen.csv"] += "veen,Veen,,,,,,,\n";
    const result = await kernwijzer("import", await csvFolder("wrong", wrong), "--replace");
    expect(result).toEqual({
      code: 1,
      out: "",
      err: [
        'ownership.csv, row 3, column kern: there is no kern with id "hnk"',
        'ownership.csv, row 3, column vakteam: there is no vakteam with id "r"',
        "Nothing was imported: 2 problems.\n",
      ].join("\n"),
    });
    expect((await rows("kern")).map(({ row }) => row.id)).toEqual(["hank", "uppel"]);
  });

  it("names a hundred problems and counts the rest", async () => {
    const bad = Array.from({ length: 120 }, (_, index) => `t${index},,\n`).join("");
    const files = { ...onlyHeaders(), "channels.csv": `id,name,how\n${bad}` };
    const { err } = await kernwijzer("import", await csvFolder("bad", files));
    const lines = err.trimEnd().split("\n");
    expect(lines).toHaveLength(102);
    expect(lines.slice(-2)).toEqual(["and 140 more", "Nothing was imported: 240 problems."]);
  });

  it("is refused while the bot is writing in the same folder", async () => {
    const store = await openEmbeddedStore(data);
    try {
      const result = await kernwijzer("import", await csvFolder("in", SAMPLE));
      expect(result).toMatchObject({ code: 1, out: "" });
      expect(result.err).toContain(data);
      expect(await store.all("kern")).toEqual([]);
    } finally {
      await store.close();
    }
  });

  it("is refused without a store, or without files", async () => {
    const path = await csvFolder("in", SAMPLE);
    expect(await kernwijzer("import", join(folder, "nowhere"))).toMatchObject({
      code: 1,
      err: `${join(folder, "nowhere")} does not exist.\n`,
    });
    data = join(folder, "other");
    await mkdir(data);
    const result = await kernwijzer("import", path);
    expect(result.code).toBe(1);
    expect(result.err).toContain("There is no store in");
    expect(await readdir(data)).toEqual([]);
  });
});

function kernwijzer(...args: string[]) {
  return call([...args, "--data", data]);
}

async function csvFolder(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  await Promise.all(Object.entries(files).map(([file, content]) => writeFile(join(path, file), content)));
  return path;
}

function onlyHeaders(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SAMPLE).map(([file, content]) => [file, `${content.split("\n")[0]}\n`]),
  );
}

async function contentsOf(path: string): Promise<Record<string, string>> {
  const names = await readdir(path);
  const read = names.map(async (name) => [name, await readFile(join(path, name), "utf8")] as const);
  return Object.fromEntries(await Promise.all(read));
}

/** Exports are ordered by id. */
function inIdOrder(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([file, content]) => {
      const [header, ...lines] = content.trimEnd().split("\n");
      return [file, `${[header, ...lines.toSorted()].join("\n")}\n`];
    }),
  );
}

async function rows<C extends "kern" | "vakteam" | "ownership">(collection: C) {
  const store = await openEmbeddedReader(data);
  const all = await store.all(collection);
  await store.close();
  return all;
}
