import type { Activity } from "./activities.ts";

/** What the bot's endpoint did with an activity. */
export type BotAnswer =
  | { readonly ok: true; readonly status: number; readonly body: unknown }
  /** `status` is absent when no answer came: refused, broken off, or too late. */
  | { readonly ok: false; readonly status?: number | undefined; readonly why: string };

/** Posts an activity to the bot over HTTP, as the channel does. Never throws: an outage is an answer. */
export async function postActivity(
  endpoint: string,
  activity: Activity,
  limits: { readonly withinMs: number; readonly closing: AbortSignal },
): Promise<BotAnswer> {
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(activity),
      redirect: "error",
      signal: AbortSignal.any([AbortSignal.timeout(limits.withinMs), limits.closing]),
    });
    const text = await response.text();
    if (!response.ok) return { ok: false, status: response.status, why: `HTTP ${String(response.status)}` };
    return { ok: true, status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}
