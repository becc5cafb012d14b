import type { Instant } from "./domain/calendar.ts";
import type { Timer } from "./domain/timer.ts";
import type { Log } from "./log.ts";
import type { Store } from "../storage/store.ts";

export interface ClockworkParts {
  readonly store: Store;
  readonly clock: () => Instant;
  readonly log: Log;
  /** Lets one moment come; the second time, or in a second instance, it does nothing. */
  readonly pass: (timer: Timer, at: Instant) => Promise<void>;
}

export interface Clockwork {
  /** Lets every moment come that is due by now, in order, also those that these set. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

/** How often is looked whether a moment has come. Nothing here is due to the second. */
const LOOK_EVERY_MS = 20_000;

/**
 * What time does. Each instance looks; the store lets one of them through, so each moment comes once. A moment that
 * fails stays set, is logged, and comes again at the next look.
 */
export function startClockwork(parts: ClockworkParts): Clockwork {
  const { store, clock, log, pass } = parts;
  let running: Promise<void> | undefined;

  async function letCome(): Promise<void> {
    const tried = new Set<string>();
    for (;;) {
      const now = clock();
      const due = (await store.all("timer"))
        .map(({ row }) => row)
        .filter(({ id, at }) => at <= now && !tried.has(`${id} ${at}`))
        .toSorted((a, b) => a.at.localeCompare(b.at));
      if (due.length === 0) return;
      for (const timer of due) {
        tried.add(`${timer.id} ${timer.at}`);
        await pass(timer, now).catch((error: unknown) => {
          log.error({ error, moment: timer.what }, "a moment could not come");
        });
      }
    }
  }

  function catchUp(): Promise<void> {
    running ??= letCome().finally(() => (running = undefined));
    return running;
  }

  function look(): void {
    catchUp().catch((error: unknown) => log.error({ error }, "the clock could not be read"));
  }

  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  look();
  return {
    catchUp,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
