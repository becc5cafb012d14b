import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeHead } from "../../storage/lowdb/head.ts";
import { decodeLine, type Position } from "../../storage/lowdb/frame.ts";
import { load } from "../../storage/lowdb/load.ts";
import { initEmbeddedStore, openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { verify } from "../../storage/lowdb/verify.ts";
import { freshEmbedded, temporaryFolder } from "../storage/embeddedStore.ts";
import { commitOf, message, official, write } from "../storage/sample.ts";
import { DiskBeforePowerCut } from "./storeDisks.ts";
import { LONG } from "./storeForm.ts";

let scratch: string;
beforeAll(async () => {
  scratch = await temporaryFolder();
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** A frame in the active segment: where it starts and ends, and its place in the chain. */
interface FrameAt extends Position {
  readonly start: number;
  readonly end: number;
}

function framesIn(bytes: Buffer): FrameAt[] {
  const frames: FrameAt[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(10, start) + 1;
    const decoded = decodeLine(bytes.subarray(start, end - 1));
    if (decoded === undefined) throw new Error("the original is intact");
    frames.push({ start, end, lsn: decoded.frame.l, chain: decoded.hash });
    start = end;
  }
  return frames;
}

describe("power that goes while the last commits are written", () => {
  it("leaves, cut at every byte, exactly the commits that were wholly there", async () => {
    const fresh = await freshEmbedded();
    const COMMITS = LONG ? 12 : 2;
    for (let n = 0; n < COMMITS; n++) {
      const changes = [write(official(`a${n}`), 0), write(official(`b${n}`), 0)];
      await fresh.store.commit(commitOf(changes, { key: `k${n}`, outbox: [message(`m${n}`, "c")] }));
    }
    const folder = join(scratch, "bytes");
    await cp(fresh.folder, folder, { recursive: true });
    await fresh.remove();
    const active = await activeSegment(folder);
    const whole = await readFile(active);
    const frames = framesIn(whole);
    expect(frames.length).toBe(COMMITS + 1);
    for (let size = frames[0]?.end ?? 0; size < whole.length; size++) {
      // The head is never ahead of the flush that was cut off.
      const kept = frames.filter(({ end }) => end <= size);
      await writeFile(join(folder, "head"), encodeHead(kept.at(-1) ?? { lsn: 0, chain: "" }));
      // A file system may also leave zeros where data should have come.
      const zeros = Buffer.alloc(Math.min(700, whole.length - size));
      const tails = LONG || size % 8 === 0 ? [Buffer.alloc(0), zeros] : [Buffer.alloc(0)];
      for (const tail of tails) {
        await writeFile(active, Buffer.concat([whole.subarray(0, size), tail]));
        const { model } = await load(folder);
        expect(model.tables.get("official")?.rows.size).toBe((kept.length - 1) * 2);
        expect(model.replies.size).toBe(kept.length - 1);
        expect([...model.outbox.items()].length).toBe(kept.length - 1);
      }
    }
  });

  it("is told from the loss of commits that were confirmed: that start is refused", async () => {
    const fresh = await freshEmbedded();
    for (let n = 0; n < 4; n++) await fresh.store.commit(commitOf([write(official(`o${n}`), 0)]));
    const folder = join(scratch, "confirmed");
    await cp(fresh.folder, folder, { recursive: true });
    await fresh.remove();
    const active = await activeSegment(folder);
    const whole = await readFile(active);
    for (let size = 0; size < whole.length; size += LONG ? 1 : 7) {
      await writeFile(active, whole.subarray(0, size));
      await expect(load(folder), `cut at ${size}`).rejects.toMatchObject({ reason: "damaged" });
    }
  });

  it("lets the store be written again after any cut", async () => {
    const fresh = await freshEmbedded();
    await fresh.store.commit(commitOf([write(official("first"), 0)]));
    await fresh.store.commit(commitOf([write(official("second"), 0)]));
    const original = join(scratch, "again");
    await cp(fresh.folder, original, { recursive: true });
    await fresh.remove();
    const name =
      (await readdir(original))
        .filter((file) => file.startsWith("journal-"))
        .sort()
        .at(-1) ?? "";
    const whole = await readFile(join(original, name));
    const frames = framesIn(whole);
    const last = frames.at(-1);
    const previous = frames.at(-2);
    if (last === undefined || previous === undefined) throw new Error("there are two commits");
    for (let size = last.start; size <= last.end; size += LONG ? 1 : 40) {
      const folder = join(scratch, `again-${size}`);
      await cp(original, folder, { recursive: true });
      await writeFile(join(folder, "head"), encodeHead({ lsn: previous.lsn, chain: previous.chain }));
      await writeFile(join(folder, name), whole.subarray(0, size));
      const store = await openEmbeddedStore(folder);
      const version = size === last.end ? 1 : 0;
      expect((await store.commit(commitOf([write(official("second"), version)]))).kind).toBe("committed");
      await store.close();
      expect((await verify(folder)).problems).toEqual([]);
    }
  });
});

describe("power that goes at any moment under sixteen writers", () => {
  interface Cut {
    readonly acknowledgements: number;
    readonly fates: readonly boolean[];
  }
  const cut = fc.record<Cut>({
    acknowledgements: fc.nat(120),
    fates: fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
  });

  /** Lets writers commit pairs until enough is confirmed, cuts the power, and looks at what is left. */
  async function play({ acknowledgements, fates }: Cut, at: number): Promise<void> {
    const folder = join(scratch, `power-${at}`);
    const disk = new DiskBeforePowerCut();
    await initEmbeddedStore(folder);
    const store = await openEmbeddedStore(folder, { disk });
    const confirmed: string[] = [];
    const asked: string[] = [];
    const enough = Promise.withResolvers<undefined>();
    for (let writer = 0; writer < 16; writer++) {
      void (async () => {
        for (let n = 0; ; n++) {
          const id = `${writer}-${n}`;
          asked.push(id);
          const pair = [write(official(`a-${id}`), 0), write(official(`b-${id}`), 0)];
          const commit = commitOf(pair, { key: id, outbox: [message(`m-${id}`, `c${writer}`)] });
          if ((await store.commit(commit)).kind !== "committed") return;
          confirmed.push(id);
          if (confirmed.length >= acknowledgements) {
            enough.resolve(undefined);
            if (confirmed.length > acknowledgements + 16) return;
          }
        }
      })();
    }
    await enough.promise;
    let fate = 0;
    const found = disk.cut(() => fates[fate++ % fates.length] ?? false);
    const after = join(scratch, `power-${at}-after`);
    await mkdir(after);
    await cp(folder, after, { recursive: true });
    for (const [path, bytes] of found) {
      if (bytes === undefined) await rm(join(after, basename(path)));
      else await writeFile(join(after, basename(path)), bytes);
    }
    const again = await openEmbeddedStore(after);
    for (const id of asked) {
      const there = [
        (await again.get("official", `a-${id}`)) !== undefined,
        (await again.get("official", `b-${id}`)) !== undefined,
        (await again.replyOf(id)) !== undefined,
      ];
      expect(new Set(there).size, `${id} is half there: ${there.join()}`).toBe(1);
      if (confirmed.includes(id)) expect(there[0], `${id} was confirmed and is gone`).toBe(true);
    }
    await again.close();
    expect((await verify(after)).problems).toEqual([]);
    disk.letGo();
    await store.close().catch(() => undefined); // its disk is gone
    await rm(folder, { recursive: true });
    await rm(after, { recursive: true });
  }

  it(
    "loses nothing that was confirmed and leaves no half commit",
    async () => {
      let at = 0;
      await fc.assert(
        fc.asyncProperty(cut, (drawn) => play(drawn, at++)),
        { numRuns: LONG ? 1_000 : 60 },
      );
    },
    LONG ? 600_000 : 60_000,
  );
});

/** The segment of the journal that was written last. */
async function activeSegment(folder: string): Promise<string> {
  const segments = (await readdir(folder)).filter((name) => name.startsWith("journal-")).sort();
  return join(folder, segments.at(-1) ?? "");
}
