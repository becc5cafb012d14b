import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../bot/openStore.ts";
import { initEmbeddedStore } from "../storage/lowdb/open.ts";

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "kernwijzer-open-")), "data");
});
afterEach(() => rm(join(folder, ".."), { recursive: true, force: true }));

/** How many kernen there are after a start, or the sentence that stopped it. */
async function kernenAfterStart(seedPractice: boolean): Promise<number | string> {
  const opened = await openStore(folder, { seedPractice, tell: () => undefined });
  if (!opened.ok) return opened.problem;
  const kernen = await opened.store.all("kern");
  await opened.store.close();
  return kernen.length;
}

describe("the first start", () => {
  it("of the practice room fills a new store, and the next start finds it", async () => {
    expect(await kernenAfterStart(true)).toBe(21);
    expect(await kernenAfterStart(true)).toBe(21);
  });

  it("of the practice room that broke off before the store was filled is made good by the next", async () => {
    await initEmbeddedStore(folder);
    expect(await kernenAfterStart(true)).toBe(21);
  });

  it("in production makes no store and says what to do", async () => {
    expect(await kernenAfterStart(false)).toMatch(/kernwijzer init/);
  });

  it("in production leaves an empty store as it is", async () => {
    await initEmbeddedStore(folder);
    expect(await kernenAfterStart(false)).toBe(0);
  });
});
