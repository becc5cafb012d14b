import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { practiceClock, PRACTICE_START } from "../../bot/practice/clock.ts";

let folder: string;
let machine: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kernwijzer-clock-"));
  machine = Date.parse("2027-01-01T00:00:00.000Z");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("begins at the practice start, runs with the machine, and goes on after a restart", async () => {
  const clock = await practiceClock(folder, () => machine);
  expect(clock.now()).toBe(PRACTICE_START);
  machine += 60_000;
  expect(clock.now()).toBe("2026-04-14T07:01:00.000Z");
  machine += 60_000;
  expect((await practiceClock(folder, () => machine)).now()).toBe("2026-04-14T07:02:00.000Z");
});

it("moves on and stays there, also after a restart; never back", async () => {
  const clock = await practiceClock(folder, () => machine);
  expect(await clock.moveTo("2026-04-21T07:00:00.000Z")).toBe(true);
  expect(await clock.moveTo("2026-04-20T07:00:00.000Z")).toBe(false);
  machine += 1_000;
  expect(clock.now()).toBe("2026-04-21T07:00:01.000Z");
  expect((await practiceClock(folder, () => machine)).now()).toBe("2026-04-21T07:00:01.000Z");
});

it("makes its folder when there is none, and leaves nothing beside its file", async () => {
  const within = join(folder, "not", "there");
  expect((await practiceClock(within, () => machine)).now()).toBe(PRACTICE_START);
  machine += 1_000;
  expect((await practiceClock(within, () => machine)).now()).toBe("2026-04-14T07:00:01.000Z");
  expect(await readdir(within)).toEqual(["practice-clock.json"]);
});
