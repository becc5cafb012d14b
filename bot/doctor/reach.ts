import { Agent, request } from "undici";

/** What came of asking an address. */
export type Reached =
  | {
      readonly kind: "answered";
      readonly status: number;
      /** What time it is there, in milliseconds since the epoch. */
      readonly date: number | undefined;
      readonly body: unknown;
    }
  /** Nothing, with the reason as the machine knows it: "ENOTFOUND". */
  | { readonly kind: "silent"; readonly why: string };

export type Reach = (url: string) => Promise<Reached>;

/** Longer than a slow network needs, and short enough to wait for. In milliseconds. */
const TIMEOUT_MS = 5_000;

/** Asks an address once, and never longer than the time-out. */
export async function reach(url: string, timeoutMs = TIMEOUT_MS): Promise<Reached> {
  const agent = new Agent({ connect: { timeout: timeoutMs } });
  try {
    const answer = await request(url, { dispatcher: agent, signal: AbortSignal.timeout(timeoutMs) });
    const date = Date.parse(String(answer.headers["date"]));
    const body = jsonOr(await answer.body.text());
    return {
      kind: "answered",
      status: answer.statusCode,
      date: Number.isNaN(date) ? undefined : date,
      body,
    };
  } catch (error) {
    const { code, name } = error as { code?: unknown; name?: string };
    return { kind: "silent", why: typeof code === "string" ? code : (name ?? "unknown") };
  } finally {
    await agent.destroy();
  }
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // an address that answers with a page answers all the same
  }
}
