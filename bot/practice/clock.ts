import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Instant } from "../domain/calendar.ts";

/** The moment the practice municipality begins at: its absences and confirmations are written around this day. */
export const PRACTICE_START: Instant = "2026-04-14T07:00:00.000Z";

/**
 * A clock that starts at PRACTICE_START when the data folder is first used and runs on from there, also over
 * restarts. `now` is the machine's clock, in milliseconds.
 */
export async function practiceClock(dataFolder: string, now: () => number): Promise<() => Instant> {
  const file = join(dataFolder, "practice-clock.json");
  const begun = (await readBegun(file)) ?? (await writeBegun(file, now()));
  const ahead = Date.parse(PRACTICE_START) - begun;
  // Asked some ten times per turn: within one millisecond the answer is the same text.
  let last = { at: 0, instant: "" };
  return () => {
    const at = now() + ahead;
    if (at !== last.at) last = { at, instant: new Date(at).toISOString() };
    return last.instant;
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
  await writeFile(file, JSON.stringify({ begun }));
  return begun;
}
