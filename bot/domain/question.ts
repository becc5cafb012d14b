import type { Day, Instant } from "./calendar.ts";
import type { ConversationId } from "./conversation.ts";
import type { KernId } from "./kern.ts";
import type { TopicCandidate } from "./language/reading.ts";

export type QuestionId = string;

interface Asked {
  readonly id: QuestionId;
  /** Entra object id of the asker. */
  readonly askedBy: string;
  readonly conversation: ConversationId;
  /** The message that asked, by its id at the connector; absent when it had none. */
  readonly message?: string | undefined;
  readonly askedAt: Instant;
  /** What may be meant, best first. The typed sentence itself is not kept: it may name residents. */
  readonly topics: readonly TopicCandidate[];
  /** Whether the first topic stands out; if not, the second is shown beside it. */
  readonly certain: boolean;
  /** Whether the sentence spoke of danger: the answer then starts with whom to call now. */
  readonly danger: boolean;
}

/** Waits for one answer: which kern is meant? */
export interface AwaitingKern extends Asked {
  readonly status: "awaitingKern";
  /** Kernen offered as buttons, at most three; with none the full list is offered. */
  readonly options: readonly KernId[];
}

/** Answered from the register. What was found is worked out again when shown, from `topics[0]`, `kern` and `day`. */
export interface AnsweredFromStore extends Asked {
  readonly status: "answeredFromStore";
  readonly kern?: KernId | undefined;
  readonly day: Day;
}

/** Nothing in the catalogue fits: said so, with the best next step. */
export interface NotKnown extends Asked {
  readonly status: "notKnown";
  readonly kern?: KernId | undefined;
}

/** The asker went on to something else before saying which kern. */
export interface Dropped extends Asked {
  readonly status: "dropped";
}

/**
 * A question to the register.
 *
 *   ask ─┬─▶ answeredFromStore ◀─┐
 *        ├─▶ awaitingKern ──────┤ kern chosen, by button or by typing
 *        │        └──▶ dropped   │ something else was asked
 *        └─▶ notKnown ──────────▶ topic chosen from the catalogue: as if that was asked
 *
 *   Whatever its status, a question is asked again when its message is edited.
 */
export type Question = AwaitingKern | AnsweredFromStore | NotKnown | Dropped;
