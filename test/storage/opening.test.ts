import { randomUUID } from "node:crypto";
import { chmod, cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backup } from "../../storage/lowdb/backup.ts";
import { exportJournal } from "../../storage/lowdb/exportJournal.ts";
import { checkLocal } from "../../storage/lowdb/folder.ts";
import { initEmbeddedStore, openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { openEmbeddedReader } from "../../storage/lowdb/reader.ts";
import { diskError, diskWith } from "../faults/storeDisks.ts";
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

  it("makes one where that was begun before and broken off, at whichever step of the disk", async () => {
    for (let failing = 0; ; failing++) {
      const begun = join(scratch, `begun-${failing}`);
      let step = 0;
      const disk = diskWith(() => {
        if (step++ >= failing) throw diskError("EIO");
      });
      const made = await initEmbeddedStore(begun, { disk }).then(
        () => true,
        () => false,
      );
      if (made) break;
      await expect(openEmbeddedStore(begun)).rejects.toMatchObject({ reason: "noStore" });
      await initEmbeddedStore(begun);
      const store = await openEmbeddedStore(begun);
      expect((await store.commit(commitOf([write(official("wout"), 0)]))).kind).toBe("committed");
      await store.close();
      expect(failing).toBeLessThan(50);
    }
  });

  it("makes one when two processes want to at once", async () => {
    const made = await Promise.allSettled([initEmbeddedStore(folder), initEmbeddedStore(folder)]);
    expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await (await openEmbeddedStore(folder)).close();
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

  it("shows a reader nothing that may still be on its way to the disk", async () => {
    await initEmbeddedStore(folder);
    const failing = diskWith(({ kind }) => {
      if (kind === "flush") throw diskError("EIO");
    });
    await expect(openEmbeddedReader(folder, failing)).rejects.toThrow("EIO");
    await expect(exportJournal(folder, failing).next()).rejects.toThrow("EIO");
  });

  it("is refused with a sentence when the disk takes nothing", async () => {
    await initEmbeddedStore(folder);
    const full = diskWith(({ kind }) => {
      if (kind === "create") throw diskError("ENOSPC");
    });
    await expect(openEmbeddedStore(folder, { disk: full })).rejects.toMatchObject({
      reason: "notWritable",
      message: `The store in ${folder} cannot be written to: the disk is full (ENOSPC).`,
    });
    await (await openEmbeddedStore(folder)).close();
  });

  it("refuses a disk of another machine, and takes one of this machine", async () => {
    const [ext4, xfs, tmpfs, overlay] = [0xef53, 0x58465342, 0x01021994, 0x794c7630];
    for (const type of [ext4, xfs, tmpfs, overlay]) await checkLocal(scratch, async () => type);
    const [nfs, cifs, smb2] = [0x6969, 0xff534d42, 0xfe534d42];
    for (const type of [nfs, cifs, smb2]) {
      await expect(checkLocal(scratch, async () => type)).rejects.toMatchObject({ reason: "networkFolder" });
    }
  });

  it("refuses a folder that this user may not write to", async (ctx) => {
    if (process.getuid?.() === 0) return ctx.skip("root may write everywhere");
    await initEmbeddedStore(folder);
    await chmod(folder, 0o555);
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ reason: "notWritable" });
    expect(await (await openEmbeddedReader(folder)).all("official")).toEqual([]);
    await chmod(folder, 0o755);
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
    // With a snapshot no start reads the journal's beginning, where the id stands too.
    const store = await openEmbeddedStore(other);
    await store.checkpoint();
    await store.close();
    await writeFile(join(other, "STORE_ID"), randomUUID());
    await expect(openEmbeddedStore(other)).rejects.toMatchObject({ reason: "damaged" });
  });
});
