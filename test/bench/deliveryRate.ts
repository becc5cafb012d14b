import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { makeLog } from "../../bot/log.ts";
import { UNMEASURED } from "../../bot/metrics.ts";
import { startOutbox } from "../../bot/outbox.ts";
import { Pace, takeTurn } from "../../bot/pace.ts";
import { makeConnector } from "../../bot/teams/connector.ts";
import { identityOf } from "../../bot/teams/registration.ts";
import { makeMessenger } from "../../bot/teams/send.ts";
import { initEmbeddedStore, openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { smallRegister } from "../smallRegister.ts";
import { commitOf, message } from "../storage/sample.ts";
import { mostIn } from "../windows.ts";
import { atLeast, type Report } from "./report.ts";

const THREADS = 1_000;
const EACH = 1;
/** Teams: so many a second over all conversations of a tenant. */
const ALLOWED = 50;

/**
 * Notices to 1,000 conversations through the real outbox and connector, journaled durably, next to what the limits of
 * Teams allow at most. The connector counts what arrives.
 */
export async function deliveryRate(): Promise<Report> {
  const folder = join(await mkdtemp(join(tmpdir(), "kernwijzer-bench-")), "data");
  await initEmbeddedStore(folder);
  const store = await openEmbeddedStore(folder);
  const arrived: number[] = [];
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      arrived.push(performance.now());
      response.writeHead(201).end(`{"id":"${arrived.length}"}`);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const threads = Array.from({ length: THREADS }, (_, n) => `thread ${n}`);
  await store.commit(
    commitOf(
      threads.map((id) => ({
        collection: "conversation",
        id,
        expect: 0,
        row: { id, kind: "group", connectorId: id, serviceUrl, tenantId: "t" },
      })),
    ),
  );
  for (let n = 0; n < EACH; n += 1)
    await store.commit(commitOf([], { outbox: threads.map((id) => message(`${id}-${n}`, id)) }));

  const pace = new Pace();
  const time = { now: () => performance.now(), wait: (ms: number) => wait(ms) };
  const connector = makeConnector(identityOf(undefined), true, (thread) => takeTurn(pace, time, thread));
  const messenger = makeMessenger({
    connector,
    show: async () => ({ about: "text", text: "thanks" }),
    home: () => ({ tenantId: "t", serviceUrl, botId: "28:bot" }),
  });
  const clock = () => new Date().toISOString();
  const outbox = startOutbox({
    store,
    messenger,
    metrics: UNMEASURED,
    clock,
    log: makeLog("error"),
    newId: () => crypto.randomUUID(),
    register: async () => smallRegister(),
    chance: Math.random,
    owner: "bench",
  });
  while (arrived.length < THREADS * EACH) await wait(50);
  await outbox.settled();
  await outbox.stop();
  await connector.close();
  server.closeAllConnections();
  server.close();
  await store.close();
  await rm(join(folder, ".."), { recursive: true, force: true });

  const perSecond = (arrived.length - 1) / (((arrived.at(-1) ?? 0) - (arrived[0] ?? 0)) / 1_000);
  return {
    name: `delivery: a notice to each of ${THREADS} conversations, within the limits of Teams`,
    figures: {
      "notices per s": perSecond,
      "allowed per s": ALLOWED,
      "share of what is allowed": perSecond / ALLOWED,
      "most that arrived within 1 s": mostIn(arrived, 1_000),
    },
    notes: [
      "What the limits allow is 50 a second in a tenant; sends leave 20.8 ms apart, because they arrive less evenly than they leave; that costs 4 %.",
    ],
    goals: [atLeast("notices per second against what Teams allows", perSecond / ALLOWED, 0.95)],
  };
}
