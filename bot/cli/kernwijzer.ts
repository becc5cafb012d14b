#!/usr/bin/env node
import { readEnvFile } from "../envFile.ts";
import { redact } from "../redact.ts";
import { run } from "./run.ts";

// Whoever reads our output may stop reading, as `head` does: then there is nobody left to tell.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

readEnvFile();
try {
  process.exitCode = await run(process.argv.slice(2), {
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    clock: () => new Date().toISOString(),
  });
} catch (error) {
  const isSystemError = error instanceof Error && "syscall" in error;
  process.stderr.write(
    `kernwijzer: ${redact(isSystemError ? error.message : String((error as Error).stack ?? error))}\n`,
  );
  process.exitCode = 1;
}
