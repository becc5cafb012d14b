import type { IncomingMessage, ServerResponse } from "node:http";
import restify from "restify";
import type { Log } from "./log.ts";
import type { Health } from "../storage/store.ts";

export interface ServerParts {
  /** Address and port to listen on; port 0 takes a free one. */
  readonly host: string;
  readonly port: number;
  readonly messages: (request: restify.Request, response: restify.Response) => Promise<void>;
  readonly health: () => Promise<Health>;
  readonly log: Log;
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

/** A Teams activity is at most some 100 KB; more is refused before anything reads it. In bytes. */
const LARGEST_BODY = 256 * 1024;

/** The HTTP face: Teams' messages and the health checks. Resolves when it listens. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { log } = parts;
  const server = restify.createServer({ name: "kernwijzer", onceNext: true });
  // jsonBodyParser alone: the general parser drags in file uploads that nobody needs.
  // `maxBodySize` is read by the plugin though its type does not know it.
  const bodyOptions: restify.plugins.JsonBodyParserOptions & { maxBodySize: number } = {
    mapParams: false,
    maxBodySize: LARGEST_BODY,
  };
  server.use(restify.plugins.jsonBodyParser(bodyOptions));
  server.post("/api/messages", async (request: restify.Request, response: restify.Response) => {
    await parts.messages(request, response);
  });
  server.get("/health/live", async (_request: restify.Request, response: restify.Response) => {
    response.send(200, { live: true });
  });
  server.get("/health/ready", async (_request: restify.Request, response: restify.Response) => {
    const health = await parts.health();
    response.send(health.ok ? 200 : 503, { ready: health.ok });
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
