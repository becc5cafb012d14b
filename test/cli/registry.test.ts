import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadRegister, makeRegistry, type RegisterSource } from "../../bot/registry.ts";
import { initEmbeddedStore, openEmbeddedStore } from "../../storage/lowdb/open.ts";
import type { Change, Store } from "../../storage/store.ts";

const HANK = { id: "hank", name: "Hank", aliases: [] };
const BOR = { id: "bor", name: "Beheer Openbare Ruimte", aliases: [] };

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kernwijzer-registry-"));
  await initEmbeddedStore(join(folder, "data"));
  store = await openEmbeddedStore(join(folder, "data"));
  await write({ collection: "kern", id: "hank", expect: 0, row: HANK });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe("the current register", () => {
  it("is read once for many who ask, with a reader of its names", async () => {
    const { source, reads } = watched();
    const registry = makeRegistry(source, []);
    const [first, second] = await Promise.all([registry.current(), registry.current()]);
    expect(first).toBe(second);
    expect(await registry.current()).toBe(first);
    expect(reads).toHaveLength(10);
    expect(first.register.kernen).toEqual(new Map([["hank", HANK]]));
    expect(first.reader.readKern("hank")).toEqual(["hank"]);
  });

  it("is read again after a change to the register, and not after another change", async () => {
    const { source, reads } = watched();
    const registry = makeRegistry(source, []);
    const before = await registry.current();
    await write({
      collection: "conversation",
      id: "c",
      expect: 0,
      row: { id: "c", kind: "personal", serviceUrl: "", tenantId: "", botId: "" },
    });
    expect(await registry.current()).toBe(before);
    await write({ collection: "kern", id: "hank", expect: 1, row: { ...HANK, name: "Hank aan de Maas" } });
    expect((await registry.current()).register.kernen.get("hank")?.name).toBe("Hank aan de Maas");
    expect(before.register.kernen.get("hank")?.name).toBe("Hank");
    expect(reads).toHaveLength(20);
  });

  it("is of one moment, also when it changes while it is read", async () => {
    let changed = false;
    const { source } = watched(async (collection) => {
      if (collection !== "vakteam" || changed) return;
      changed = true;
      await write(
        { collection: "kern", id: "hank", expect: 1, row: null },
        { collection: "vakteam", id: "bor", expect: 0, row: BOR },
      );
    });
    const register = await loadRegister(source);
    expect([...register.kernen.keys()]).toEqual([]);
    expect([...register.vakteams.keys()]).toEqual(["bor"]);
  });

  it("is tried again by the next who asks when it could not be read", async () => {
    let isDown = true;
    const { source } = watched(async () => {
      if (isDown) throw new Error("no connection");
    });
    const registry = makeRegistry(source, []);
    await expect(registry.current()).rejects.toThrow("no connection");
    isDown = false;
    expect((await registry.current()).register.kernen.size).toBe(1);
  });
});

/** The store with a say before each collection is read. */
function watched(before: (collection: string) => Promise<void> = async () => undefined) {
  const reads: string[] = [];
  const source: RegisterSource = {
    stamp: (collections) => store.stamp(collections),
    async all(collection) {
      reads.push(collection);
      await before(collection);
      return store.all(collection);
    },
  };
  return { source, reads };
}

async function write(...changes: Change[]): Promise<void> {
  const journal = { who: "wout", capacity: "", at: "2026-04-14T07:00:00.000Z", act: "test", why: "" };
  expect(await store.commit({ changes, journal, outbox: [], reply: null })).toEqual({ kind: "committed" });
}
