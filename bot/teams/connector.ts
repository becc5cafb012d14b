import { Agent, request } from "undici";
import type { Identity } from "./registration.ts";
import { isTrusted } from "./serviceUrl.ts";

/** What a connector made of a call. */
export type Called =
  | { readonly kind: "done"; readonly id: string | undefined; readonly text: string }
  /** Surely nothing came of it: it may be tried again. */
  | { readonly kind: "refused"; readonly retryAfterMs: number | undefined; readonly why: string }
  /** It was sent, and nobody said what came of it. */
  | { readonly kind: "unknown"; readonly why: string }
  /** The connector said no, for good. */
  | { readonly kind: "rejected"; readonly status: number | undefined; readonly why: string };

export interface Call {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly serviceUrl: string;
  /** Below the service address, each part encoded. */
  readonly path: readonly string[];
  readonly body?: unknown;
}

/** Nothing waits longer than this for a connector. In milliseconds. */
const TIMEOUT_MS = 10_000;

/** Opening conversations has a pace of its own at Teams. */
const NEW_CONVERSATION = "new conversation";
/** Answers that mean: not delivered, try later (412 precondition, 429 too many, 503 busy). */
const SAFE_TO_REPEAT = new Set([412, 429, 503]);
/** Errors before anything was sent. */
const NEVER_ARRIVED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Waits until a call on this thread keeps to what Teams allows; answers the milliseconds when that takes too long. */
export type Turn = (thread: string) => Promise<number>;

/** In the practice room nobody limits anything. */
const freely: Turn = () => Promise.resolve(0);

/**
 * Calls the Bot Connector REST API with our own time-outs and without the SDK's silent repeats: a send is not
 * idempotent, and the SDK posts it up to four times after a 5xx.
 */
export function makeConnector(identity: Identity, practice: boolean, turn: Turn = freely) {
  const agent = new Agent({
    keepAliveTimeout: 30_000,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    connect: { timeout: TIMEOUT_MS },
  });
  return {
    async call({ method, serviceUrl, path, body }: Call): Promise<Called> {
      if (!isTrusted(serviceUrl, practice))
        return { kind: "rejected", status: undefined, why: "the service address is not a trusted one" };
      const url = `${serviceUrl.replace(/\/+$/, "")}/${path.map(encodeURIComponent).join("/")}`;
      const authorization = await identity.authorization().then(
        (header) => ({ header }),
        () => undefined,
      );
      // Nothing was sent, so it may be tried again; doctor tells why there is no token.
      if (!authorization)
        return { kind: "refused", retryAfterMs: undefined, why: "there is no token for the connector" };
      // Right before the call: what is counted here leaves now.
      const left = await turn(path[2] ?? NEW_CONVERSATION);
      if (left > 0) return { kind: "refused", retryAfterMs: left, why: "the pace that Teams allows" };
      try {
        const answer = await request(url, {
          dispatcher: agent,
          method,
          headers: {
            "content-type": "application/json",
            ...(authorization.header === undefined ? {} : { authorization: authorization.header }),
          },
          body: body === undefined ? null : JSON.stringify(body),
        });
        const text = await answer.body.text();
        if (answer.statusCode < 300) return { kind: "done", id: idIn(text), text };
        const why = `the connector answered ${answer.statusCode}`;
        if (SAFE_TO_REPEAT.has(answer.statusCode)) {
          return { kind: "refused", retryAfterMs: retryAfter(answer.headers["retry-after"]), why };
        }
        if (answer.statusCode >= 500) return { kind: "unknown", why };
        return { kind: "rejected", status: answer.statusCode, why };
      } catch (error) {
        const code = (error as { code?: string }).code ?? "unknown";
        const why = `the connector could not be reached (${code})`;
        return NEVER_ARRIVED.has(code)
          ? { kind: "refused", retryAfterMs: undefined, why }
          : { kind: "unknown", why };
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

/** Seconds or a date, as HTTP has it, to milliseconds from now. */
function retryAfter(header: string | string[] | undefined): number | undefined {
  const text = Array.isArray(header) ? header[0] : header;
  if (text === undefined) return undefined;
  const wait = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
