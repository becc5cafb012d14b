import type { IncomingMessage } from "node:http";
import getRawBody from "raw-body";

/** A Teams activity is at most some 100 KB; more is refused without being read to its end. In bytes. */
const LARGEST_BODY = 256 * 1024;

/** What was posted as JSON, or the status to answer with when it is none of that. */
export type Body =
  { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly status: number };

/**
 * Reads a JSON body as far as it may go, however it is sent. Packed bodies are refused: a few bytes can unpack to
 * gigabytes, and Teams sends none.
 */
export async function readBody(request: IncomingMessage): Promise<Body> {
  if (request.headers["content-encoding"] !== undefined) return { ok: false, status: 415 };
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) return { ok: false, status: 415 };
  let text: string;
  try {
    const length = request.headers["content-length"];
    text = await getRawBody(request, {
      limit: LARGEST_BODY,
      encoding: "utf8",
      ...(length ? { length } : {}),
    });
  } catch (error) {
    const { status } = error as { status?: unknown };
    return { ok: false, status: typeof status === "number" ? status : 400 };
  }
  try {
    return { ok: true, json: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, status: 400 }; // the caller is told so
  }
}
