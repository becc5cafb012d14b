import type { Conversation, Unreachable } from "./domain/conversation.ts";
import type { Metrics } from "./metrics.ts";
import { sendOne } from "./sending.ts";
import type { UndeliveredParts } from "./undelivered.ts";
import type { OutboxItem } from "../storage/store.ts";

/** Delivers one message; made by `bot/teams`, which knows connectors and cards. */
export interface Messenger {
  /**
   * Sends a message, or puts it in the place of the one with `replaces`.
   * Never throws for what a connector does: every fate is a value.
   */
  deliver(
    item: OutboxItem,
    conversation: Conversation | undefined,
    replaces: string | undefined,
  ): Promise<Delivered>;
}

export type Delivered =
  | {
      readonly kind: "sent";
      readonly activityId: string | undefined;
      readonly opened?: Conversation | undefined;
    }
  /** Surely not delivered, or harmless to do twice: may be tried again. */
  | { readonly kind: "refused"; readonly retryAfterMs?: number | undefined; readonly why: string }
  /** It may have arrived: never sent again blindly. */
  | { readonly kind: "unknown"; readonly why: string }
  /** Nothing can be sent there any more. */
  | { readonly kind: "unreachable"; readonly why: Unreachable["why"] }
  /** Never will be delivered. */
  | { readonly kind: "failed"; readonly why: string };

export interface OutboxParts extends UndeliveredParts {
  readonly messenger: Messenger;
  readonly metrics: Metrics;
  /** A number from 0 up to 1. */
  readonly chance: () => number;
  /** Names this process among several on one store. */
  readonly owner: string;
}

export interface Outbox {
  /** There may be something to send. */
  wake(): void;
  /** Resolves when nothing is waiting to be sent now. */
  settled(): Promise<void>;
  /** Lets messages under way finish and starts no new ones. */
  stop(): Promise<void>;
}

/** Messages under way; more would only wait for the pace of the tenant. */
const AT_ONCE = 128;
const LEASE_MS = 60_000;
const LOOK_AGAIN_MS = 1_000;

/** Sends what was committed, in order per conversation; tries again where that is safe; gives up loudly. */
export function startOutbox(parts: OutboxParts): Outbox {
  const { store, clock, log, owner } = parts;
  const underWay = new Set<Promise<void>>();
  let stopped = false;
  let again = false;
  let claiming: Promise<void> | undefined;

  function wake(): void {
    if (stopped) return;
    if (claiming) {
      again = true;
      return;
    }
    claiming = claim()
      .catch((error: unknown) => log.error({ error }, "the outbox could not be read"))
      .finally(() => {
        claiming = undefined;
        if (again) wake();
      });
  }

  async function claim(): Promise<void> {
    again = false;
    const room = AT_ONCE - underWay.size;
    if (room <= 0) return;
    for (const item of await store.claim(room, owner, LEASE_MS, clock())) {
      const sending = sendOne(parts, item)
        .catch((error: unknown) =>
          log.error({ error, correlation: item.correlation }, "a message could not be settled"),
        )
        .finally(() => {
          underWay.delete(sending);
          wake(); // the next message of this conversation may go now
        });
      underWay.add(sending);
    }
  }

  // Retries become due by time alone; nothing else would look.
  const timer = setInterval(wake, LOOK_AGAIN_MS);
  timer.unref();
  wake();
  return {
    wake,
    async settled() {
      while (claiming ?? underWay.size) await Promise.all([claiming, ...underWay]);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.all([claiming, ...underWay]);
    },
  };
}
