import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { run } from "../../bot/cli/run.ts";

/** Calls `kernwijzer` with these arguments and settings; gives back the exit code and what was printed. */
export async function call(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const io = { env, stdin: Readable.from([]), stdout, stderr, clock: () => "2026-04-14T07:00:00.000Z" };
  const printed = Promise.all([text(stdout), text(stderr)]);
  const code = await run(args, io).finally(() => [stdout.end(), stderr.end()]);
  const [out, err] = await printed;
  return { code, out, err };
}
