import { copyFile, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { initEmbeddedStore, openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { verify } from "../../storage/lowdb/verify.ts";
import { temporaryFolder } from "../storage/embeddedStore.ts";
import { LONG } from "./storeForm.ts";
import { mount, run, unmount } from "./storeMount.ts";
import { startProcess } from "./storeProcess.ts";

const CUTS = LONG ? 20 : 1;
const IMAGE_BYTES = 192 << 20;

let scratch: string;
let mounted: string[];
beforeEach(async () => {
  mounted = [];
  scratch = await temporaryFolder();
});
afterEach(async () => {
  for (const folder of mounted) unmount(folder);
  await rm(scratch, { recursive: true, force: true });
});

/** Makes an ext4 disk in a file and mounts it; says why when this machine cannot. */
async function newDisk(image: string, folder: string): Promise<string | undefined> {
  await writeFile(image, "");
  await truncate(image, IMAGE_BYTES);
  return run("mkfs.ext4", "-q", "-F", image) ?? (await attach(image, folder));
}
async function attach(image: string, folder: string): Promise<string | undefined> {
  const problem = await mount(folder, "-o", "loop", image);
  if (problem === undefined) mounted.push(folder);
  return problem;
}
function detach(folder: string): void {
  expect(unmount(folder)).toBeUndefined();
  mounted = mounted.filter((other) => other !== folder);
}

/** Copies a disk as it is at one instant: equal copies show that nothing was written in between. */
async function imageOf(disk: string, image: string): Promise<void> {
  for (let at = 0; at < 20; at++) {
    await copyFile(disk, image);
    if ((await readFile(disk)).equals(await readFile(image))) return;
  }
  throw new Error("the disk does not come to rest");
}

describe("a disk whose power goes while a process writes with sixty-four writers", () => {
  it(
    `holds every confirmed commit, whole, ${CUTS} times out of ${CUTS}`,
    async (ctx) => {
      let confirmedInAll = 0;
      for (let cut = 0; cut < CUTS; cut++) {
        const disk = join(scratch, `disk-${cut}.img`);
        const before = join(scratch, `before-${cut}`);
        const cannot = await newDisk(disk, before);
        if (cannot !== undefined) return ctx.skip(`needs a mountable ext4 image: ${cannot}`);
        await initEmbeddedStore(join(before, "data"));
        const writer = startProcess("storeWriter.ts", join(before, "data"), String(cut));
        try {
          await writer.printed(300 + ((cut * 397) % 2_000));
          writer.process.kill("SIGSTOP");
          const confirmed = writer.lines.filter((line) => line !== "open");
          const image = join(scratch, `cut-${cut}.img`);
          await imageOf(disk, image);
          await writer.kill();
          detach(before);
          const after = join(scratch, `after-${cut}`);
          expect(await attach(image, after)).toBeUndefined();
          const store = await openEmbeddedStore(join(after, "data"));
          for (const key of confirmed) {
            if ((await store.get("official", `pair-${key}`)) === undefined) expect.fail(`${key} is gone`);
            expect(await store.replyOf(key)).toEqual({ reply: key });
          }
          const all = await store.all("official");
          const raised = all.reduce(
            (sum, { row, version }) => (row.id.startsWith("w") ? sum + version : sum),
            0,
          );
          expect(raised).toBe(all.filter(({ row }) => row.id.startsWith("pair-")).length);
          await store.close();
          expect((await verify(join(after, "data"))).problems).toEqual([]);
          detach(after);
          confirmedInAll += confirmed.length;
          await rm(image);
          await rm(disk);
        } finally {
          await writer.kill();
        }
      }
      await ctx.annotate(`${CUTS} cuts, ${confirmedInAll} confirmed commits, none lost`);
    },
    LONG ? 1_800_000 : 120_000,
  );
});
