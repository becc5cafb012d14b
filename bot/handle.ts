import { decide } from "./domain/decide.ts";
import type { Answer, Decision, Saying } from "./domain/decision.ts";
import type { Incoming } from "./domain/incoming.ts";
import { lookUp, type LookUpParts } from "./lookUp.ts";
import type { Commit, OutboxMessage } from "../storage/store.ts";
import { personalConversation } from "./domain/conversation.ts";

export interface HandleParts extends LookUpParts {
  /** Called after a commit with messages, so that they leave at once. */
  readonly wakeOutbox: () => void;
}

/** How often a decision is made again because somebody else changed the same thing in between. */
const TRIES = 8;

/**
 * THE LINE: look up → decide → commit state, journal and outbox together → answer.
 * Teams hands an act in, cards are made from what comes out; no step calls back to an earlier one.
 */
export async function handle(parts: HandleParts, incoming: Incoming): Promise<Answer | undefined> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const view = await lookUp(parts, incoming);
    const decision = decide(incoming, view);
    if (changesNothing(decision)) return decision.answer;
    const outcome = await parts.store.commit(commitOf(decision, incoming, parts.newId));
    if (outcome.kind === "conflict") continue;
    if (outcome.kind === "unavailable") return NOT_STORED;
    if (outcome.kind === "replayed") return outcome.reply as Answer | undefined;
    if (decision.say.length > 0) parts.wakeOutbox();
    return decision.answer;
  }
  return NOT_STORED;
}

const NOT_STORED: Answer = { notice: { about: "refusal", why: "notStored" } };

function changesNothing(decision: Decision): boolean {
  return decision.changes.length === 0 && decision.say.length === 0;
}

/** Everything a decision changes, as the one unit that is stored or not. */
function commitOf(decision: Decision, incoming: Incoming, newId: () => string): Commit {
  const { act, capacity, why } = decision;
  return {
    key: incoming.key,
    changes: decision.changes,
    journal: { who: incoming.person.entraId, capacity, at: incoming.at, act, why },
    outbox: decision.say.map(({ to, notice, token, card }) => ({
      id: newId(),
      ...destination(to, incoming),
      notice,
      token,
      card,
      correlation: incoming.correlation,
    })),
    reply: decision.answer ?? null,
  };
}

function destination(
  to: Saying["to"],
  incoming: Incoming,
): Pick<OutboxMessage, "conversation" | "addressee"> {
  if (to === "here") return { conversation: incoming.conversation.id };
  if ("conversation" in to) return { conversation: to.conversation };
  return { conversation: personalConversation(to.entraId), addressee: to.entraId };
}
