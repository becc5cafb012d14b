import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { openStore } from "../bot/openStore.ts";
import { journalAt, openReaderAt, verifyAt } from "../storage/place.ts";
import { startPostgres, type PostgresServer } from "./storage/postgresServer.ts";

const MAIN = join(import.meta.dirname, "../bot/main.ts");
const ROOMS = [1, 2, 3];
const tell = () => undefined;
let server: PostgresServer;
let url: string;
let scratch: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());
beforeEach(async () => {
  url = await server.database("nothing");
  scratch = await mkdtemp(join(tmpdir(), "kernwijzer-rooms-"));
});
afterEach(async () => {
  await Promise.all(started.splice(0).map(stopped));
  await rm(scratch, { recursive: true, force: true });
});

async function stopped(room: ChildProcess): Promise<void> {
  if (room.exitCode !== null) return;
  const gone = once(room, "exit");
  room.kill("SIGTERM");
  await gone;
}

/** What a practice room in a process of its own says first, be it its address or why it does not start. */
async function firstWords(): Promise<string> {
  // All in one folder, as for somebody who starts the product three times.
  const child = spawn(process.execPath, [MAIN], {
    cwd: scratch,
    env: { PATH: process.env["PATH"], PORT: "0", DATABASE_URL: url },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  const [line] = (await Promise.race(
    [child.stdout, child.stderr].map((input) => once(createInterface({ input }), "line")),
  )) as [string];
  return line;
}

async function acts(): Promise<string[]> {
  const found: string[] = [];
  for await (const record of journalAt(url, tell)) if (record.kind === "act") found.push(record.entry.act);
  return found;
}

it("three practice rooms that start at once on a fresh database all start, and one fills it", async () => {
  const words = await Promise.all(ROOMS.map(() => firstWords()));
  expect(words).toEqual(ROOMS.map(() => expect.stringMatching(/^Kernwijzer is ready at http:/) as string));
  await Promise.all(started.splice(0).map(stopped));
  expect(await acts()).toEqual(["import", "linkChannel", "import", "seed"]);
  expect((await verifyAt(url, [], tell)).problems).toEqual([]);
  const reader = await openReaderAt(url, tell);
  expect((await reader.all("kern")).length).toBe(21);
  await reader.close();
}, 120_000);

it("a room that comes while another is filling the database finds it filled", async () => {
  const opened = await Promise.all(
    ROOMS.map(async (room) => {
      const one = await openStore(url, { seedPractice: true, tell });
      if (!one.ok) return `room ${room}: ${one.problem}`;
      const kernen = await one.store.all("kern");
      const channels = await one.store.all("vakteamChannel");
      await one.store.close();
      return kernen.length > 0 && channels.length > 0;
    }),
  );
  expect(opened).toEqual([true, true, true]);
}, 120_000);
