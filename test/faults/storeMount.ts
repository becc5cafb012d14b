import { execFileSync } from "node:child_process";
import { mkdir } from "node:fs/promises";

/**
 * Mounts a file system on a new folder. Only root on Linux can, and not in every container: then the reason
 * comes back instead, for the test to be skipped with.
 */
export async function mount(folder: string, ...how: readonly string[]): Promise<string | undefined> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "needs root on Linux to mount a disk";
  await mkdir(folder, { recursive: true });
  return run("mount", ...how, folder);
}

/** Takes a file system off at once; what a test that failed still has open there goes when the test's process does. */
export function unmount(folder: string): string | undefined {
  return run("umount", "--lazy", folder);
}

/** Runs a command of the system; returns what it complained about, if it did. */
export function run(command: string, ...args: readonly string[]): string | undefined {
  try {
    execFileSync(command, args, { stdio: "pipe" });
    return undefined;
  } catch (error) {
    return `${command} ${args.join(" ")}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
