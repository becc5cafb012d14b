import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** Runs a script beside this file in a process of its own. It prints its figures as one JSON object. */
export async function figuresOf(
  script: string,
  ...args: readonly string[]
): Promise<Readonly<Record<string, number>>> {
  const path = join(import.meta.dirname, script);
  const { stdout } = await promisify(execFile)(process.execPath, [path, ...args]);
  return JSON.parse(stdout) as Record<string, number>;
}
