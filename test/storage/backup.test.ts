import { appendFile, cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Invariant } from "../../bot/domain/invariants.ts";
import type { JournalRecord } from "../../storage/journal.ts";
import { backup } from "../../storage/lowdb/backup.ts";
import { exportJournal } from "../../storage/lowdb/exportJournal.ts";
import { encodeLine } from "../../storage/lowdb/frame.ts";
import { load } from "../../storage/lowdb/load.ts";
import { openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { restore } from "../../storage/lowdb/restore.ts";
import { writeSnapshot } from "../../storage/lowdb/snapshot.ts";
import { verify } from "../../storage/lowdb/verify.ts";
import { freshEmbedded, temporaryFolder, type FreshEmbedded } from "./embeddedStore.ts";
import { commitOf, journal, message, NOON, official, write } from "./sample.ts";

let fresh: FreshEmbedded;
let scratch: string;
let copy: string;
let target: string;
beforeEach(async () => {
  fresh = await freshEmbedded();
  scratch = await temporaryFolder();
  copy = join(scratch, "backup");
  target = join(scratch, "restored");
  for (let n = 0; n < 6; n++) {
    const parts = { key: `k${n}`, reply: n, outbox: [message(`m${n}`, "c")] };
    await fresh.store.commit(commitOf([write(official(`o${n}`), 0)], parts));
    if (n === 2) await fresh.store.checkpoint();
  }
});
afterEach(async () => {
  await fresh.remove();
  await rm(scratch, { recursive: true, force: true });
});

describe("backup and restore", () => {
  it("brings back everything, proven against what was there, while the product runs on", async () => {
    const manifest = await backup(fresh.folder, copy, NOON);
    expect(manifest).toMatchObject({ at: NOON, contents: { rows: 6, messages: 6, replies: 6 } });
    await fresh.store.commit(commitOf([write(official("after"), 0)]));
    expect(await restore(copy, target)).toEqual(manifest);
    const restored = await openEmbeddedStore(target);
    expect((await restored.all("official")).map(({ row }) => row.id)).toEqual([
      "o0",
      "o1",
      "o2",
      "o3",
      "o4",
      "o5",
    ]);
    expect(await restored.replyOf("k5")).toEqual({ reply: 5 });
    expect((await restored.commit(commitOf([write(official("o0"), 1)]))).kind).toBe("committed");
    await restored.close();
    expect((await verify(target)).problems).toEqual([]);
  });

  it("takes a whole picture while commits and checkpoints go on", async () => {
    let going = true;
    let made = 0;
    const writers = Array.from({ length: 8 }, async (_, w) => {
      for (let n = 0; going; n++) {
        const pair = [write(official(`a-${w}-${n}`), 0), write(official(`b-${w}-${n}`), 0)];
        await fresh.store.commit(commitOf(pair));
        if (++made % 50 === 0) await fresh.store.checkpoint();
      }
    });
    const folders = ["one", "two", "three"].map((name) => join(scratch, name));
    for (const folder of folders) await backup(fresh.folder, folder, NOON);
    going = false;
    await Promise.all(writers);
    for (const folder of folders) {
      const { problems } = await verify(folder, [everyPairIsWhole]);
      expect(problems).toEqual([]);
    }
  });

  it("leaves out what was being written while it was made: nobody was told of that", async () => {
    const active = join(fresh.folder, (await segmentsOf(fresh.folder)).at(-1) ?? "");
    await appendFile(active, '1234abcd {"l":99,"t":"comm');
    const manifest = await backup(fresh.folder, copy, NOON);
    expect((await load(copy)).torn).toBeUndefined();
    expect(await restore(copy, target)).toEqual(manifest);
    expect((await verify(target)).problems).toEqual([]);
  });

  it("makes no store of a backup whose files come to something else than it says", async () => {
    const manifest = await backup(fresh.folder, copy, NOON);
    for (const [n, changed] of [
      { ...manifest, contents: { ...manifest.contents, rows: 7 } },
      { ...manifest, lsn: manifest.lsn - 1 },
    ].entries()) {
      await writeFile(join(copy, "MANIFEST"), JSON.stringify(changed));
      const to = join(scratch, `to-${n}`);
      await expect(restore(copy, to)).rejects.toThrow(/what was restored is not what was backed up/);
      await expect(openEmbeddedStore(to)).rejects.toMatchObject({ reason: "noStore" });
    }
  });

  it("refuses a backup that lacks any of its files", async () => {
    await backup(fresh.folder, copy, NOON);
    for (const name of await readdir(copy)) {
      const bad = join(scratch, `without-${name}`);
      await cp(copy, bad, { recursive: true });
      await rm(join(bad, name));
      await expect(restore(bad, target), name).rejects.toMatchObject({ name: "StoreRefused" });
      await expect(openEmbeddedStore(target), name).rejects.toMatchObject({ reason: "noStore" });
    }
  });

  it("refuses a target that is not empty, for either", async () => {
    await backup(fresh.folder, copy, NOON);
    await expect(backup(fresh.folder, copy, NOON)).rejects.toMatchObject({ reason: "notEmpty" });
    await expect(restore(copy, fresh.folder)).rejects.toMatchObject({ reason: "notEmpty" });
  });

  it("refuses a backup that is incomplete or altered in any file, and makes no store of it", async () => {
    await backup(fresh.folder, copy, NOON);
    const names = await readdir(copy);
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const bad = join(scratch, `bad-${name}`);
      await cp(copy, bad, { recursive: true });
      const bytes = await readFile(join(bad, name));
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      await writeFile(join(bad, name), bytes);
      await expect(restore(bad, target)).rejects.toMatchObject({ name: "StoreRefused" });
      await expect(openEmbeddedStore(target)).rejects.toMatchObject({ reason: "noStore" });
    }
  });
});

