import { cp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { contentsOf, type Contents } from "../../storage/lowdb/contents.ts";
import { decodeLine, encodeLine, type BeginFrame } from "../../storage/lowdb/frame.ts";
import { segmentName } from "../../storage/lowdb/layout.ts";
import { load } from "../../storage/lowdb/load.ts";
import { openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { StoreRefused } from "../../storage/refused.ts";
import { LONG } from "../faults/storeForm.ts";
import { freshEmbedded, temporaryFolder } from "./embeddedStore.ts";
import { commitOf, journal, message, official, write } from "./sample.ts";

/** A store with two snapshots, sealed segments and an active one, as a kill leaves it: no end frame. */
let killed: string;
/** The same after a stop in order. */
let stopped: string;
let contents: Contents;
let scratch: string;
let at = 0;
let folder: string;

beforeAll(async () => {
  scratch = await temporaryFolder();
  killed = join(scratch, "killed");
  stopped = join(scratch, "stopped");
  const fresh = await freshEmbedded();
  for (let n = 0; n < 12; n++) {
    const changes = [write(official(`o${n % 5}`, { name: `Naam ${n}` }), Math.floor(n / 5))];
    await fresh.store.commit(commitOf(changes, { key: `k${n}`, reply: n, outbox: [message(`m${n}`, "c")] }));
    if (n === 3 || n === 7) await fresh.store.checkpoint();
  }
  await cp(fresh.folder, killed, { recursive: true });
  await fresh.store.close();
  await cp(fresh.folder, stopped, { recursive: true });
  contents = contentsOf((await load(stopped)).model);
  await fresh.remove();
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

async function copyOf(original: string): Promise<string> {
  const copy = join(scratch, `copy-${at++}`);
  await cp(original, copy, { recursive: true });
  return copy;
}
async function names(of: string, start: string): Promise<string[]> {
  return (await readdir(of)).filter((name) => name.startsWith(start)).sort();
}
async function last(of: string, start: string): Promise<string> {
  const name = (await names(of, start)).at(-1);
  if (name === undefined) throw new Error(`no ${start} file`);
  return join(of, name);
}

describe("a damaged store", () => {
  beforeEach(async () => {
    folder = await copyOf(killed);
  });

  it("is what these tests say it is", async () => {
    expect((await names(killed, "snapshot-")).length).toBe(2);
    expect((await names(killed, "journal-")).length).toBe(4);
    expect(contents).toMatchObject({ rows: 5, messages: 12, replies: 12 });
    expect(contentsOf((await load(killed)).model)).toEqual(contents);
  });

  it("goes on from the previous snapshot when the newest is damaged, and sets that one aside", async () => {
    const newest = await last(folder, "snapshot-");
    const bytes = await readFile(newest);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    await writeFile(newest, bytes);
    const told: string[] = [];
    const store = await openEmbeddedStore(folder, { tell: ({ message }) => told.push(message) });
    expect((await store.all("official")).length).toBe(5);
    await store.close();
    expect(told).toEqual([
      expect.stringContaining(`${newest.slice(folder.length + 1)}: its checksum is wrong`),
    ]);
    expect(await readdir(join(folder, "evidence"))).toEqual([newest.slice(folder.length + 1)]);
    expect(await readFile(join(folder, "evidence", newest.slice(folder.length + 1)))).toEqual(bytes);
  });

  it("goes on from the journal alone when no snapshot is left", async () => {
    for (const name of await names(folder, "snapshot-")) await rm(join(folder, name));
    expect(contentsOf((await load(folder)).model)).toEqual(contents);
    const store = await openEmbeddedStore(folder);
    await store.checkpoint();
    await store.close();
    expect(contentsOf((await load(folder)).model)).toEqual(contents);
  });

  it("goes on from the journal when both snapshots are empty files", async () => {
    for (const name of await names(folder, "snapshot-")) await truncate(join(folder, name), 0);
    expect(contentsOf((await load(folder)).model)).toEqual(contents);
  });

  it("refuses to start when the acknowledged end of the journal is gone, and names the way out", async () => {
    for (const size of [0, 1, 300]) {
      const copy = await copyOf(killed);
      await truncate(await last(copy, "journal-"), size);
      await expect(openEmbeddedStore(copy)).rejects.toMatchObject({ reason: "damaged" });
      await expect(openEmbeddedStore(copy)).rejects.toThrow(/kernwijzer restore/);
    }
  });

  it("tells altered frames from a torn tail without the head file too: later frames count them as stored", async () => {
    await rm(join(folder, "head"));
    const active = await last(folder, "journal-");
    const bytes = await readFile(active);
    const second = bytes.indexOf(10) + 1;
    for (const at of [second, second + 40, bytes.indexOf(10, second)]) {
      const changed = Buffer.from(bytes);
      changed[at] = (bytes[at] ?? 0) ^ 4;
      await writeFile(active, changed);
      await expect(load(folder), `byte ${at}`).rejects.toMatchObject({ reason: "damaged" });
    }
  });

  it("finds the last frame altered after a stop in order, without the head file too", async () => {
    const copy = await copyOf(stopped);
    await rm(join(copy, "head"));
    const active = await last(copy, "journal-");
    const text = await readFile(active, "utf8");
    await writeFile(active, text.replace("Naam 11", "Naam XX"));
    await expect(load(copy)).rejects.toThrow(/frame \d+ is altered/);
  });

  it("refuses a sound journal that is not the one that was acknowledged", async () => {
    const other = await copyOf(killed);
    for (const [of, name] of [
      [folder, "Deze"],
      [other, "Gene"],
    ] as const) {
      const store = await openEmbeddedStore(of);
      await store.commit(commitOf([write(official("new", { name }), 0)]));
      await store.close();
    }
    await cp(join(other, "head"), join(folder, "head"));
    await expect(openEmbeddedStore(folder)).rejects.toThrow(/is not the one that was acknowledged/);
  });

  it("keeps every piece of evidence, also two of one name", async () => {
    const newest = (await last(folder, "snapshot-")).slice(folder.length + 1);
    for (const [n, name] of [newest, `${newest}.1`].entries()) {
      await writeFile(join(folder, newest), `rubbish ${n}`);
      await (await openEmbeddedStore(folder)).close();
      expect(await readFile(join(folder, "evidence", name), "utf8")).toBe(`rubbish ${n}`);
    }
    expect(await readdir(join(folder, "evidence"))).toEqual([newest, `${newest}.1`]);
  });

  it("refuses to start when the last segment is gone", async () => {
    await rm(await last(folder, "journal-"));
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ reason: "damaged" });
  });

  it("refuses to start when a sealed segment is cut short or missing behind its snapshot", async () => {
    for (const name of await names(folder, "snapshot-")) await rm(join(folder, name));
    const sealed = join(folder, (await names(folder, "journal-"))[1] ?? "");
    await truncate(sealed, 500);
    await expect(openEmbeddedStore(folder)).rejects.toThrow(/is missing or altered/);
    await rm(sealed);
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ reason: "damaged" });
  });

  it("changes nothing when it refuses", async () => {
    await truncate(await last(folder, "journal-"), 300);
    const before = await picture(folder);
    await expect(openEmbeddedStore(folder)).rejects.toThrow(StoreRefused);
    expect(await picture(folder)).toEqual(before);
  });

  it("starts on a torn tail that nobody was told about, and leaves its bytes where they are", async () => {
    const active = await last(folder, "journal-");
    const whole = await readFile(active);
    const torn = Buffer.concat([whole, Buffer.from('1234abcd {"l":99,"t":"comm')]);
    await writeFile(active, torn);
    const store = await openEmbeddedStore(folder);
    expect((await store.commit(commitOf([write(official("new"), 0)]))).kind).toBe("committed");
    await store.close();
    expect(await readFile(active)).toEqual(torn);
    const { model } = await load(folder);
    expect(contentsOf(model).rows).toBe(6);
  });
});

