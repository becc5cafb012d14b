import { cp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { verify } from "../../storage/lowdb/verify.ts";
import { freshEmbedded, temporaryFolder, type FreshEmbedded } from "../storage/embeddedStore.ts";
import { commitOf, message, NOON, official, write } from "../storage/sample.ts";
import { LONG } from "./storeForm.ts";
import { diskError, diskWith, type DiskStep } from "./storeDisks.ts";

/** What the disk does with the next steps. */
let before: (step: DiskStep) => Promise<void> | void = () => undefined;
let fresh: FreshEmbedded;

async function open(retryAfterMs = 0): Promise<FreshEmbedded> {
  before = () => undefined;
  fresh = await freshEmbedded({ disk: diskWith((step) => before(step)), retryAfterMs });
  return fresh;
}
afterEach(async () => {
  before = () => undefined;
  await fresh.remove();
});

function add(id: string) {
  return commitOf([write(official(id, { entraId: `e-${id}` }), 0)], {
    key: `key ${id}`,
    outbox: [message(`m-${id}`, id)],
  });
}
async function idsAfterRestart(): Promise<string[]> {
  before = () => undefined;
  return (await (await fresh.reopen()).all("official")).map(({ row }) => row.id);
}
const full = async (step: DiskStep): Promise<void> => {
  if (step.kind !== "write" && step.kind !== "create") return;
  await step.half();
  throw diskError("ENOSPC");
};

describe("a full disk", () => {
  it("confirms nothing, keeps everything as it was, says so, and goes on when there is space", async () => {
    const { store } = await open();
    await store.commit(add("an"));
    before = full;
    const refused = await Promise.all(["bo", "cor", "daan"].map((id) => store.commit(add(id))));
    expect(refused).toEqual(
      refused.map(() => ({
        kind: "unavailable",
        why: expect.stringContaining("the disk is full") as string,
      })),
    );
    expect((await store.all("official")).map(({ row }) => row.id)).toEqual(["an"]);
    expect(await store.get("official", "bo")).toBeUndefined();
    expect(await store.replyOf("key bo")).toBeUndefined();
    expect((await store.claim(9, "me", 1, NOON)).map(({ id }) => id)).toEqual(["m-an"]);
    expect(await store.health()).toMatchObject({ ok: false, why: expect.stringContaining("full") as string });
    before = () => undefined;
    expect(await store.health()).toEqual({ ok: true });
    expect(await store.commit(add("bo"))).toEqual({ kind: "committed" });
    expect(await idsAfterRestart()).toEqual(["an", "bo"]);
    expect((await verify(fresh.folder)).problems).toEqual([]);
  });

  it("brings nothing back after a restart that was refused, also when it stopped while full", async () => {
    const { store } = await open();
    await store.commit(add("an"));
    before = full;
    await Promise.all(["bo", "cor", "daan"].map((id) => store.commit(add(id))));
    await store.close();
    expect(await idsAfterRestart()).toEqual(["an"]);
  });

  it("does not forget how sends ended", async () => {
    const { store } = await open();
    await store.commit(add("an"));
    before = full;
    await store.commit(add("bo"));
    await store.settle("m-an", { kind: "sent" }, NOON);
    before = () => undefined;
    expect(await store.health()).toEqual({ ok: true });
    const again = await fresh.reopen();
    expect(await again.claim(9, "me", 1, NOON)).toEqual([]);
  });

  it("does not forget how sends ended whose own write was the one that failed", async () => {
    const { store } = await open();
    await store.commit(add("an"));
    before = full;
    await store.settle("m-an", { kind: "sent" }, NOON);
    await store.deadMessages(); // waits until that write has failed
    before = () => undefined;
    expect(await store.commit(add("bo"))).toEqual({ kind: "committed" });
    const again = await fresh.reopen();
    expect((await again.claim(9, "me", 1, NOON)).map(({ id }) => id)).toEqual(["m-bo"]);
  });
});

describe("a start after a kill", () => {
  it("flushes what it found before anybody can build on it, and starts only when that succeeds", async () => {
    const { store, folder } = await open();
    await store.commit(add("an"));
    const killed = await temporaryFolder();
    await cp(folder, killed, { recursive: true });
    const [last = ""] = (await readdir(killed))
      .filter((name) => name.startsWith("journal-"))
      .sort()
      .reverse();
    const steps: string[] = [];
    const disk = diskWith(({ kind, path }) => void steps.push(`${kind} ${path.slice(killed.length + 1)}`));
    const again = await openEmbeddedStore(killed, { disk });
    await again.close();
    const begun = steps.findIndex((step) => step.startsWith("create journal-"));
    expect(steps.slice(0, begun)).toContain(`flush ${last}`);
    const failing = diskWith(({ kind }) => {
      if (kind === "flush") throw diskError("EIO");
    });
    await expect(openEmbeddedStore(killed, { disk: failing })).rejects.toThrow("EIO");
    await (await openEmbeddedStore(killed)).close();
    await rm(killed, { recursive: true });
  });
});

describe("a flush that fails", () => {
  it("confirms nothing, and goes on only in a new file behind a new copy of what was confirmed", async () => {
    const { store, folder } = await open();
    await store.commit(add("an"));
    let failed = false;
    before = ({ kind, path }) => {
      if (kind !== "sync" || !path.includes("journal-") || failed) return;
      failed = true;
      throw diskError("EIO");
    };
    expect((await store.commit(add("bo"))).kind).toBe("unavailable");
    expect(await store.get("official", "bo")).toBeUndefined();
    const written: string[] = [];
    before = ({ kind, path }) => void (kind === "write" && written.push(path.slice(folder.length + 1)));
    expect(await store.commit(add("cor"))).toEqual({ kind: "committed" });
    const segments = (await readdir(folder)).filter((name) => name.startsWith("journal-")).sort();
    expect(written[0]).toBe(`${segments.at(-2)}.copy`);
    expect(written).toContain(segments.at(-1));
    expect(written).not.toContain(segments.at(-2));
    expect(await readdir(join(folder, "evidence"))).toEqual([segments.at(-2)]);
    expect(await idsAfterRestart()).toEqual(["an", "cor"]);
    expect((await verify(folder)).problems).toEqual([]);
  });

  it("stays refused as long as what was confirmed cannot be made safe", async () => {
    const { store } = await open();
    await store.commit(add("an"));
    before = ({ kind }) => {
      if (kind === "sync") throw diskError("EIO");
    };
    for (const id of ["bo", "cor", "daan"]) {
      expect(await store.commit(add(id))).toMatchObject({ kind: "unavailable" });
    }
    expect((await store.all("official")).length).toBe(1);
    before = () => undefined;
    expect((await store.commit(add("bo"))).kind).toBe("committed");
    expect(await idsAfterRestart()).toEqual(["an", "bo"]);
  });

  it("rejects a checkpoint, loses nothing by it, and makes the next one", async () => {
    const { store } = await open();
    await store.commit(add("an"));
    before = ({ kind }) => {
      if (kind === "sync") throw diskError("EIO");
    };
    await expect(store.checkpoint()).rejects.toThrow();
    before = () => undefined;
    expect((await store.health()).why).toMatch(/no checkpoint/);
    await store.checkpoint();
    expect(await store.health()).toEqual({ ok: true });
    expect(await idsAfterRestart()).toEqual(["an"]);
  });
});

/** Longer than a test: the store tries again when it is asked to commit, and never in between. */
const NOT_BY_ITSELF = 1_000_000;

describe("a disk that fails at any one step", () => {
  /** Commits with a checkpoint in between; returns which were confirmed. Commits that were refused are not tried again. */
  async function live(): Promise<string[]> {
    const confirmed: string[] = [];
    for (const round of [1, 2, 3, 4]) {
      const ids = ["a", "b", "c"].map((letter) => `${letter}${round}`);
      const outcomes = await Promise.all(ids.map((id) => fresh.store.commit(add(id))));
      confirmed.push(...ids.filter((_, at) => outcomes[at]?.kind === "committed"));
      if (round === 2) await fresh.store.checkpoint().catch(() => undefined);
    }
    return confirmed.sort();
  }

  it(
    "never loses what it confirmed, and never brings back what it refused",
    async () => {
      await open(NOT_BY_ITSELF);
      let steps = 0;
      before = () => void steps++;
      await live();
      await fresh.remove();
      expect(steps).toBeGreaterThan(15);
      for (const code of ["ENOSPC", "EIO"] as const) {
        for (let failing = code === "EIO" ? 0 : 1; failing < steps; failing += LONG ? 1 : 3) {
          await open(NOT_BY_ITSELF);
          let at = 0;
          before = async (step) => {
            if (at++ !== failing) return;
            await step.half();
            throw diskError(code);
          };
          const confirmed = await live();
          const killed = await temporaryFolder();
          await cp(fresh.folder, killed, { recursive: true });
          expect(await idsAfterRestart(), `${code} at step ${failing}`).toEqual(confirmed);
          expect((await verify(fresh.folder)).problems).toEqual([]);
          const again = await openEmbeddedStore(killed);
          expect((await again.all("official")).map(({ row }) => row.id)).toEqual(confirmed);
          await again.close();
          await rm(killed, { recursive: true });
          await fresh.remove();
        }
      }
      await open();
    },
    LONG ? 1_800_000 : 120_000,
  );
});

describe("a slow disk", () => {
  it("shows nobody what is not on disk yet: no row, no reply, no message, no dead letter", async () => {
    const { store } = await open();
    await store.commit(add("an"));
    const stamp = await store.stamp(["official"]);
    const flush = Promise.withResolvers<undefined>();
    const reached = Promise.withResolvers<undefined>();
    before = async ({ kind, path }) => {
      if (kind !== "sync" || !path.includes("journal-")) return;
      reached.resolve(undefined);
      await flush.promise;
    };
    const waiting = store.commit(add("bo"));
    await reached.promise;
    const repeated = store.commit(add("bo"));
    const rival = store.commit(commitOf([write(official("bo", { name: "rival" }), 0)]));
    expect(await store.get("official", "bo")).toBeUndefined();
    expect((await store.all("official")).length).toBe(1);
    expect(await store.list("official", "entraId", "e-bo")).toEqual([]);
    expect(await store.replyOf("key bo")).toBeUndefined();
    expect(await store.stamp(["official"])).toBe(stamp);
    expect((await store.claim(9, "me", 1, NOON)).map(({ id }) => id)).toEqual(["m-an"]);
    let answered = 0;
    for (const commit of [waiting, repeated, rival]) void commit.then(() => answered++);
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBe(0);
    flush.resolve(undefined);
    expect(await Promise.all([waiting, repeated, rival])).toEqual([
      { kind: "committed" },
      { kind: "replayed", reply: null },
      { kind: "conflict" },
    ]);
    expect((await store.all("official")).length).toBe(2);
  });

  it("refuses calmly when more is asked than it can take", async () => {
    await open();
    await fresh.remove();
    fresh = await freshEmbedded({ disk: diskWith((step) => before(step)), maxWaitingBytes: 2_000 });
    const flush = Promise.withResolvers<undefined>();
    before = async ({ kind }) => {
      if (kind === "sync") await flush.promise;
    };
    const asked = Array.from({ length: 40 }, (_, n) => fresh.store.commit(add(`o${n}`)));
    const late = await asked[39];
    expect(late).toMatchObject({ kind: "unavailable", why: expect.stringContaining("slow") as string });
    flush.resolve(undefined);
    const committed = (await Promise.all(asked)).filter(({ kind }) => kind === "committed").length;
    expect(committed).toBeGreaterThan(0);
    expect((await idsAfterRestart()).length).toBe(committed);
  });
});
