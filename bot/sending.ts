import type { Instant } from "./domain/calendar.ts";
import type { Delivered, OutboxParts } from "./outbox.ts";
import { putRow } from "./putRow.ts";
import { giveUp, markUnreachable, serveInstead } from "./undelivered.ts";
import { StoreUnavailable, type OutboxItem, type SendOutcome } from "../storage/store.ts";

const MOST_TRIES = 8;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** Somebody whose message may not have arrived is reminded once, when they have not acted by then. */
const REMIND_AFTER_MS = 60 * 60_000;

/** Sends one message, and settles what became of it. */
export async function sendOne(parts: OutboxParts, item: OutboxItem): Promise<void> {
  const { store, clock, log } = parts;
  if (item.unknown && (await hasActed(parts, item))) {
    return store.settle(item.id, { kind: "sent" }, clock());
  }
  const { result, stood } = await deliver(parts, item);
  const outcome = outcomeOf(item, result, stood, clock(), parts.chance());
  parts.metrics.send(outcome.kind);
  if (result.kind === "unreachable") {
    await markUnreachable(parts, item.conversation, result.why);
    await serveInstead(parts, item);
  }
  await store.settle(item.id, outcome, clock());
  if (outcome.kind === "dead") {
    log.error({ correlation: item.correlation, why: outcome.why }, "gave up on a message");
    await giveUp(parts, item);
  }
}

/** Also tells at which activity the message's card stood before. */
async function deliver(
  parts: OutboxParts,
  item: OutboxItem,
): Promise<{ readonly result: Delivered; readonly stood: string | undefined }> {
  const { store, messenger, log } = parts;
  const [conversation, delivery] = await Promise.all([
    store.get("conversation", item.conversation),
    item.card === undefined ? undefined : store.get("delivery", item.card),
  ]);
  const stood = delivery?.row.activityId;
  const result = await messenger
    .deliver(item, conversation?.row, stood)
    .catch((error: unknown): Delivered => {
      // What it shows cannot be read just now.
      if (error instanceof StoreUnavailable) return { kind: "refused", why: error.message };
      // What it shows may have left the register. Left unsettled it would hold up its conversation for good.
      log.error({ error, correlation: item.correlation }, "a message could not be made");
      return { kind: "failed", why: "the message could not be made" };
    });
  if (result.kind === "sent" && result.opened) {
    const { opened } = result;
    // Before it is settled: opening again would be harmless, and this comes once per person.
    // Who wrote at the same moment is known already, with the address they wrote from.
    await putRow(parts, "conversation", item.conversation, (known) =>
      known?.connectorId ? undefined : opened,
    );
  }
  return { result, stood };
}

/** Whether the person has done what the message asked: what its buttons stand for has moved on since. */
async function hasActed({ store }: OutboxParts, item: OutboxItem): Promise<boolean> {
  const token = item.token === undefined ? undefined : (await store.get("token", item.token))?.row;
  if (!token) return false;
  const current = await store.get(token.subject.kind, token.subject.id);
  return current === undefined || current.version > token.version;
}

function outcomeOf(
  item: OutboxItem,
  result: Delivered,
  stood: string | undefined,
  now: Instant,
  chance: number,
): SendOutcome {
  switch (result.kind) {
    case "sent":
      return sent(item, result.activityId, stood);
    case "unknown":
      if (item.unknown)
        return { kind: "dead", why: `the reminder may not have arrived either: ${result.why}` };
      return { kind: "unknown", remindAt: later(now, REMIND_AFTER_MS), why: result.why };
    case "unreachable":
      return { kind: "dead", why: `nothing can be sent there: ${result.why}` };
    case "failed":
      return { kind: "dead", why: result.why };
    case "refused": {
      if (item.attempts + 1 >= MOST_TRIES)
        return { kind: "dead", why: `refused ${MOST_TRIES} times: ${result.why}` };
      // With jitter: many that were refused together do not come back together.
      const pause =
        result.retryAfterMs === undefined
          ? chance * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** item.attempts)
          : result.retryAfterMs * (1 + 0.1 * chance);
      return { kind: "retry", notBefore: later(now, pause), why: result.why };
    }
  }
}

/** With where the card stands now, unless it is where it stood. */
function sent(
  { card, conversation }: OutboxItem,
  activityId: string | undefined,
  stood: string | undefined,
): SendOutcome {
  if (card === undefined || activityId === undefined || activityId === stood)
    return { kind: "sent", activityId };
  return { kind: "sent", activityId, delivery: { id: card, conversation, activityId } };
}

function later(now: Instant, ms: number): Instant {
  return new Date(Date.parse(now) + Math.ceil(ms)).toISOString();
}
