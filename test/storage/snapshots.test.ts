import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Low } from "lowdb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { JournalAdapter } from "../../storage/lowdb/adapter.ts";
import { contentsOf } from "../../storage/lowdb/contents.ts";
import { load } from "../../storage/lowdb/load.ts";
import { mergeSnapshot } from "../../storage/lowdb/merge.ts";
import { emptyModel } from "../../storage/lowdb/model.ts";
import { SCHEMA } from "../../storage/migrations.ts";
import { freshEmbedded, type FreshEmbedded } from "./embeddedStore.ts";
import { commitOf, journal, message, minutesLater, NOON, official, write } from "./sample.ts";

let fresh: FreshEmbedded;
beforeEach(async () => {
  fresh = await freshEmbedded();
});
afterEach(() => fresh.remove());

async function files(start: string): Promise<string[]> {
  return (await readdir(fresh.folder)).filter((name) => name.startsWith(start)).sort();
}
async function commitSome(from: number, count: number): Promise<void> {
  for (let n = from; n < from + count; n++) {
    const parts = { key: `k${n}`, reply: n, outbox: [message(`m${n}`, `c${n % 3}`)] };
    await fresh.store.commit(commitOf([write(official(`o${n}`), 0)], parts));
  }
}

describe("a snapshot", () => {
  it("is lowdb's write; lowdb's read gives the same model back", async () => {
    await commitSome(0, 5);
    await fresh.store.checkpoint();
    const adapter = new JournalAdapter({ folder: fresh.folder, schema: SCHEMA, keepRepliesMs: 1 });
    const low = new Low(adapter, emptyModel("", 1));
    await low.read();
    expect(contentsOf(low.data)).toMatchObject({ rows: 5, messages: 5, replies: 5 });
  });

  it("is what a start reads instead of the journal before it", async () => {
    await commitSome(0, 20);
    expect((await load(fresh.folder)).replayed.frames).toBeGreaterThan(20);
    await fresh.store.checkpoint();
    expect((await load(fresh.folder)).replayed.frames).toBeLessThan(3);
  });

  it("stands beside the one before it, and every segment of the journal stays", async () => {
    for (let round = 0; round < 4; round++) {
      await commitSome(round * 3, 3);
      await fresh.store.checkpoint();
    }
    expect((await files("snapshot-")).length).toBe(2);
    const segments = await files("journal-");
    expect(segments.length).toBe(6);
    const trail = await Promise.all(segments.map((name) => readFile(join(fresh.folder, name), "utf8")));
    for (let n = 0; n < 12; n++) expect(trail.join("")).toContain(`"k":"k${n}"`);
  });

  it("holds changed and removed rows, settled and waiting messages as they are", async () => {
    await commitSome(0, 4);
    await fresh.store.checkpoint();
    await fresh.store.commit(commitOf([write(official("o1", { name: "anders" }), 1)]));
    await fresh.store.commit(commitOf([{ collection: "official", id: "o2", expect: 1, row: null }]));
    await fresh.store.settle("m0", { kind: "sent" }, NOON);
    await fresh.store.settle("m1", { kind: "retry", notBefore: minutesLater(5), why: "429" }, NOON);
    await fresh.store.settle("m2", { kind: "dead", why: "gone" }, NOON);
    await fresh.store.checkpoint();
    const store = await fresh.reopen();
    expect((await store.all("official")).map(({ row, version }) => [row.id, row.name, version])).toEqual([
      ["o0", "Medewerker o0", 1],
      ["o1", "anders", 2],
      ["o3", "Medewerker o3", 1],
    ]);
    const waiting = await store.claim(9, "me", 1, minutesLater(9));
    expect(waiting.map(({ id, attempts }) => `${id}: ${attempts}`).sort()).toEqual(["m1: 1", "m3: 0"]);
    expect((await store.deadMessages()).map(({ id }) => id)).toEqual(["m2"]);
  });

  it("is not made of a journal that ends elsewhere than it was written", async () => {
    await commitSome(0, 3);
    const { position } = (await load(fresh.folder)).model;
    const order = { folder: fresh.folder, schema: SCHEMA.version, repliesFrom: NOON };
    const elsewhere = [
      { ...position, chain: "another" },
      { ...position, lsn: position.lsn + 1 },
    ];
    for (const upTo of elsewhere) {
      await expect(mergeSnapshot({ ...order, upTo })).rejects.toMatchObject({ reason: "damaged" });
    }
    expect(await files("snapshot")).toEqual([]);
  });

  it("that has grown is not made again before as much stands in the journal", async () => {
    await fresh.remove();
    fresh = await freshEmbedded({ checkpointAfter: { frames: 1e9, bytes: 1_000 } });
    const rows = Array.from({ length: 100 }, (_, n) => write(official(`row-${n}`), 0));
    await fresh.store.commit(commitOf(rows));
    await fresh.store.checkpoint();
    const segments = await files("journal-");
    await commitSome(0, 5);
    expect(await files("journal-")).toEqual(segments);
    await commitSome(5, 20);
    expect((await files("journal-")).length).toBe(segments.length + 1);
  });

  it("is made by itself once enough stands in the journal", async () => {
    await fresh.remove();
    fresh = await freshEmbedded({ checkpointAfter: { frames: 10, bytes: 1e9 } });
    await commitSome(0, 12);
    await fresh.reopen(); // closing waits for the one under way
    expect((await files("snapshot-")).length).toBe(1);
    expect((await load(fresh.folder)).replayed.frames).toBeLessThan(10);
  });

  it("leaves out replies of long ago; memory lets go of them too", async () => {
    await fresh.remove();
    fresh = await freshEmbedded({ keepRepliesMs: 60 * 60_000 });
    const at = (minutes: number) => ({ ...journal, at: minutesLater(minutes) });
    await fresh.store.commit(commitOf([], { key: "old", reply: 1, journal: at(0) }));
    await fresh.store.commit(commitOf([], { key: "young", reply: 2, journal: at(90) }));
    await fresh.store.commit(commitOf([], { key: "now", reply: 3, journal: at(120) }));
    await fresh.store.checkpoint();
    let { store } = fresh;
    for (let round = 0; round < 2; round++) {
      expect(await store.replyOf("old")).toBeUndefined();
      expect(await store.replyOf("young")).toEqual({ reply: 2 });
      expect(await store.replyOf("now")).toEqual({ reply: 3 });
      store = await fresh.reopen();
    }
  });
});
