import type { AccessRequest } from "./accessRequest.ts";
import type { Account } from "./account.ts";
import type { Change, Versioned } from "./commit.ts";
import type { Conversation, ConversationId } from "./conversation.ts";
import type { CardId } from "./delivery.ts";
import type { Work } from "./dossier/work.ts";
import type { Incoming, Press } from "./incoming.ts";
import type { Kernbudget } from "./kernbudget/kernbudget.ts";
import type { Reader, Reading } from "./language/reading.ts";
import type { Notice } from "./notice.ts";
import type { Official } from "./official.ts";
import type { OwnershipRule } from "./ownership.ts";
import type { Refusal } from "./refusal.ts";
import type { AwaitingKern, Question } from "./question.ts";
import type { PotMove } from "./pot.ts";
import type { Register } from "./register.ts";
import type { Rows } from "./rows.ts";
import type { CardToken, SubjectKind, TokenId } from "./token.ts";
import type { VakteamChannels } from "./vakteamChannel.ts";

/** Everything a decision may know. Looked up before, never during. */
export interface View {
  readonly register: Register;
  readonly reader: Reader;
  /** The person in the register; absent for somebody who is not in it. */
  readonly official?: Official | undefined;
  /** What is remembered of the person's id at Teams. */
  readonly account?: Versioned<Account> | undefined;
  /** Whether somebody who is not in the register is a guest; absent for who is, and when nobody could tell. */
  readonly guest?: boolean | undefined;
  /** What became of the request of somebody who is not in the register; absent for who is, and who is new. */
  readonly access?: Versioned<AccessRequest> | undefined;
  readonly conversation?: Versioned<Conversation> | undefined;
  /** The channel around a thread, by itself. */
  readonly channel?: Versioned<Conversation> | undefined;
  /** Every conversation that ends when the bot is removed from somewhere; else empty. */
  readonly ending: readonly Versioned<Conversation>[];
  readonly vakteamChannels: VakteamChannels;
  /** The question in this conversation that waits for this person's answer. */
  readonly waiting?: Versioned<AwaitingKern> | undefined;
  /** The question that an edited message asked. */
  readonly edited?: Versioned<Question> | undefined;
  /** What the message is understood to say; absent for anything but words. */
  readonly reading?: Reading | undefined;
  /** What the pressed button stands for; absent when the token was never issued. */
  readonly pressed?: Pressed | undefined;
  /** The official that was chosen on the card of a request for access. */
  readonly chosen?: Versioned<Official> | undefined;
  /** The work in hand; looked up only for officials, and for acts that are about work. */
  readonly work?: Work | undefined;
  /** Every ownership rule with its version; looked up only when a proposal is decided, else empty. */
  readonly rules: readonly Versioned<OwnershipRule>[];
  /** The money for plans; looked up only for acts that are about it. */
  readonly kernbudget?: Kernbudget | undefined;
  /** A hash of a text, in hexadecimal. */
  readonly digest: (text: string) => string;
  /** Makes an unguessable id of 128 bits. */
  readonly newId: () => string;
}

/** The row a pressed button acts on, as it stands now. */
export type Pressed = {
  readonly [K in SubjectKind]: {
    readonly kind: K;
    readonly token: CardToken;
    readonly current: Versioned<Rows[K]>;
  };
}[SubjectKind];

/** A message that must go out because of a decision. */
export interface Saying {
  /** "here" is the conversation it came from; a person is told in their own conversation with the bot. */
  readonly to: "here" | { readonly entraId: string } | { readonly conversation: ConversationId };
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
  /** What happens to money, judged by the store in the same commit. */
  readonly moves?: readonly PotMove[] | undefined;
  readonly say: readonly Saying[];
  /** For a press: the card or sentence that answers it. */
  readonly answer?: Answer | undefined;
  /** For the journal: one word, the capacity acted in, and the reason as somebody would read it back. */
  readonly act: string;
  readonly capacity: string;
  readonly why: string;
}

/** Whether there is nothing to store: the decision only answers a press, or ignores what happened. */
export function changesNothing(decision: Decision): boolean {
  return decision.changes.length === 0 && decision.say.length === 0;
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

/** An act that is a press, for the functions that decide on one. */
export type Pressing = Incoming & { readonly act: Press };

/** A refusal: nothing changes, and the person reads why. */
export function refuse(incoming: Incoming, why: Refusal): Decision {
  return justAnswer(incoming, { about: "refusal", why }, why);
}