describe("verify", () => {
  it("finds nothing wrong in a store that runs", async () => {
    const report = await verify(fresh.folder, [everyPairIsWhole]);
    expect(report).toMatchObject({ problems: [], contents: { rows: 6 } });
    expect(report.frames).toBeGreaterThan(8);
  });

  it("reports what the rules over all rows object to", async () => {
    const noFourth: Invariant = ({ official: rows }) =>
      rows.filter(({ id }) => id === "o4").map(({ id }) => `${id} should not be here`);
    expect((await verify(fresh.folder, [noFourth])).problems).toEqual(["o4 should not be here"]);
  });

  it("misses a confirmed commit of which nothing is left", async () => {
    await cp(fresh.folder, target, { recursive: true });
    const active = join(target, (await segmentsOf(target)).at(-1) ?? "");
    const lines = (await readFile(active, "utf8")).trimEnd().split("\n");
    await writeFile(active, `${lines.slice(0, -1).join("\n")}\n`);
    expect((await verify(target)).problems[0]).toMatch(/acknowledged frame \d+ is missing/);
  });

  it("finds an altered frame in a segment that no start reads any more", async () => {
    const [, oldest = ""] = await segmentsOf(fresh.folder);
    const text = await readFile(join(fresh.folder, oldest), "utf8");
    await writeFile(join(fresh.folder, oldest), text.replace("Medewerker o1", "Medewerker XX"));
    const store = await fresh.reopen();
    expect((await store.get("official", "o1"))?.row.name).toBe("Medewerker o1");
    expect((await verify(fresh.folder)).problems[0]).toMatch(/missing or altered/);
  });

  it("finds a snapshot that is sound in itself and holds something else than the journal", async () => {
    const { model } = await load(fresh.folder);
    model.tables.get("official")?.put("o0", 1, JSON.stringify(official("o0", { name: "Iemand anders" })));
    const name = await writeSnapshot(fresh.folder, model);
    expect((await verify(fresh.folder)).problems).toEqual([
      `${name}: it holds something else than the journal says`,
    ]);
  });
});

describe("the journal as audit trail", () => {
  it("tells who did what, in which capacity, when and why, with rows before and after, over checkpoints", async () => {
    await fresh.store.commit(
      commitOf([write(official("o1", { name: "Anders" }), 1)], { journal: { ...journal, why: "typfout" } }),
    );
    await fresh.store.commit(commitOf([{ collection: "official", id: "o2", expect: 1, row: null }]));
    await fresh.store.checkpoint();
    await fresh.store.settle("m0", { kind: "sent" }, NOON);
    await fresh.store.close();
    const trail = await exported();
    expect(trail.map(({ lsn }) => lsn)).toEqual(trail.map((_, at) => at + 1));
    const acts = trail.filter((record) => record.kind === "act");
    expect(acts.length).toBe(8);
    expect(acts[6]).toMatchObject({
      entry: { who: "entra-fatima", capacity: "gebiedsregisseur", at: NOON, why: "typfout" },
      changes: [
        {
          collection: "official",
          id: "o1",
          version: 2,
          before: official("o1"),
          after: official("o1", { name: "Anders" }),
        },
      ],
    });
    expect(acts[7]).toMatchObject({
      changes: [{ id: "o2", version: 0, before: official("o2"), after: null }],
    });
    expect(trail.filter(({ kind }) => kind === "send")).toMatchObject([{ message: "m0", at: NOON }]);
    expect(trail.at(-1)?.kind).toBe("closed");
  });

  it("shows where somebody tampered, also when the checksum was made to fit", async () => {
    await fresh.store.close();
    const path = join(fresh.folder, (await segmentsOf(fresh.folder))[1] ?? "");
    const lines = (await readFile(path, "utf8")).split("\n");
    const forged = encodeLine((lines[2] ?? "").slice(9).replace("Medewerker o1", "Medewerker zz"));
    lines[2] = forged.bytes.toString().trimEnd();
    await writeFile(path, lines.join("\n"));
    await expect(exported()).rejects.toThrow(/hash chain breaks at frame/);
  });

  it("is handed out up to the damage, for who has to do the acts since the last backup again", async () => {
    await fresh.store.close();
    const active = join(fresh.folder, (await segmentsOf(fresh.folder)).at(-1) ?? "");
    await writeFile(active, (await readFile(active, "utf8")).replace("Medewerker o5", "Medewerker zz"));
    const keys: string[] = [];
    await expect(async () => {
      for await (const record of exportJournal(fresh.folder)) {
        if (record.kind === "act") keys.push(...record.messages);
      }
    }).rejects.toMatchObject({ reason: "damaged" });
    expect(keys).toEqual(["m0", "m1", "m2", "m3", "m4"]);
  });

  it("does not mind a stranger's file beside it", async () => {
    await appendFile(join(fresh.folder, "README.txt"), "hello");
    expect((await exported()).length).toBeGreaterThan(6);
  });
});

/** The journal's files, oldest first. */
async function segmentsOf(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith("journal-")).sort();
}

async function exported(): Promise<JournalRecord[]> {
  const trail: JournalRecord[] = [];
  for await (const record of exportJournal(fresh.folder)) trail.push(record);
  return trail;
}

/** The writers above make rows in pairs: one without the other is half a commit. */
const everyPairIsWhole: Invariant = ({ official: rows }) => {
  const ids = new Set(rows.map(({ id }) => id));
  return [...ids].filter((id) => id.startsWith("a-") && !ids.has(`b-${id.slice(2)}`));
};
