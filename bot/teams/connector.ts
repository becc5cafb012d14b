import { Agent, request } from "undici";
import type { Identity } from "./registration.ts";
import { isTrusted } from "./serviceUrl.ts";

/** What a connector made of a call. */
export type Called =
  | { readonly kind: "done"; readonly id: string | undefined }
  /** The connector or the network said no before anything could have been delivered. */
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly retryAfterMs: number | undefined;
      readonly why: string;
    }
  /** It may have been delivered, or can never be. */
  | { readonly kind: "failed"; readonly why: string };

export interface Call {
  readonly method: "POST" | "PUT" | "DELETE";
  readonly serviceUrl: string;
  /** Below the service address, each part encoded. */
  readonly path: readonly string[];
  readonly body: unknown;
}

/** Nothing waits longer than this for a connector. In milliseconds. */
const TIMEOUT_MS = 10_000;

/** Answers that mean: not delivered, try later (429 too many, 412 precondition, 503 busy). */
const SAFE_TO_REPEAT = new Set([412, 429, 503]);

/**
 * Calls the Bot Connector REST API with our own time-outs and without the SDK's silent repeats: a send is not
 * idempotent, and the SDK posts it up to four times after a 5xx.
 */
export function makeConnector(identity: Identity, practice: boolean) {
  const agent = new Agent({
    keepAliveTimeout: 30_000,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    connect: { timeout: TIMEOUT_MS },
  });
  return {
    async call({ method, serviceUrl, path, body }: Call): Promise<Called> {
      if (!isTrusted(serviceUrl, practice))
        return { kind: "failed", why: "the service address is not a trusted one" };
      const url = `${serviceUrl.replace(/\/+$/, "")}/${path.map(encodeURIComponent).join("/")}`;
      const authorization = await identity.authorization();
      try {
        const answer = await request(url, {
          dispatcher: agent,
          method,
          headers: { "content-type": "application/json", ...(authorization ? { authorization } : {}) },
          body: JSON.stringify(body),
        });
        const text = await answer.body.text();
        if (answer.statusCode < 300) return { kind: "done", id: idIn(text) };
        const why = `the connector answered ${answer.statusCode}`;
        if (!SAFE_TO_REPEAT.has(answer.statusCode)) return { kind: "failed", why };
        return {
          kind: "refused",
          status: answer.statusCode,
          retryAfterMs: retryAfter(answer.headers["retry-after"]),
          why,
        };
      } catch (error) {
        const code = (error as { code?: string }).code ?? "unknown";
        const neverArrived =
          code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "UND_ERR_CONNECT_TIMEOUT";
        const why = `the connector could not be reached (${code})`;
        return neverArrived
          ? { kind: "refused", status: 0, retryAfterMs: undefined, why }
          : { kind: "failed", why };
      }
    },
    close: () => agent.close(),
  };
}
export type Connector = ReturnType<typeof makeConnector>;

/** The id of the new activity or conversation; undefined when the answer holds none. */
function idIn(text: string): string | undefined {
  if (text === "") return undefined;
  try {
    const { id } = JSON.parse(text) as { id?: unknown };
    return typeof id === "string" ? id : undefined;
  } catch {
    // Delivered all the same: without an id the message cannot be updated later, and that is all.
    return undefined;
  }
}

/** Seconds, as connectors send them, to milliseconds. */
function retryAfter(header: string | string[] | undefined): number | undefined {
  const seconds = Number(Array.isArray(header) ? header[0] : header);
  return Number.isFinite(seconds) && seconds >= 0 && header !== undefined ? seconds * 1000 : undefined;
}
