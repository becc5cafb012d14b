import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { load } from "../../storage/lowdb/load.ts";
import { initEmbeddedStore, openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { verify } from "../../storage/lowdb/verify.ts";
import { temporaryFolder } from "../storage/embeddedStore.ts";
import { LONG } from "./storeForm.ts";
import { startProcess, type StoreProcess } from "./storeProcess.ts";

const CYCLES = LONG ? 200 : 5;

let scratch: string;
let folder: string;
let running: StoreProcess | undefined;
beforeEach(async () => {
  scratch = await temporaryFolder();
  folder = join(scratch, "data");
  await initEmbeddedStore(folder);
});
afterEach(async () => {
  await running?.kill();
  await rm(scratch, { recursive: true, force: true });
});

describe("a store that is killed under sixty-four writers, again and again", () => {
  it(
    `has lost no confirmed commit after ${CYCLES} kills, and has no half one`,
    async ({ annotate }) => {
      const confirmed = new Set<string>();
      for (let cycle = 0; cycle < CYCLES; cycle++) {
        running = startProcess("storeWriter.ts", folder, String(cycle));
        // A different moment each time, counted in confirmations: 0 is while it starts.
        await running.printed((cycle * 397) % 1_500);
        await running.kill();
        for (const line of running.lines) if (line !== "open") confirmed.add(line);
        const store = await openEmbeddedStore(folder);
        const all = await store.all("official");
        const officials = new Map(all.map(({ row }) => [row.id, row]));
        for (const key of confirmed) {
          if (!officials.has(`pair-${key}`)) expect.fail(`${key} was confirmed and is gone`);
          if ((await store.replyOf(key)) === undefined) expect.fail(`the reply to ${key} is gone`);
        }
        for (const [id, row] of officials) {
          // The shared row names the last commit that changed it: that commit's other half must be there.
          if (id.startsWith("w") && !officials.has(`pair-${row.name}`))
            expect.fail(`half of ${row.name} is there`);
          if (id.startsWith("pair-") && (await store.replyOf(id.slice(5))) === undefined) {
            expect.fail(`half of ${id} is there`);
          }
        }
        await store.close();
      }
      expect(confirmed.size).toBeGreaterThan(CYCLES * 100);
      expect((await verify(folder)).problems).toEqual([]);
      // The third part of each commit: its message, which nobody has sent.
      const { tables, outbox } = (await load(folder)).model;
      const pairs = [...(tables.get("official")?.rows.keys() ?? [])].filter((id) => id.startsWith("pair-"));
      const messages = new Set([...outbox.items()].map(({ message }) => message.id.replace("m-", "pair-")));
      expect(messages).toEqual(new Set(pairs));
      await annotate(`${CYCLES} kills, ${confirmed.size} confirmed commits, none lost`);
    },
    LONG ? 1_800_000 : 60_000,
  );
});
