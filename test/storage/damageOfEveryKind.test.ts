import { cp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentsOf } from "../../storage/lowdb/contents.ts";
import { load } from "../../storage/lowdb/load.ts";
import { openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { StoreRefused } from "../../storage/refused.ts";
import { freshEmbedded, temporaryFolder } from "./embeddedStore.ts";
import { commitOf, message, official, write } from "./sample.ts";

let scratch: string;
/** A store with two snapshots, sealed segments and an active one, as a kill leaves it. */
let killed: string;
/** The same after a stop in order. */
let stopped: string;
let at = 0;

beforeAll(async () => {
  scratch = await temporaryFolder();
  killed = join(scratch, "killed");
  stopped = join(scratch, "stopped");
  const fresh = await freshEmbedded();
  for (let n = 0; n < 9; n++) {
    const changes = [write(official(`o${n % 4}`, { name: `Naam ${n}` }), Math.floor(n / 4))];
    await fresh.store.commit(commitOf(changes, { key: `k${n}`, outbox: [message(`m${n}`, "c")] }));
    if (n === 2 || n === 5) await fresh.store.checkpoint();
  }
  await cp(fresh.folder, killed, { recursive: true });
  await fresh.store.close();
  await cp(fresh.folder, stopped, { recursive: true });
  await fresh.remove();
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** What can happen to a file. */
const DAMAGE: Readonly<Record<string, (path: string) => Promise<void>>> = {
  gone: (path) => rm(path),
  empty: (path) => truncate(path, 0),
  "cut in half": async (path) => truncate(path, (await readFile(path)).length >> 1),
  "cut by one byte": async (path) => truncate(path, (await readFile(path)).length - 1),
  zeros: async (path) => writeFile(path, Buffer.alloc((await readFile(path)).length)),
  "a stretch of zeros": async (path) => {
    const bytes = await readFile(path);
    bytes.fill(0, bytes.length >> 2, bytes.length >> 1);
    await writeFile(path, bytes);
  },
  backwards: async (path) => writeFile(path, (await readFile(path)).reverse()),
  "longer by rubbish": async (path) =>
    writeFile(path, Buffer.concat([await readFile(path), Buffer.alloc(99, "x")])),
  "twice itself": async (path) => writeFile(path, Buffer.concat(Array(2).fill(await readFile(path)))),
};

describe.each(["killed", "stopped"])("a store that was %s, of which one file is damaged", (how) => {
  it.each(Object.keys(DAMAGE))(
    "%s: it opens with all that was confirmed, or is refused and left as it is",
    async (kind) => {
      const original = how === "killed" ? killed : stopped;
      const expected = contentsOf((await load(original)).model);
      for (const name of await readdir(original)) {
        const folder = join(scratch, `copy-${at++}`);
        await cp(original, folder, { recursive: true });
        await DAMAGE[kind]?.(join(folder, name));
        const before = await picture(folder);
        try {
          const store = await openEmbeddedStore(folder);
          expect((await store.commit(commitOf([write(official("next"), 0)]))).kind).toBe("committed");
          await store.close();
          const { model } = await load(folder);
          model.tables.get("official")?.remove("next");
          expect(contentsOf(model), name).toEqual(expected);
        } catch (error) {
          if (!(error instanceof StoreRefused)) throw error;
          expect(["damaged", "noStore"], name).toContain(error.reason);
          expect(await picture(folder), name).toEqual(before);
        }
        await rm(folder, { recursive: true });
      }
    },
  );
});

/** Every file of a folder with its bytes. */
async function picture(of: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const name of await readdir(of)) files.set(name, await readFile(join(of, name), "latin1"));
  return files;
}
