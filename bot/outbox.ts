import type { Instant } from "./domain/calendar.ts";
import type { Conversation } from "./domain/conversation.ts";
import type { Log } from "./log.ts";
import type { OutboxItem, SendOutcome, Store } from "../storage/store.ts";

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
  /** Surely not delivered: may be sent again. */
  | { readonly kind: "refused"; readonly retryAfterMs?: number | undefined; readonly why: string }
  /** May or may not have arrived, or never will: not sent again. */
  | { readonly kind: "failed"; readonly why: string };

export interface OutboxParts {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly clock: () => Instant;
  readonly log: Log;
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

const AT_ONCE = 64;
const LEASE_MS = 60_000;
const MOST_TRIES = 8;
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
      const sending = send(parts, item)
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

async function send(parts: OutboxParts, item: OutboxItem): Promise<void> {
  const { store, messenger, clock, log } = parts;
  const [conversation, delivery] = await Promise.all([
    store.get("conversation", item.conversation),
    item.card === undefined ? undefined : store.get("delivery", item.card),
  ]);
  const result = await messenger
    .deliver(item, conversation?.row, delivery?.row.activityId)
    .catch((error: unknown): Delivered => {
      // What it shows may have left the register. Left unsettled it would hold up its conversation for good.
      log.error({ error, correlation: item.correlation }, "a message could not be made");
      return { kind: "failed", why: "the message could not be made" };
    });
  const now = clock();
  if (result.kind === "sent")
    await remember(parts, item, result, conversation?.version ?? 0, delivery?.version ?? 0);
  const outcome = outcomeOf(item, result, now);
  if (outcome.kind === "dead")
    log.error({ correlation: item.correlation, why: outcome.why }, "gave up on a message");
  await store.settle(item.id, outcome, now);
}

/** Keeps where a card stands and a conversation that was opened for this message. */
async function remember(
  parts: OutboxParts,
  item: OutboxItem,
  sent: Delivered & { kind: "sent" },
  conversationVersion: number,
  deliveryVersion: number,
): Promise<void> {
  const { card, conversation } = item;
  const row =
    card !== undefined && sent.activityId !== undefined && deliveryVersion === 0
      ? { id: card, conversation, activityId: sent.activityId }
      : undefined;
  if (!row && !sent.opened) return;
  const outcome = await parts.store.commit({
    changes: [
      ...(row ? [{ collection: "delivery", id: row.id, expect: 0, row } as const] : []),
      ...(sent.opened
        ? [
            {
              collection: "conversation",
              id: conversation,
              expect: conversationVersion,
              row: sent.opened,
            } as const,
          ]
        : []),
    ],
    journal: { who: "kernwijzer", capacity: "", at: parts.clock(), act: "deliver", why: "message delivered" },
    outbox: [],
    reply: null,
  });
  // The person wrote at the same moment, so the conversation is known already; only a later update is lost.
  if (outcome.kind !== "committed")
    parts.log.warn({ card, outcome: outcome.kind }, "a delivery was not remembered");
}

function outcomeOf(item: OutboxItem, result: Delivered, now: Instant): SendOutcome {
  switch (result.kind) {
    case "sent":
      return { kind: "sent", activityId: result.activityId };
    case "failed":
      return { kind: "dead", why: result.why };
    case "refused": {
      if (item.attempts + 1 >= MOST_TRIES)
        return { kind: "dead", why: `refused ${MOST_TRIES} times: ${result.why}` };
      const wait = result.retryAfterMs ?? 500 * 2 ** item.attempts;
      return { kind: "retry", notBefore: new Date(Date.parse(now) + wait).toISOString(), why: result.why };
    }
  }
}
