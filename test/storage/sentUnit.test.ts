import { cp, readdir, readFile, rm, truncate } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { JournalRecord } from "../../storage/journal.ts";
import { exportJournal } from "../../storage/lowdb/exportJournal.ts";
import { HEAD } from "../../storage/lowdb/layout.ts";
import { openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { verify } from "../../storage/lowdb/verify.ts";
import { diskError, diskWith, type DiskStep } from "../faults/storeDisks.ts";
import { freshEmbedded, temporaryFolder, type FreshEmbedded } from "./embeddedStore.ts";
import { commitOf, message, NOON } from "./sample.ts";

const CARDS = ["c0", "c1", "c2"];
let fresh: FreshEmbedded;
let before: (step: DiskStep) => Promise<void> | void;
let scratch: string;

beforeEach(async () => {
  before = () => undefined;
  scratch = await temporaryFolder();
  fresh = await freshEmbedded({ disk: diskWith((step) => before(step)), retryAfterMs: 0 });
  const outbox = CARDS.map((card) => message(`m-${card}`, card, { card }));
  await fresh.store.commit(commitOf([], { outbox }));
});
afterEach(async () => {
  before = () => undefined;
  await fresh.remove();
  await rm(scratch, { recursive: true });
});

async function send(card: string, activityId = "x"): Promise<void> {
  const delivery = { id: card, conversation: card, activityId };
  await fresh.store.settle(`m-${card}`, { kind: "sent", activityId, delivery }, NOON);
}

it("wherever a kill cuts the journal off, a card stands or its message waits: never both, never neither", async () => {
  for (const card of CARDS) await send(card);
  const name =
    (await readdir(fresh.folder))
      .filter((file) => file.startsWith("journal-"))
      .sort()
      .at(-1) ?? "";
  const journal = await readFile(join(fresh.folder, name), "utf8");
  const settled = journal.indexOf('"t":"settle"');
  expect(settled).toBeGreaterThan(0);
  const seen = new Set<number>();
  for (let cut = journal.lastIndexOf("\n", settled) + 1; cut <= journal.length; cut += 37) {
    const killed = join(scratch, String(cut));
    await cp(fresh.folder, killed, { recursive: true });
    await truncate(join(killed, name), cut);
    // What was cut off was never confirmed, so no head tells of it.
    await rm(join(killed, HEAD));
    const store = await openEmbeddedStore(killed);
    const waiting = (await store.claim(9, "me", 1, NOON)).map(({ conversation }) => conversation);
    const standing = (await store.all("delivery")).map(({ row }) => row.id);
    await store.close();
    expect([...standing, ...waiting].sort()).toEqual(CARDS);
    expect((await verify(killed)).problems).toEqual([]);
    seen.add(standing.length);
  }
  expect([...seen].sort()).toEqual([0, 1, 2]);
});

it("a checkpoint holds where cards stand, and the journal tells of it with the send", async () => {
  await send("c0");
  await fresh.store.checkpoint();
  await send("c1");
  await fresh.store.checkpoint();
  await fresh.reopen();
  expect((await verify(fresh.folder)).problems).toEqual([]);
  const trail: JournalRecord[] = [];
  for await (const record of exportJournal(fresh.folder)) trail.push(record);
  expect(trail.filter(({ kind }) => kind === "act")).toHaveLength(1);
  expect(trail.filter(({ kind }) => kind === "send")).toMatchObject(
    ["c0", "c1"].map((id) => ({
      message: `m-${id}`,
      outcome: { kind: "sent", activityId: "x" },
      changes: [{ collection: "delivery", id, version: 1, before: null, after: { id, activityId: "x" } }],
    })),
  );
});

it("a disk that fails loses neither: the message does not go again, and the card is found when the disk works", async () => {
  before = async (step) => {
    if (step.kind !== "write") return;
    await step.half();
    throw diskError("ENOSPC");
  };
  await send("c0");
  const waiting = await fresh.store.claim(9, "me", 1, NOON);
  expect(waiting.map(({ conversation }) => conversation)).toEqual(["c1", "c2"]);
  before = () => undefined;
  expect((await fresh.store.commit(commitOf([]))).kind).toBe("committed");
  expect((await fresh.store.get("delivery", "c0"))?.row.activityId).toBe("x");
  const store = await fresh.reopen();
  expect((await store.get("delivery", "c0"))?.row.activityId).toBe("x");
});

it("a message whose send ended is offered to nobody while the disk takes its time", async () => {
  const written = Promise.withResolvers<undefined>();
  before = ({ kind }) => (kind === "write" ? written.promise : undefined);
  const sending = send("c0");
  const waiting = await fresh.store.claim(9, "me", 1, "2026-04-15T12:00:00.000Z");
  expect(waiting.map(({ conversation }) => conversation)).toEqual(["c1", "c2"]);
  expect(await fresh.store.get("delivery", "c0")).toBeUndefined();
  written.resolve(undefined);
  await sending;
  expect(await fresh.store.get("delivery", "c0")).toBeDefined();
});
