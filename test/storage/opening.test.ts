import { cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backup } from "../../storage/lowdb/backup.ts";
import { initEmbeddedStore, openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { openEmbeddedReader } from "../../storage/lowdb/reader.ts";
import { temporaryFolder } from "./embeddedStore.ts";
import { commitOf, NOON, official, write } from "./sample.ts";

let scratch: string;
let folder: string;
beforeEach(async () => {
  scratch = await temporaryFolder();
  folder = join(scratch, "data");
});
afterEach(() => rm(scratch, { recursive: true, force: true }));

describe("making a store", () => {
  it("makes one in a folder that does not exist yet, and in an empty one", async () => {
    await initEmbeddedStore(folder);
    await (await openEmbeddedStore(folder)).close();
    const empty = join(scratch, "empty");
    await mkdir(empty);
    await initEmbeddedStore(empty);
    await (await openEmbeddedStore(empty)).close();
  });

  it("refuses a folder that holds anything, and leaves it as it was", async () => {
    await mkdir(folder);
    await writeFile(join(folder, "letter.txt"), "keep me");
    await expect(initEmbeddedStore(folder)).rejects.toMatchObject({ reason: "notEmpty" });
    expect(await readdir(folder)).toEqual(["letter.txt"]);
  });

  it("refuses to make a second store over a first", async () => {
    await initEmbeddedStore(folder);
    await expect(initEmbeddedStore(folder)).rejects.toMatchObject({ reason: "notEmpty" });
  });
});

describe("opening a store", () => {
  it("does not take a missing store for an empty one", async () => {
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ reason: "noStore" });
    await mkdir(folder);
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ reason: "noStore" });
    await expect(openEmbeddedReader(folder)).rejects.toMatchObject({ reason: "noStore" });
    expect(await readdir(folder)).toEqual([]);
  });

  it("does not take a folder whose journal vanished for an empty store", async () => {
    await initEmbeddedStore(folder);
    const names = await readdir(folder);
    const segments = names.filter((name) => name.startsWith("journal-"));
    expect(segments.length).toBe(1);
    for (const name of segments) await rm(join(folder, name));
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ reason: "damaged" });
  });

  it("lets one store write at a time, and says so to the second", async () => {
    await initEmbeddedStore(folder);
    const first = await openEmbeddedStore(folder);
    await expect(openEmbeddedStore(folder)).rejects.toThrow("in use by another process");
    await first.commit(commitOf([write(official("wout"), 0)]));
    await first.close();
    const second = await openEmbeddedStore(folder);
    expect((await second.get("official", "wout"))?.version).toBe(1);
    await second.close();
  });

  it("is open for reading while another writes, and shows what was committed so far", async () => {
    await initEmbeddedStore(folder);
    const store = await openEmbeddedStore(folder);
    await store.commit(commitOf([write(official("wout"), 0)], { key: "k", reply: 1 }));
    const before = await readdir(folder);
    const reader = await openEmbeddedReader(folder);
    await store.commit(commitOf([write(official("mia"), 0)]));
    expect((await reader.all("official")).map(({ row }) => row.id)).toEqual(["wout"]);
    expect(await reader.replyOf("k")).toEqual({ reply: 1 });
    const later = await openEmbeddedReader(folder);
    expect((await later.all("official")).length).toBe(2);
    expect(await readdir(folder)).toEqual(before);
    await store.close();
  });

  it("refuses to work in a backup", async () => {
    await initEmbeddedStore(folder);
    const copy = join(scratch, "backup");
    await backup(folder, copy, NOON);
    await expect(openEmbeddedStore(copy)).rejects.toMatchObject({ reason: "isBackup" });
  });

  it("refuses files that belong to different stores", async () => {
    const other = join(scratch, "other");
    await initEmbeddedStore(folder);
    await initEmbeddedStore(other);
    await cp(join(other, "STORE_ID"), join(folder, "STORE_ID"));
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ reason: "damaged" });
  });
});
