/** A request as the routes see it, whatever server carried it. */
export interface PracticeRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Parsed JSON; undefined when there was no body, or no JSON in it. */
  readonly body: unknown;
  readonly remoteAddress: string | undefined;
}

export type PracticeResponse =
  | {
      readonly kind: "full";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string | Uint8Array;
    }
  /** Stays open: `start` gets a writer and a signal that aborts when the other side has gone. */
  | {
      readonly kind: "stream";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly start: (write: (chunk: string) => void, gone: AbortSignal) => Promise<void>;
    }
  /** Breaks the connection without an answer. */
  | { readonly kind: "reset" };

/** One route to mount: `path` may hold `:name` parts, which the handler reads from the request itself. */
export interface PracticeRoute {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly handle: (request: PracticeRequest) => Promise<PracticeResponse>;
}

/** The values of a path's `:name` parts, decoded; undefined when the path is another one. */
export function matchPath(pattern: string, url: string): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split("/");
  const given = pathOf(url).split("/");
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    if (!part.startsWith(":")) {
      if (part !== value) return undefined;
    } else {
      const decoded = decode(value);
      if (decoded === undefined || decoded === "") return undefined;
      params[part.slice(1)] = decoded;
    }
  }
  return params;
}

/** The path of a request, without its query. */
function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? "";
}

export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): PracticeResponse {
  return {
    kind: "full",
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...headers },
    body: JSON.stringify(body),
  };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % in the address: no such path.
    return undefined;
  }
}
