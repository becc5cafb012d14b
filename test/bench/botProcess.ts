import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Pool } from "undici";

/** A bot in a process of its own, so that it does not share a core's time with the load by accident. */
export interface BotProcess {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  post(activity: object): Promise<void>;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, "../..");

/** Starts a script that prints its address in its first line. */
export async function startBot(
  script: string,
  settings: Readonly<Record<string, string>>,
): Promise<BotProcess> {
  const child = spawn(process.execPath, [join(root, script)], {
    // Not the project's folder: somebody who works on it may have a .env there.
    cwd: tmpdir(),
    env: { PATH: process.env["PATH"], ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([
    once(lines, "line"),
    once(child, "exit").then(() => Promise.reject(new Error(`${script} stopped before it was ready`))),
  ])) as [string];
  const origin = new URL(/http:\S+/.exec(line)?.[0] ?? "").origin;
  const pool = new Pool(origin, { connections: 64 });
  return {
    origin,
    async post(activity) {
      const answer = await pool.request({
        path: "/api/messages",
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(activity),
      });
      await answer.body.dump();
      if (answer.statusCode >= 300) throw new Error(`${script} answered ${answer.statusCode}`);
    },
    async stop() {
      await pool.close();
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}
