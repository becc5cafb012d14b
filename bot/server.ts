import type { IncomingMessage, ServerResponse } from "node:http";
import restify from "restify";
import { makeLog, type Log } from "./log.ts";
import type { PublishedMetrics } from "./metrics.ts";
import { readBody } from "./readBody.ts";
import type { Health } from "../storage/store.ts";

export interface ServerParts {
  /** Address and port to listen on; port 0 takes a free one. */
  readonly host: string;
  readonly port: number;
  readonly messages: (request: restify.Request, response: restify.Response) => Promise<void>;
  readonly health: () => Promise<Health>;
  readonly metrics: PublishedMetrics;
  readonly log: Log;
  /** Whether one address may send any number of requests; in the practice room only. */
  readonly unlimited: boolean;
  /** Routes of other surfaces, such as the practice room. */
  readonly routes: readonly Route[];
}

export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

export interface RunningServer {
  readonly port: number;
  /** Takes no new requests and waits for those under way. */
  close(): Promise<void>;
}

/**
 * Requests one address may send to the bot: far above what Teams sends for a municipality, far below what hurts.
 * `maxKeys` bounds what is remembered of addresses.
 */
const THROTTLE = { rate: 100, burst: 300, ip: true, maxKeys: 10_000 };
/** A client that sends slower than this holds a connection for nothing. In milliseconds. */
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 20_000;
const MOST_CONNECTIONS = 2_000;

/** The HTTP face: Teams' messages and the health checks. Resolves when it listens. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { log } = parts;
  const server = restify.createServer({
    name: "kernwijzer",
    onceNext: true,
    // Its own would write a line with address and path for every request above the limit, past our log.
    log: makeLog("silent") as never,
  });
  server.server.headersTimeout = HEADERS_WITHIN_MS;
  server.server.requestTimeout = REQUEST_WITHIN_MS;
  server.server.maxConnections = MOST_CONNECTIONS;
  // Before anything is read: a flood costs a look-up in a table. Health and metrics stay reachable.
  const limited = parts.unlimited ? [] : [restify.plugins.throttle(THROTTLE)];
  server.post("/api/messages", limited, async (request: restify.Request, response: restify.Response) => {
    const body = await readBody(request);
    if (!body.ok) {
      // What is left of the body is never read.
      response.setHeader("connection", "close");
      response.send(body.status, { error: "this is not an activity" });
      return;
    }
    request.body = body.json;
    await parts.messages(request, response);
  });
  server.get("/health/live", async (_request: restify.Request, response: restify.Response) => {
    response.send(200, { live: true });
  });
  server.get("/health/ready", async (_request: restify.Request, response: restify.Response) => {
    const health = await parts.health();
    response.send(health.ok ? 200 : 503, { ready: health.ok });
  });
  server.get("/metrics", async (_request: restify.Request, response: restify.Response) => {
    response.sendRaw(200, await parts.metrics.text(), { "content-type": parts.metrics.contentType });
  });
  const add = { GET: "get", POST: "post", PUT: "put", DELETE: "del" } as const;
  for (const { method, path, serve } of parts.routes) {
    server[add[method]](path, async (request: restify.Request, response: restify.Response) => {
      await serve(request, response);
    });
  }
  server.on(
    "restifyError",
    (_request: restify.Request, _response: restify.Response, error: Error, done: () => void) => {
      const { statusCode } = error as { statusCode?: number };
      if (statusCode === undefined || statusCode >= 500) log.error({ error }, "a request failed");
      done();
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(parts.port, parts.host, () => resolve());
  });
  return {
    port: server.address().port,
    close: () => {
      server.server.closeIdleConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
