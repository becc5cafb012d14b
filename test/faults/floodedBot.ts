import { makeLog } from "../../bot/log.ts";
import { makeMetrics } from "../../bot/metrics.ts";
import { startServer } from "../../bot/server.ts";
import { makeTeamsBot } from "../../bot/teams/bot.ts";
import { makeBotKeys } from "../../bot/teams/botKeys.ts";
import { makeConnector } from "../../bot/teams/connector.ts";
import { makeGate } from "../../bot/teams/gate.ts";
import { identityOf } from "../../bot/teams/registration.ts";
import { APP_ID, makeSigner, TENANT_ID } from "../teams/signing.ts";

/**
 * The way in of the product in a process of its own, with nothing behind it: what gets through the gate is a mistake.
 * Run with --expose-gc. Each message from its parent is answered with the heap in use after collecting, in bytes.
 */
const signer = await makeSigner(Date.now());
const log = makeLog("silent");
const metrics = makeMetrics();
const identity = identityOf(undefined);
const nobody = (): never => {
  throw new Error("somebody was let in");
};
const keys = makeBotKeys({ fetchKeys: async () => signer.keySet, now: Date.now, log });
const bot = makeTeamsBot({
  gate: makeGate({ appId: APP_ID, tenantId: TENANT_ID, keys, now: Date.now }),
  metrics,
  identity,
  connector: makeConnector(identity, false),
  handle: nobody,
  refresh: nobody,
  search: nobody,
  show: nobody,
  clock: () => new Date().toISOString(),
  newId: () => "id",
  log,
  tenantId: TENANT_ID,
});
const server = await startServer({
  host: "127.0.0.1",
  port: 0,
  messages: (request, response) => bot(request as never, response),
  health: async () => ({ ok: true }),
  metrics,
  log,
  // The gate itself is measured; behind the limit per address most of a flood would not get that far.
  unlimited: process.argv.includes("unlimited"),
  routes: [],
});
process.on("message", () => {
  globalThis.gc?.();
  globalThis.gc?.();
  process.send?.({ heap: process.memoryUsage().heapUsed });
});
process.on("disconnect", () => process.exit(0));
process.send?.({ port: server.port, token: await signer.sign({ aud: "another bot" }) });
