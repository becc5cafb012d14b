import type { Change, Versioned } from "./commit.ts";
import type { Conversation } from "./conversation.ts";
import type { CardId } from "./delivery.ts";
import type { Incoming } from "./incoming.ts";
import type { Reader } from "./language/reading.ts";
import type { Notice } from "./notice.ts";
import type { Official } from "./official.ts";
import type { OwnershipRule } from "./ownership.ts";
import type { Proposal } from "./proposal.ts";
import type { AwaitingKern, Question } from "./question.ts";
import type { Register } from "./register.ts";
import type { CardToken, TokenId } from "./token.ts";

/** Everything a decision may know. Looked up before, never during. */
export interface View {
  readonly register: Register;
  readonly reader: Reader;
  /** The person in the register; absent for somebody who is not in it. */
  readonly official?: Official | undefined;
  readonly conversation?: Versioned<Conversation> | undefined;
  /** The question in this conversation that waits for this person's answer. */
  readonly waiting?: Versioned<AwaitingKern> | undefined;
  /** What the pressed button stands for; absent when the token was never issued. */
  readonly pressed?: Pressed | undefined;
  /** Every ownership rule with its version; looked up only when a proposal is decided, else empty. */
  readonly rules: readonly Versioned<OwnershipRule>[];
  /** Makes an unguessable id of 128 bits. */
  readonly newId: () => string;
}

export type Pressed = { readonly token: CardToken } & (
  | { readonly kind: "question"; readonly current: Versioned<Question> }
  | { readonly kind: "proposal"; readonly current: Versioned<Proposal> }
);

/** A message that must go out because of a decision. */
export interface Saying {
  /** "here" is the conversation it came from; otherwise the person's own conversation with the bot. */
  readonly to: "here" | { readonly entraId: string };
  readonly notice: Notice;
  readonly token?: TokenId | undefined;
  /** Set when this message is a card that later messages replace in place. */
  readonly card?: CardId | undefined;
}

/** What the presser sees in place of the card they pressed. */
export interface Answer {
  readonly notice: Notice;
  readonly token?: TokenId | undefined;
}

/** What will change and who hears of it. Plain data: nothing has happened yet. */
export interface Decision {
  readonly changes: readonly Change[];
  readonly say: readonly Saying[];
  /** For a press: the card or sentence that answers it. */
  readonly answer?: Answer | undefined;
  /** For the journal: one word, the capacity acted in, and the reason as somebody would read it back. */
  readonly act: string;
  readonly capacity: string;
  readonly why: string;
}

/** A decision that changes nothing and only answers: in the chat for a message, to the presser for a press. */
export function justAnswer(incoming: Incoming, notice: Notice, why: string): Decision {
  const pressed = incoming.act.kind === "press";
  return {
    changes: [],
    say: pressed ? [] : [{ to: "here", notice }],
    answer: pressed ? { notice } : undefined,
    act: "answer",
    capacity: "",
    why,
  };
}
