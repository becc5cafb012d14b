import type { IncomingMessage, ServerResponse } from "node:http";
import type { PracticeResponse, PracticeRoute } from "./http.ts";

/** Largest body taken, in bytes; twice what Teams allows, so that its own refusal can be given. */
const LARGEST_BODY = 400 * 1024;

/**
 * Carries one Node request through a route. A body that a parser before us already read (`request.body`, as
 * restify's bodyParser leaves it) is used as it is. Rejects only when the route itself throws.
 */
export async function respond(
  route: PracticeRoute,
  request: IncomingMessage & { readonly body?: unknown },
  response: ServerResponse,
): Promise<void> {
  const body = request.body === undefined ? await readJson(request) : request.body;
  const answer = await route.handle({
    method: request.method ?? "",
    url: request.url ?? "/",
    headers: request.headers,
    body,
    remoteAddress: request.socket.remoteAddress,
  });
  await write(answer, response);
}

async function write(answer: PracticeResponse, response: ServerResponse): Promise<void> {
  if (answer.kind === "reset") {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, answer.headers);
  if (answer.kind === "full") {
    response.end(answer.body);
    return;
  }
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  response.flushHeaders();
  await answer.start((chunk) => response.write(chunk), gone.signal);
  response.end();
}

/** Undefined for no body, too large a body, or no JSON: the route refuses that in its own words. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  if (size === 0 || size > LARGEST_BODY) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return undefined;
  }
}
