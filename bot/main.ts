import { practiceClock } from "./practice/clock.ts";
import { readEnvFile } from "./envFile.ts";
import { makeLog } from "./log.ts";
import { openStore } from "./openStore.ts";
import { PRACTICE_PATH } from "./practice/open.ts";
import { redact } from "./redact.ts";
import { secretsOf } from "./secrets.ts";
import { readSettings } from "./settings.ts";
import { start } from "./start.ts";
import { loadWords } from "./words.ts";

/** Reads the settings, starts, says where, and stops calmly when asked to. */
async function main(): Promise<void> {
  readEnvFile();
  const read = readSettings(process.env);
  if (!read.ok) {
    for (const problem of read.problems) process.stderr.write(`${problem}\n`);
    process.exitCode = 1;
    return;
  }
  const { settings } = read;
  const isPractice = settings.registration === undefined;
  const log = makeLog(settings.logLevel, { secrets: secretsOf(settings) });
  const tell = (error: Error) => log.warn({ error }, "the store had trouble and goes on");
  const opened = await openStore(settings.store, { seedPractice: isPractice, tell });
  if (!opened.ok) {
    process.stderr.write(`${opened.problem}\n`);
    process.exitCode = 1;
    return;
  }
  const practiceTime = isPractice ? await practiceClock(settings.dataFolder, Date.now) : undefined;
  const running = await start({
    settings,
    store: opened.store,
    words: loadWords(),
    clock: practiceTime?.now ?? (() => new Date().toISOString()),
    moveClock: practiceTime?.moveTo,
    log,
  });
  const path = isPractice ? PRACTICE_PATH : "";
  process.stdout.write(`Kernwijzer is ready at http://${settings.host}:${running.port}${path}\n`);

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    running.stop().catch((error: unknown) => {
      log.error({ error }, "stopping failed");
      process.exitCode = 1;
    });
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

try {
  await main();
} catch (error) {
  // Node would print it with everything it was given.
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Kernwijzer could not start: ${redact(text)}\n`);
  process.exit(1);
}
