import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { initEmbeddedStore, openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { temporaryFolder } from "../storage/embeddedStore.ts";
import { commitOf, official, write } from "../storage/sample.ts";
import { startProcess, type StoreProcess } from "./storeProcess.ts";

let scratch: string;
let folder: string;
let started: StoreProcess[];
beforeEach(async () => {
  started = [];
  scratch = await temporaryFolder();
  folder = join(scratch, "data");
  await initEmbeddedStore(folder);
});
afterEach(async () => {
  for (const one of started) await one.kill();
  await rm(scratch, { recursive: true, force: true });
});

async function hold(): Promise<StoreProcess> {
  const holder = startProcess("storeHolder.ts", folder);
  started.push(holder);
  await holder.printed(1);
  return holder;
}

describe("two processes on one data folder", () => {
  it("refuses the second with a clear sentence, whichever process it is", async () => {
    const first = await hold();
    expect(first.lines).toEqual(["open"]);
    const second = await hold();
    expect(second.lines[0]).toContain("is in use by another process, and only one may write to it");
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ reason: "inUse" });
  });

  it("keeps refusing while the first is suspended: it may wake up and write", async () => {
    const first = await hold();
    first.process.kill("SIGSTOP");
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ reason: "inUse" });
    first.process.kill("SIGCONT");
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ reason: "inUse" });
  });

  it("is free at once when the first is killed, suspended or not", async () => {
    for (const signal of ["SIGCONT", "SIGSTOP"] as const) {
      const first = await hold();
      first.process.kill(signal);
      await first.kill();
      const store = await openEmbeddedStore(folder);
      expect((await store.commit(commitOf([write(official(`after-${signal}`), 0)]))).kind).toBe("committed");
      await store.close();
    }
  });

  it("does not let the lock out to the processes that the holder starts", async () => {
    const elsewhere = join(scratch, "elsewhere");
    await initEmbeddedStore(elsewhere);
    const store = await openEmbeddedStore(folder);
    const child = startProcess("storeHolder.ts", elsewhere);
    started.push(child);
    await child.printed(1);
    expect(child.lines).toEqual(["open"]);
    await store.close();
    const again = await openEmbeddedStore(folder);
    await again.close();
  });
});
