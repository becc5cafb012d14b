import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { initEmbeddedStore, openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { openEmbeddedReader } from "../../storage/lowdb/reader.ts";
import { verify } from "../../storage/lowdb/verify.ts";
import { temporaryFolder } from "../storage/embeddedStore.ts";
import { commitOf, official, write } from "../storage/sample.ts";
import { mount, run, unmount } from "./storeMount.ts";

let scratch: string;
let disk: string;
/** Why there is no small disk here; undefined when there is. */
let cannot: string | undefined;
beforeEach(async () => {
  scratch = await temporaryFolder();
  disk = join(scratch, "disk");
  cannot = await mount(disk, "-t", "tmpfs", "-o", "size=640k", "tmpfs");
});
afterEach(async () => {
  if (cannot === undefined) expect(unmount(disk)).toBeUndefined();
  await rm(scratch, { recursive: true, force: true });
});

describe("a real disk that is full", () => {
  it("loses nothing that was confirmed, brings nothing back that was refused, and goes on with space", async (ctx) => {
    if (cannot !== undefined) return ctx.skip(cannot);
    const folder = join(disk, "data");
    await initEmbeddedStore(folder);
    const store = await openEmbeddedStore(folder, { retryAfterMs: 0, minFreeBytes: 96 << 10 });
    await writeFile(join(disk, "other"), Buffer.alloc(128 << 10));
    const outcomes = new Map<string, string>();
    const name = "x".repeat(700);
    for (
      let round = 0;
      [...outcomes.values()].filter((kind) => kind === "unavailable").length < 40;
      round++
    ) {
      const ids = Array.from({ length: 16 }, (_, n) => `o${round}-${n}`);
      const stored = await Promise.all(
        ids.map((id) => store.commit(commitOf([write(official(id, { name }), 0)]))),
      );
      for (const [at, id] of ids.entries()) outcomes.set(id, stored[at]?.kind ?? "");
    }
    expect((await store.health()).why).toContain("the disk is full");
    const confirmed = [...outcomes].filter(([, kind]) => kind === "committed").map(([id]) => id);
    expect(confirmed.length).toBeGreaterThan(50);
    expect((await store.all("official")).map(({ row }) => row.id)).toEqual(confirmed.sort());
    await rm(join(disk, "other"));
    expect(await store.health()).toEqual({ ok: true });
    expect((await store.commit(commitOf([write(official("space"), 0)]))).kind).toBe("committed");
    await store.close();
    const again = await openEmbeddedStore(folder);
    expect((await again.all("official")).map(({ row }) => row.id)).toEqual([...confirmed, "space"].sort());
    await again.close();
    expect((await verify(folder)).problems).toEqual([]);
  });
});

describe("a read-only disk", () => {
  it("is refused for writing with a clear sentence, and can still be read", async (ctx) => {
    if (cannot !== undefined) return ctx.skip(cannot);
    const folder = join(disk, "data");
    await initEmbeddedStore(folder);
    const store = await openEmbeddedStore(folder);
    await store.commit(commitOf([write(official("wout"), 0)]));
    await store.close();
    expect(run("mount", "-o", "remount,ro", disk)).toBeUndefined();
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ reason: "notWritable" });
    await expect(initEmbeddedStore(join(disk, "new"))).rejects.toThrow();
    const reader = await openEmbeddedReader(folder);
    expect((await reader.all("official")).length).toBe(1);
    expect((await verify(folder)).problems).toEqual([]);
  });
});
