import { cp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contentsOf } from "../../storage/lowdb/contents.ts";
import { load } from "../../storage/lowdb/load.ts";
import { openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { verify } from "../../storage/lowdb/verify.ts";
import type { Migration, Schema } from "../../storage/migrations.ts";
import { diskError, diskWith } from "../faults/storeDisks.ts";
import { temporaryFolder } from "./embeddedStore.ts";
import { commitOf, minutesLater, official, write } from "./sample.ts";

/** A store as schema 1 left it, kept as it is for as long as there are stores of that age. */
const KEPT = join(import.meta.dirname, "kept", "schema-1");

/** What a next schema might do: officials get their name in capitals, kernen go, messages and replies change. */
const step: Migration = {
  *rows(rows) {
    for (const stored of rows) {
      if (stored.collection === "kern") continue;
      const row = stored.row as { name?: string };
      const named = row.name === undefined ? row : { ...row, name: row.name.toUpperCase() };
      yield { ...stored, row: named };
    }
  },
  message: (message) => ({ ...(message as object), correlation: "migrated" }),
  reply: (reply) => ({ migrated: reply }),
};
const next: Schema = { version: 2, migrations: [step] };
const afterNext: Schema = { version: 3, migrations: [step, { message: (message) => message }] };

let scratch: string;
let folder: string;
beforeEach(async () => {
  scratch = await temporaryFolder();
  folder = join(scratch, "data");
  await cp(KEPT, folder, { recursive: true });
});
afterEach(() => rm(scratch, { recursive: true, force: true }));

describe("data of an older schema", () => {
  it("of schema 1 is read by today's version", async () => {
    const store = await openEmbeddedStore(folder);
    expect((await store.all("official")).map(({ version, row }) => [row.id, row.name, version])).toEqual([
      ["fatima", "Fatima el Amrani", 2],
      ["wout", "Wout Peeters", 1],
    ]);
    expect(await store.get("kern", "overloon")).toMatchObject({ row: { name: "Overloon" } });
    expect((await store.list("official", "entraId", "entra-fatima")).length).toBe(1);
    expect(await store.replyOf("press 1")).toEqual({ reply: { about: "help" } });
    expect((await store.claim(9, "me", 1, minutesLater(99))).map(({ id }) => id)).toEqual(["m2"]);
    expect((await store.deadMessages()).map(({ id }) => id)).toEqual(["m1"]);
    await store.close();
    expect((await verify(folder)).problems).toEqual([]);
  });

  it("is brought forward, and stays so", async () => {
    const store = await openEmbeddedStore(folder, { schema: next });
    for (let round = 0; round < 2; round++) {
      const again = round === 0 ? store : await openEmbeddedStore(folder, { schema: next });
      expect((await again.all("official")).map(({ version, row }) => [row.name, version])).toEqual([
        ["FATIMA EL AMRANI", 2],
        ["WOUT PEETERS", 1],
      ]);
      expect(await again.all("kern")).toEqual([]);
      expect(await again.replyOf("press 1")).toEqual({ reply: { migrated: { about: "help" } } });
      expect((await again.claim(9, "me", 1, minutesLater(99)))[0]).toMatchObject({ correlation: "migrated" });
      await again.close();
    }
    expect((await verify(folder, [], next)).problems).toEqual([]);
  });

  it("takes every step between, and goes on with commits and checkpoints", async () => {
    const store = await openEmbeddedStore(folder, { schema: afterNext });
    await store.commit(commitOf([write(official("new"), 0)]));
    await store.checkpoint();
    await store.commit(commitOf([write(official("newer"), 0)]));
    await store.close();
    const { model } = await load(folder, afterNext);
    expect(contentsOf(model).rows).toBe(4);
    expect((await verify(folder, [], afterNext)).problems).toEqual([]);
  });

  it("keeps the snapshot of before", async () => {
    const before = (await readdir(folder)).filter((name) => name.startsWith("snapshot-"));
    expect(before.length).toBe(1);
    await (await openEmbeddedStore(folder, { schema: next })).close();
    const after = (await readdir(folder)).filter((name) => name.startsWith("snapshot-"));
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after.length).toBe(2);
  });

  it("is brought forward from the journal too, when the new snapshot is lost", async () => {
    const store = await openEmbeddedStore(folder, { schema: next });
    await store.commit(commitOf([write(official("new", { name: "Nieuw" }), 0)]));
    await store.close();
    for (const name of await readdir(folder)) if (name.startsWith("snapshot-")) await rm(join(folder, name));
    const again = await openEmbeddedStore(folder, { schema: next });
    expect((await again.all("official")).map(({ row }) => row.name)).toEqual([
      "FATIMA EL AMRANI",
      "Nieuw",
      "WOUT PEETERS",
    ]);
    await again.checkpoint();
    await again.close();
    expect((await verify(folder, [], next)).problems).toEqual([]);
  });
});

describe("data of a newer schema", () => {
  it("is refused, and left as it is", async () => {
    await (await openEmbeddedStore(folder, { schema: next })).close();
    const before = await readdir(folder);
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ reason: "newerSchema" });
    await expect(openEmbeddedStore(folder)).rejects.toThrow(/Start the newer version/);
    for (const name of before) if (name.startsWith("snapshot-")) await rm(join(folder, name));
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ reason: "newerSchema" });
  });

  it("is refused too when bringing it forward broke off before the first entry in the journal", async () => {
    const failing = diskWith(({ kind }) => {
      if (kind === "create") throw diskError("EIO");
    });
    await expect(openEmbeddedStore(folder, { schema: next, disk: failing })).rejects.toThrow("EIO");
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ reason: "newerSchema" });
    await (await openEmbeddedStore(folder, { schema: next })).close();
    expect((await verify(folder, [], next)).problems).toEqual([]);
  });
});
