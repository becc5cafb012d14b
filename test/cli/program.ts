import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../bot/cli/", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program itself in a process of its own, as somebody at a terminal does. */
export async function program(
  args: readonly string[],
  options: {
    input?: string;
    file?: string;
    nodeOptions?: readonly string[];
    data?: string;
    folder?: string;
    env?: Readonly<Record<string, string>>;
  } = {},
): Promise<Ended> {
  const { input = "", file = "kernwijzer.ts", nodeOptions = [], data = "/nonexistent" } = options;
  // Not the project's folder: somebody who works on it may have a .env there.
  const { folder = tmpdir(), env = {} } = options;
  const child = spawn(process.execPath, [...nodeOptions, FOLDER + file, ...args], {
    cwd: folder,
    env: { ...process.env, KERNWIJZER_DATA: data, ...env },
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  // Whoever does not read its input closes it; what matters is how it ends.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}
