import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Another process on a store, started by a test and ended by it. */
export interface StoreProcess {
  readonly process: ChildProcess;
  /** Every line it printed so far. */
  readonly lines: readonly string[];
  /** Resolves once it has printed so many lines; rejects with what it said when it ends before that. */
  printed(count: number): Promise<void>;
  /** Sends a signal; for SIGKILL resolves once it has ended and all it printed is read. */
  kill(): Promise<void>;
}

/** Starts one of the scripts beside this file. */
export function startProcess(script: string, ...args: readonly string[]): StoreProcess {
  const path = join(import.meta.dirname, script);
  const child = spawn(process.execPath, [path, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  const lines: string[] = [];
  let errors = "";
  let ended = false;
  let woken = Promise.withResolvers<undefined>();
  const wake = (): void => {
    woken.resolve(undefined);
    woken = Promise.withResolvers();
  };
  const reader = createInterface({ input: child.stdout });
  const read = once(reader, "close");
  reader.on("line", (line) => {
    lines.push(line);
    wake();
  });
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const exited = once(child, "exit").then(() => {
    ended = true;
    wake();
  });
  return {
    process: child,
    lines,
    async printed(count) {
      while (lines.length < count) {
        if (ended) throw new Error(`${script} ended: ${errors}`);
        await woken.promise;
      }
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
      await read;
    },
  };
}
