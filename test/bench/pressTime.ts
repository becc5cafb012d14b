import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "undici";
import { startBot } from "./botProcess.ts";
import { below, quantile, type Report } from "./report.ts";

const PEOPLE = 64;
const PRESSES = 12;
const CONNECTOR_MS = 1_000;

interface Activity {
  readonly attachments?: readonly { readonly content?: unknown }[];
}

/** 64 people press at the same time while the connector takes a second for everything: no press waits for a send. */
export async function pressTime(): Promise<Report> {
  const data = await mkdtemp(join(tmpdir(), "kernwijzer-bench-"));
  const tokens = new Map<string, (token: string) => void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const conversation = decodeURIComponent(request.url?.split("/")[3] ?? "");
      const token = /"token":"([\w-]+)"/.exec(JSON.stringify(activityIn(chunks)))?.[1];
      if (token !== undefined) tokens.get(conversation)?.(token);
      setTimeout(() => response.writeHead(201).end('{"id":"1"}'), CONNECTOR_MS);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const bot = await startBot("bot/main.ts", { PORT: "0", KERNWIJZER_DATA: data });
  const pool = new Pool(bot.origin, { connections: PEOPLE });
  const latencies: number[] = [];
  try {
    await Promise.all(
      Array.from({ length: PEOPLE }, async (_, person) => {
        const id = `person-${person}`;
        const post = async (more: object): Promise<void> => {
          const body = JSON.stringify({ ...surroundings(serviceUrl, id), ...more });
          const headers = { "content-type": "application/json" };
          const answer = await pool.request({ path: "/api/messages", method: "POST", headers, body });
          await answer.body.dump();
          if (answer.statusCode !== 200) throw new Error(`the bot answered ${answer.statusCode}`);
        };
        const token = new Promise<string>((resolve) => tokens.set(id, resolve));
        await post({ type: "message", id: `${id}-ask`, text: "wie gaat over het dorpshuis in wijk" });
        const data = { token: await token };
        for (let n = 0; n < PRESSES; n += 1) {
          const begun = performance.now();
          const action = { type: "Action.Execute", verb: n === 0 ? "choose1" : "notRight", data };
          await post({ type: "invoke", id: `${id}-${n}`, name: "adaptiveCard/action", value: { action } });
          latencies.push(performance.now() - begun);
        }
      }),
    );
  } finally {
    await pool.close();
    await bot.stop();
    server.closeAllConnections();
    server.close();
    await rm(data, { recursive: true, force: true });
  }
  const p99 = quantile(latencies, 0.99) / 1_000;
  return {
    name: `a press of ${PEOPLE} people at once, with a connector that takes ${CONNECTOR_MS} ms`,
    figures: { "press p50 s": quantile(latencies, 0.5) / 1_000, "press p99 s": p99 },
    notes: [],
    goals: [below("p99 of a press in seconds", p99, 2)],
  };
}

function activityIn(chunks: readonly Buffer[]): Activity {
  const text = Buffer.concat(chunks).toString();
  return text === "" ? {} : (JSON.parse(text) as Activity);
}

function surroundings(serviceUrl: string, id: string): object {
  return {
    channelId: "msteams",
    serviceUrl,
    from: { id: `29:${id}`, aadObjectId: id },
    recipient: { id: "28:bot" },
    conversation: { id, conversationType: "personal", tenantId: "bench" },
  };
}
