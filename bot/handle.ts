import type { Instant } from "./domain/calendar.ts";
import { decide } from "./domain/decide.ts";
import { decideTime } from "./domain/decideTime.ts";
import { changesNothing, type Answer, type Decision, type Saying } from "./domain/decision.ts";
import type { Incoming } from "./domain/incoming.ts";
import type { Metrics } from "./metrics.ts";
import type { Timer } from "./domain/timer.ts";
import { lookUp, lookUpTime, type LookUpParts } from "./lookUp.ts";
import type { Commit, OutboxMessage } from "../storage/store.ts";
import { personalConversation, type ConversationId } from "./domain/conversation.ts";

export interface HandleParts extends LookUpParts {
  /** Called after a commit with messages, so that they leave at once. */
  readonly wakeOutbox: () => void;
  readonly metrics: Metrics;
}

/**
 * How often a decision is made again because somebody else changed the same thing in between. Of those who contend one
 * gets through each time, so this many may draw on one team or one series of numbers at the same moment.
 */
const TRIES = 64;

/**
 * THE LINE: look up → decide → commit state, journal and outbox together → answer.
 * Teams hands an act in, cards are made from what comes out; no step calls back to an earlier one.
 */
export async function handle(parts: HandleParts, incoming: Incoming): Promise<Answer | undefined> {
  const cause = { ...incoming, who: incoming.person.entraId, here: incoming.conversation.id };
  return carryOut(parts, cause, async () => decide(incoming, await lookUp(parts, incoming)));
}

/** The same line for a moment that has come: nobody acts, and nobody is answered. */
export async function handleTime(parts: HandleParts, timer: Timer, at: Instant): Promise<void> {
  const cause = { key: `timer ${timer.id} ${timer.at}`, at, correlation: parts.newId(), who: "kernwijzer" };
  await carryOut(parts, cause, async () => decideTime(await lookUpTime(parts, timer, at)));
}

/** What makes a decision happen: who or what, when, and where an answer "here" would go. */
interface Cause {
  readonly key: string;
  readonly at: Instant;
  readonly correlation: string;
  readonly who: string;
  readonly here?: ConversationId;
}

async function carryOut(
  parts: HandleParts,
  cause: Cause,
  decideNow: () => Promise<Decision>,
): Promise<Answer | undefined> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const decision = await decideNow();
    if (changesNothing(decision)) return decision.answer;
    const outcome = await parts.store.commit(commitOf(decision, cause, parts.newId));
    parts.metrics.commit(outcome.kind);
    // Somebody was first: decide again on what is there now.
    if (outcome.kind === "conflict" || outcome.kind === "overCeiling") continue;
    if (outcome.kind === "unavailable") return NOT_STORED;
    if (outcome.kind === "replayed") return outcome.reply as Answer | undefined;
    if (decision.say.length > 0) parts.wakeOutbox();
    return decision.answer;
  }
  return NOT_STORED;
}

const NOT_STORED: Answer = { notice: { about: "refusal", why: "notStored" } };

/** Everything a decision changes, as the one unit that is stored or not. */
function commitOf(decision: Decision, cause: Cause, newId: () => string): Commit {
  const { act, capacity, why } = decision;
  return {
    key: cause.key,
    changes: decision.changes,
    moves: decision.moves,
    journal: { who: cause.who, capacity, at: cause.at, act, why },
    outbox: decision.say.map(({ to, notice, token, card }) => ({
      id: newId(),
      ...destination(to, cause.here),
      notice,
      token,
      card,
      correlation: cause.correlation,
    })),
    reply: decision.answer ?? null,
  };
}

function destination(
  to: Saying["to"],
  here: ConversationId | undefined,
): Pick<OutboxMessage, "conversation" | "addressee"> {
  if (to === "here") {
    if (here === undefined) throw new Error("time answers nobody: there is no conversation here");
    return { conversation: here };
  }
  if ("conversation" in to) return { conversation: to.conversation };
  return { conversation: personalConversation(to.entraId), addressee: to.entraId };
}