describe("a segment whose beginning failed and that could not be removed", () => {
  /** As left by a disk that took the bytes and failed the flush: intact frames that nobody was told about. */
  it("counts for nothing beside the one that took its place", async () => {
    folder = await copyOf(killed);
    const active = await last(folder, "journal-");
    const [begin = ""] = (await readFile(active, "utf8")).split("\n");
    const { frame, hash } = decodeLine<BeginFrame>(Buffer.from(begin)) ?? expect.fail("it begins");
    const ghost = { ...frame, t: "commit", l: frame.l + 1, p: hash, o: [], k: "ghost", r: 1 };
    const row = ["official", "ghost", 1, official("ghost"), null];
    const lines = [frame, { ...ghost, j: journal, w: [row] }].map(
      (one) => encodeLine(JSON.stringify(one)).bytes,
    );
    await writeFile(join(folder, segmentName(frame.l, frame.e - 1)), Buffer.concat(lines));
    expect(contentsOf((await load(folder)).model)).toEqual(contents);
    await writeFile(join(folder, segmentName(frame.l, frame.e - 1)), "");
    expect(contentsOf((await load(folder)).model)).toEqual(contents);
  });
});

describe("a flipped bit, anywhere", () => {
  /** Flips one bit of one file: the store opens with exactly what was stored, or says that it is damaged. */
  async function flip(original: string, file: string, place: number, bit: number): Promise<void> {
    const path = join(original, file);
    const bytes = await readFile(path);
    const changed = Buffer.from(bytes);
    const byte = Math.floor(place * bytes.length);
    changed[byte] = (bytes[byte] ?? 0) ^ (1 << bit);
    await writeFile(path, changed);
    try {
      const { model } = await load(original);
      expect(contentsOf(model)).toEqual(contents);
    } catch (error) {
      if (!(error instanceof StoreRefused)) throw error;
      expect(error.reason).toBe("damaged");
    } finally {
      await writeFile(path, bytes);
    }
  }

  it.each(["killed", "stopped"])("is found or does no harm in a store that was %s", async (how) => {
    const original = how === "killed" ? killed : stopped;
    const copy = await copyOf(original);
    const files = (await readdir(copy)).filter((name) => name !== "lock");
    const anywhere = fc.tuple(
      fc.constantFrom(...files),
      fc.double({ min: 0, max: 0.999_999, noNaN: true }),
      fc.nat(7),
    );
    await fc.assert(
      fc.asyncProperty(anywhere, ([file, place, bit]) => flip(copy, file, place, bit)),
      { numRuns: LONG ? 10_000 : 400 },
    );
  });
});

/** Every file of a folder with its bytes. */
async function picture(of: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const name of await readdir(of)) files.set(name, await readFile(join(of, name), "latin1"));
  return files;
}
