import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { storeCheck } from "../../bot/doctor/store.ts";
import { backup } from "../../storage/lowdb/backup.ts";
import { freshEmbedded, temporaryFolder, type FreshEmbedded } from "../storage/embeddedStore.ts";
import { commitOf, message, NOON, official, write } from "../storage/sample.ts";

let fresh: FreshEmbedded;
beforeEach(async () => {
  fresh = await freshEmbedded();
  await fresh.store.commit(commitOf([write(official("wout"), 0)]));
});
afterEach(() => fresh.remove());

const checks = async (folder: string, isPractice = false) => (await storeCheck(folder, isPractice)).checks;

async function bytesIn(folder: string): Promise<readonly (readonly [string, Buffer])[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const));
}

/** Changes one byte in the middle of a file of the store. */
async function flipByteIn(start: string): Promise<void> {
  const name = (await readdir(fresh.folder)).filter((one) => one.startsWith(start)).at(-1) ?? "";
  const bytes = await readFile(join(fresh.folder, name));
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(join(fresh.folder, name), bytes);
}

describe("the doctor looks at the store", () => {
  it("while the product works in it, and after", async () => {
    expect(await checks(fresh.folder)).toMatchObject([
      { verdict: "ok", says: expect.stringMatching(/journal entries; in use by the product$/) },
    ]);
    await fresh.store.close();
    expect(await checks(fresh.folder)).toMatchObject([
      { verdict: "ok", says: expect.stringMatching(/; not in use$/) },
    ]);
  });

  it("reads its register", async () => {
    const { register } = await storeCheck(fresh.folder, false);
    expect([...(register?.officials.keys() ?? [])]).toEqual(["wout"]);
  });

  it("messages that were given up on are a note", async () => {
    await fresh.store.commit(commitOf([], { outbox: [message("m1", "c")] }));
    await fresh.store.claim(1, "x", 1, NOON);
    await fresh.store.settle("m1", { kind: "dead", why: "gone" }, NOON);
    expect(await checks(fresh.folder)).toContainEqual({
      name: "outbox",
      verdict: "note",
      says: 'messages given up on: 1. "kernwijzer outbox" tells for whom.',
    });
  });

  it("changes nothing, and leaves it free", async () => {
    await fresh.store.close();
    const before = await bytesIn(fresh.folder);
    await storeCheck(fresh.folder, false);
    expect(await bytesIn(fresh.folder)).toEqual(before);
    const again = await fresh.reopen();
    expect(await again.health()).toMatchObject({ ok: true });
  });

  it("a damaged snapshot is a note: the journal holds the same", async () => {
    await fresh.store.checkpoint();
    await fresh.store.close();
    await flipByteIn("snapshot-");
    expect(await checks(fresh.folder)).toMatchObject([
      { verdict: "ok" },
      { verdict: "note", says: expect.stringMatching(/snapshot-.*make a backup and run kernwijzer verify/) },
    ]);
  });

  it("a damaged journal is wrong", async () => {
    await fresh.store.commit(commitOf([write(official("esra"), 0)]));
    await fresh.store.close();
    await flipByteIn("journal-");
    expect(await checks(fresh.folder)).toMatchObject([
      { verdict: "wrong", says: expect.stringMatching(/is damaged.*kernwijzer restore/) },
    ]);
  });

  it("a backup is no store to work in", async () => {
    const folder = await temporaryFolder();
    const copy = join(folder, "copy");
    await backup(fresh.folder, copy, NOON);
    expect(await checks(copy)).toMatchObject([
      { verdict: "wrong", says: expect.stringMatching(/is a backup/) },
    ]);
    await rm(folder, { recursive: true });
  });

  it("none is wrong in production, and what the practice room begins with", async () => {
    const none = join(fresh.folder, "none");
    expect(await checks(none)).toMatchObject([
      { verdict: "wrong", says: expect.stringMatching(/kernwijzer init/) },
    ]);
    expect(await checks(none, true)).toMatchObject([
      { verdict: "ok", says: expect.stringMatching(/makes its own/) },
    ]);
  });

  it("a database that does not answer is told without its password", async () => {
    const [check] = await checks("postgres://kern:hunter2@127.0.0.1:1/town");
    expect(check).toMatchObject({ name: "store", verdict: "wrong" });
    expect(check?.says).not.toContain("hunter2");
  });
});
