import { monitorEventLoopDelay } from "node:perf_hooks";
import { openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { median } from "./report.ts";
import { actOn } from "./storeDossier.ts";

/*
 * Makes checkpoints of many commits while more come in at a steady pace, and says how long the event loop stood still
 * meanwhile: storeStall.ts <folder> <dossiers>.
 */
const [folder = "", dossiers = "0"] = process.argv.slice(2);
const COMMIT_EVERY_MS = 2;
const CHECKPOINTS = 5;
const store = await openEmbeddedStore(folder);
let turn = 0;

/** An act on the next dossier; all of them have had their turn before one has its second. */
async function act(): Promise<void> {
  const at = (turn++ * 7_919) % Number(dossiers);
  const read = await store.get("proposal", `dossier-${at}`);
  const { kind } = await store.commit(actOn(at, read?.version ?? 0));
  if (kind !== "committed") throw new Error(kind);
}
async function acts(count: number): Promise<void> {
  for (let done = 0; done < count; done += 500) await Promise.all(Array.from({ length: 500 }, act));
}

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
/** The longest stall while this goes on under commits at a steady pace, in milliseconds. */
async function during(work: () => Promise<unknown>): Promise<number> {
  const commits: Promise<void>[] = [];
  const timer = setInterval(() => commits.push(act()), COMMIT_EVERY_MS);
  delay.reset();
  await work();
  const longest = delay.max / 1e6;
  clearInterval(timer);
  await Promise.all(commits);
  return longest;
}

const quietMs = await during(() => new Promise((resolve) => setTimeout(resolve, 2_000)));
const stalls: number[] = [];
for (let at = 0; at < CHECKPOINTS; at++) {
  await acts(20_000);
  stalls.push(await during(() => store.checkpoint()));
}
await store.close();
const peakMiB = process.resourceUsage().maxRSS / 2 ** 10;
process.stdout.write(
  JSON.stringify({ stallMs: median(stalls), longestStallMs: Math.max(...stalls), quietMs, peakMiB }),
);
