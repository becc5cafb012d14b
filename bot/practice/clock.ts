import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Instant } from "../domain/calendar.ts";

/** The moment the practice municipality begins at: its absences and confirmations are written around this day. */
export const PRACTICE_START: Instant = "2026-04-14T07:00:00.000Z";

/** The practice municipality's own time. */
export interface PracticeClock {
  readonly now: () => Instant;
  /** Moves on to a later moment, so that what takes days can be practised; an earlier one is refused. */
  readonly moveTo: (later: Instant) => Promise<boolean>;
}

/**
 * A clock that starts at PRACTICE_START when the data folder is first used and runs on from there, also over
 * restarts. `now` is the machine's clock, in milliseconds.
 */
export async function practiceClock(dataFolder: string, now: () => number): Promise<PracticeClock> {
  const file = join(dataFolder, "practice-clock.json");
  let begun = (await readBegun(file)) ?? (await writeBegun(file, now()));
  const start = Date.parse(PRACTICE_START);
  // Asked some ten times per turn: within one millisecond the answer is the same text.
  let last = { at: 0, instant: "" };
  const clock = () => {
    const at = now() - begun + start;
    if (at !== last.at) last = { at, instant: new Date(at).toISOString() };
    return last.instant;
  };
  return {
    now: clock,
    async moveTo(later) {
      if (later <= clock()) return false;
      begun = await writeBegun(file, now() - (Date.parse(later) - start));
      return true;
    },
  };
}

async function readBegun(file: string): Promise<number | undefined> {
  const content = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (content === undefined) return undefined;
  const { begun } = JSON.parse(content) as { begun?: unknown };
  if (typeof begun !== "number")
    throw new Error(`${file} is damaged: remove it to let the practice clock start again`);
  return begun;
}

async function writeBegun(file: string, begun: number): Promise<number> {
  // With a database the folder may hold nothing else, and not be there yet.
  await mkdir(dirname(file), { recursive: true });
  // Put in its place whole: another room that starts in this folder may be reading it.
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, JSON.stringify({ begun }));
  await rename(draft, file);
  return begun;
}
