/** A limit of Teams: so many sends in so many milliseconds, in any window. */
interface Limit {
  readonly windowMs: number;
  readonly most: number;
}

/** What Teams allows per conversation. Source: Microsoft Learn, "Optimize your bot with rate limiting in Teams". */
const PER_THREAD: readonly Limit[] = [
  { windowMs: 1_000, most: 7 },
  { windowMs: 2_000, most: 8 },
  { windowMs: 30_000, most: 60 },
  { windowMs: 3_600_000, most: 1_800 },
];
/** What Teams allows per app in one tenant. */
const PER_TENANT: Limit = { windowMs: 1_000, most: 50 };
/** Sends that leave evenly arrive less evenly; windows are this much longer here than at Teams. */
const SLACK_MS = 15;
/** One after the other: fifty at the same moment would arrive spread, and meet the next fifty. */
const BETWEEN_MS = 20.8;
/** Timers wake late; who was late lets the next go this much early, so that no time is lost. */
const EARLY_MS = 6;

/**
 * Keeps the pace that Teams allows, in every window and not only on average. Counts every call that makes, changes or
 * opens something. Times are milliseconds that only go up.
 */
export class Pace {
  readonly #perThread: readonly Limit[];
  readonly #perTenant: Limit;
  readonly #between: number;
  /** When the next one is due, were all sent evenly. */
  #due = 0;
  readonly #threads = new Map<string, number[]>();
  readonly #all: number[] = [];

  /** `instances` share what Teams allows: each keeps to its part, and needs to know nothing of the others. */
  constructor(instances = 1) {
    const part = ({ windowMs, most }: Limit): Limit => ({
      windowMs: windowMs + SLACK_MS,
      most: Math.max(1, Math.floor(most / instances)),
    });
    this.#between = BETWEEN_MS * instances;
    this.#perThread = PER_THREAD.map(part);
    this.#perTenant = part(PER_TENANT);
  }

  /** Milliseconds to wait before a send to this thread; 0 lets it go now, and counts it. */
  take(thread: string, now: number): number {
    const times = this.#threads.get(thread) ?? [];
    forget(times, now - (this.#perThread.at(-1)?.windowMs ?? 0));
    forget(this.#all, now - this.#perTenant.windowMs);
    const wait = Math.max(
      this.#due - EARLY_MS - now,
      waitFor(this.#all, this.#perTenant, now),
      ...this.#perThread.map((limit) => waitFor(times, limit, now)),
    );
    if (wait > 0) return wait;
    this.#due = Math.max(this.#due, now) + this.#between;
    times.push(now);
    this.#all.push(now);
    this.#threads.set(thread, times);
    this.#forgetQuiet(now);
    return 0;
  }

  /** Threads where nothing was sent for an hour take no memory. */
  #forgetQuiet(now: number): void {
    if (this.#threads.size < 10_000) return;
    const longest = this.#perThread.at(-1)?.windowMs ?? 0;
    for (const [thread, times] of this.#threads) {
      if ((times.at(-1) ?? 0) < now - longest) this.#threads.delete(thread);
    }
  }
}

/** Real time, whatever the clock of the municipality says. */
export interface Time {
  /** Milliseconds that only go up. */
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

/** A wait longer than this is not waited out here, but in the store. Well below the lease of a message. */
const LONGEST_WAIT_MS = 20_000;

/** Waits for a turn of this thread; answers what is left to wait when that is too long to wait here, 0 when it may go. */
export async function takeTurn(pace: Pace, { now, wait }: Time, thread: string): Promise<number> {
  for (;;) {
    const left = pace.take(thread, now());
    if (left === 0 || left > LONGEST_WAIT_MS) return left;
    await wait(left);
  }
}

/** How long until one more fits in the window that ends then. */
function waitFor(times: readonly number[], { windowMs, most }: Limit, now: number): number {
  const oldest = times[times.length - most];
  return oldest === undefined ? 0 : Math.max(0, oldest + windowMs - now);
}

function forget(times: number[], before: number): void {
  const keep = times.findIndex((time) => time > before);
  times.splice(0, keep < 0 ? times.length : keep);
}
