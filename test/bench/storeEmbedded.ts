import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { initEmbeddedStore, openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { figuresOf } from "./figuresOf.ts";
import { atLeast, below, median, type Report } from "./report.ts";
import { AT } from "./storeDossier.ts";
import { figuresOfLane, MANY, newLane, playRounds, ratioOf, ROUNDS, type Lane } from "./storeLane.ts";
import { load, type Contender } from "./storeLoad.ts";
import { sqliteContender, sqliteDriver } from "./storeSqlite.ts";

const LARGE = 100_000;
const STARTS = 3;
const BEHIND_MS = 2_000;

/** The embedded engine next to SQLite, round by round in turn, with few and with many dossiers. */
export async function embedded(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), "kernwijzer-bench-"));
  const driver = await sqliteDriver();
  const ours = async (name: string) => embeddedContender(join(folder, name));
  const theirs = (name: string) => sqliteContender(join(folder, `${name}.db`), driver);
  try {
    const ours1k = await newLane("embedded, 1k", await ours("1k"), 1_000);
    const theirs1k = await newLane("sqlite, 1k", theirs("1k"), 1_000);
    const theirs100k = await newLane("sqlite, 100k", theirs("100k"), LARGE);
    const ours100k = await newLane("embedded, 100k", await ours("100k"), LARGE);
    const lanes = [ours1k, theirs1k, theirs100k, ours100k];
    await playRounds(lanes);
    const behind = await load(ours100k.filled, MANY, BEHIND_MS);
    for (const { filled } of lanes) await filled.contender.close();
    const starts: Readonly<Record<string, number>>[] = [];
    for (let at = 0; at < STARTS; at++) starts.push(await figuresOf("storeStart.ts", join(folder, "100k")));
    const stalls = await figuresOf("storeStall.ts", join(folder, "100k"), String(LARGE));
    return reportOf(
      { ours1k, theirs1k, ours100k, theirs100k },
      {
        startMs: median(starts.map(({ ms }) => ms ?? Number.NaN)),
        startCommits: behind.latencies.length,
        startMiB: median(starts.map(({ rssMiB }) => rssMiB ?? Number.NaN)),
        stallMs: stalls["stallMs"] ?? Number.NaN,
        longestStallMs: stalls["longestStallMs"] ?? Number.NaN,
        quietMs: stalls["quietMs"] ?? Number.NaN,
        peakMiB: stalls["peakMiB"] ?? Number.NaN,
      },
      driver.name,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Lanes = Readonly<Record<"ours1k" | "theirs1k" | "ours100k" | "theirs100k", Lane>>;
type Process = Readonly<
  Record<
    "startMs" | "startCommits" | "startMiB" | "stallMs" | "longestStallMs" | "quietMs" | "peakMiB",
    number
  >
>;

function reportOf(
  { ours1k, theirs1k, ours100k, theirs100k }: Lanes,
  process: Process,
  driver: string,
): Report {
  const against1k = ratioOf(ours1k, theirs1k);
  const against100k = ratioOf(ours100k, theirs100k);
  const bySize = ratioOf(ours100k, ours1k);
  return {
    name: `store, embedded: durable commits on dossiers of 1.5 KB, median of ${ROUNDS} rounds in turn`,
    figures: {
      ...figuresOfLane(ours1k),
      ...figuresOfLane(theirs1k),
      ...figuresOfLane(ours100k),
      ...figuresOfLane(theirs100k),
      [`embedded / sqlite, 1k, ${MANY} at once`]: against1k,
      [`embedded / sqlite, 100k, ${MANY} at once`]: against100k,
      [`embedded, 100k / 1k, ${MANY} at once`]: bySize,
      "embedded, 100k: start ms": process.startMs,
      "embedded, 100k: commits behind the snapshot at that start": process.startCommits,
      "embedded, 100k: memory after start MiB": process.startMiB,
      "embedded, 100k: peak memory with checkpoints MiB": process.peakMiB,
      "embedded, 100k: longest stall during a checkpoint, median ms": process.stallMs,
      "embedded, 100k: longest stall during a checkpoint, worst ms": process.longestStallMs,
      "embedded, 100k: longest stall without a checkpoint ms": process.quietMs,
    },
    notes: [
      `The reference is ${driver} (WAL, synchronous=FULL). It stores the same in one transaction for all commits that ` +
        "wait: row with its index, journal line with the row before and after, key with its reply, message. It does not " +
        "chain the journal lines by hash. Messages are taken away between rounds, on both sides.",
      `Each round with ${MANY} at once holds one whole checkpoint of the embedded engine, about as often as its own ` +
        "threshold makes one at this pace, and the WAL checkpoints SQLite makes by itself. Ratios compare the lanes of " +
        "one round; the order turns round each time.",
    ],
    goals: [
      atLeast(`embedded against SQLite, 1k dossiers, ${MANY} at once`, against1k, 0.8),
      atLeast(`embedded against SQLite, 100k dossiers, ${MANY} at once`, against100k, 0.8),
      atLeast(`embedded, 100k against 1k dossiers, ${MANY} at once`, bySize, 0.8),
      below(
        "longest stall of the event loop during a checkpoint with 100k dossiers, median, ms",
        process.stallMs,
        50,
      ),
      below("start with 100k dossiers, ms", process.startMs, 3_000),
    ],
  };
}

/** The embedded engine as it ships, in a new folder. */
async function embeddedContender(folder: string): Promise<Contender> {
  await initEmbeddedStore(folder);
  const store = await openEmbeddedStore(folder);
  return {
    async commit(commit) {
      const outcome = await store.commit(commit);
      if (outcome.kind !== "committed") throw new Error(`not stored: ${JSON.stringify(outcome)}`);
    },
    upkeep: () => store.checkpoint(),
    async rest() {
      for (;;) {
        const items = await store.claim(1_000, "bench", 60_000, AT);
        if (items.length === 0) break;
        await Promise.all(items.map(({ id }) => store.settle(id, { kind: "sent" }, AT)));
      }
      await store.checkpoint();
    },
    close: () => store.close(),
  };
}
