import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshEmbedded, type FreshEmbedded } from "../storage/embeddedStore.ts";
import { commitOf, message, official, write } from "../storage/sample.ts";
import { diskWith, type DiskStep } from "./storeDisks.ts";

let watch: (step: DiskStep) => void = () => undefined;
let fresh: FreshEmbedded;
beforeEach(async () => {
  fresh = await freshEmbedded({ disk: diskWith((step) => watch(step)) });
});
afterEach(async () => {
  watch = () => undefined;
  await fresh.remove();
});

function add(id: string) {
  return commitOf([write(official(id), 0)], { key: `key ${id}`, outbox: [message(`m-${id}`, id)] });
}

describe("what the disk is asked for", () => {
  it("is one write and one flush for everything that waits", async () => {
    const steps: string[] = [];
    watch = ({ kind, path }) => void (path.includes("journal-") && steps.push(kind));
    await Promise.all(Array.from({ length: 64 }, (_, n) => fresh.store.commit(add(`o${n}`))));
    expect(steps).toEqual(["write", "sync"]);
  });

  it("is as much for a commit in a large store as in a small one", async () => {
    const asked: number[] = [];
    for (const rows of [10, 4_000]) {
      watch = () => undefined;
      const more = Array.from({ length: rows }, (_, n) => write(official(`${rows}-${n}`), 0));
      await fresh.store.commit(commitOf(more));
      await fresh.store.checkpoint();
      let bytes = 0;
      watch = (step) => void (bytes += step.bytes);
      await fresh.store.commit(add(`in-${String(rows).padStart(5, "0")}`));
      asked.push(bytes);
    }
    const [small = 0, large = 0] = asked;
    expect(small).toBeGreaterThan(200);
    expect(Math.abs(large - small)).toBeLessThan(20);
  });
});
