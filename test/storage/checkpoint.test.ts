import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { initEmbeddedStore, openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { verify } from "../../storage/lowdb/verify.ts";
import type { Store } from "../../storage/store.ts";

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "kernwijzer-checkpoint-")), "data");
  await initEmbeddedStore(folder);
});
afterEach(() => rm(join(folder, ".."), { recursive: true }));

/** Writes `count` kernen, 16 at a time. */
async function write(store: Store, prefix: string, count: number): Promise<void> {
  for (let from = 0; from < count; from += 16) {
    const outcomes = await Promise.all(
      Array.from({ length: Math.min(16, count - from) }, (_, at) => {
        const id = `${prefix}-${from + at}`;
        return store.commit({
          key: `key ${id}`,
          changes: [{ collection: "kern", id, expect: 0, row: { id, name: id, aliases: [] } }],
          journal: { who: "x", capacity: "", at: "2026-04-14T07:00:00.000Z", act: "test", why: "" },
          outbox: [],
          reply: { id },
        });
      }),
    );
    expect(outcomes.every(({ kind }) => kind === "committed")).toBe(true);
  }
}

describe("a checkpoint", () => {
  it("loses nothing that was written before, during and after it", async () => {
    const store = await openEmbeddedStore(folder);
    await write(store, "before", 200);
    const checkpoint = store.checkpoint();
    await write(store, "during", 100);
    await checkpoint;
    await write(store, "after", 50);
    const then = await store.all("kern");
    expect(then).toHaveLength(350);
    await store.close();

    const again = await openEmbeddedStore(folder);
    expect(await again.all("kern")).toEqual(then);
    expect(await again.replyOf("key before-3")).toEqual({ reply: { id: "before-3" } });
    await again.close();
    expect((await verify(folder)).problems).toEqual([]);
  });

  it("may be asked for many times at once, and never overlaps with itself", async () => {
    const store = await openEmbeddedStore(folder);
    for (let round = 0; round < 3; round += 1) {
      await Promise.all([
        write(store, `r${round}`, 60),
        store.checkpoint(),
        store.checkpoint(),
        store.checkpoint(),
      ]);
    }
    const then = await store.all("kern");
    await store.close();
    const again = await openEmbeddedStore(folder);
    expect(await again.all("kern")).toEqual(then);
    await again.close();
    const { problems, contents } = await verify(folder);
    expect(problems).toEqual([]);
    expect(contents).toBeDefined();
  });
});
