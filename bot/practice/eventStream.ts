import { setTimeout as wait } from "node:timers/promises";
import type { PracticeConnector } from "./connector.ts";
import type { PracticeResponse } from "./http.ts";
import type { PracticeEvent } from "./view.ts";

/** How often the page hears the practice time, in milliseconds; keeps the connection alive too. */
const CLOCK_EVERY_MS = 15_000;
/** How soon the browser tries again when the line breaks, in milliseconds. */
const RETRY_MS = 1_000;

/** Server-Sent Events with every change in the room, from now until the page goes or the room closes. */
export function eventStream(connector: PracticeConnector): PracticeResponse {
  return {
    kind: "stream",
    status: 200,
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" },
    async start(write, gone) {
      const ended = AbortSignal.any([gone, connector.closing]);
      const tell = (event: PracticeEvent): void => write(`data: ${JSON.stringify(event)}\n\n`);
      write(`retry: ${String(RETRY_MS)}\n`);
      const unsubscribe = connector.room.subscribe(tell);
      try {
        while (!ended.aborted) {
          tell({ type: "clock", now: connector.now() });
          // `ref: false`: an open page must not keep a stopping process alive.
          await wait(CLOCK_EVERY_MS, undefined, { signal: ended, ref: false });
        }
      } catch (error) {
        if (!ended.aborted) throw error;
      } finally {
        unsubscribe();
      }
    },
  };
}
