import type { Instant } from "../domain/calendar.ts";

/** What the page and its back end say to each other. Types only: the browser gets nothing else from this folder. */

/** One role with the names of what it holds for; no names when it holds everywhere. */
export interface RoleLine {
  readonly role: string;
  readonly scopes: readonly string[];
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly RoleLine[];
}

export type ChatKind = "personal" | "group" | "channel";

export interface MessageView {
  /** Activity id at the connector. */
  readonly id: string;
  /** Rises by one for each message in the room: order, and what counts as unread. */
  readonly seq: number;
  /** Raised when the bot edits the message; personal views of the older card are then gone. */
  readonly revision: number;
  /** Id of the post this answers, in a channel; absent for the post itself. */
  readonly thread?: string | undefined;
  /** Person id; absent when the bot wrote it. */
  readonly from?: string | undefined;
  readonly at: Instant;
  readonly text: string;
  readonly format: "plain" | "markdown";
  /** Adaptive Cards as the bot sent them, seen by everybody in the chat. */
  readonly cards: readonly unknown[];
  /** Card that took the place of the first one for one person: person id → card. */
  readonly personal: Readonly<Record<string, unknown>>;
  readonly deleted: boolean;
  /** Set when the bot's endpoint did not take the message: HTTP status, or what went wrong. */
  readonly undelivered?: string | undefined;
}

export interface ChatView {
  readonly id: string;
  readonly kind: ChatKind;
  readonly title: string;
  /** Person ids. */
  readonly members: readonly string[];
  readonly messages: readonly MessageView[];
  /** Person id → `seq` of the last message seen. */
  readonly seen: Readonly<Record<string, number>>;
}

/** Answer of `GET /practice/state`. */
export interface PracticeState {
  readonly botName: string;
  readonly now: Instant;
  readonly people: readonly PersonView[];
  readonly chats: readonly ChatView[];
}

/** What `GET /practice/events` sends, one JSON object per event. */
export type PracticeEvent =
  | { readonly type: "message"; readonly chat: string; readonly message: MessageView; readonly now: Instant }
  | { readonly type: "seen"; readonly chat: string; readonly person: string; readonly seq: number }
  | { readonly type: "typing"; readonly chat: string }
  | { readonly type: "clock"; readonly now: Instant };

/** What became of a press or a refresh, as the person's Teams would show it. */
export type PressOutcome =
  | { readonly kind: "card" }
  | { readonly kind: "message"; readonly text: string }
  /** The bot took it and has nothing to show. */
  | { readonly kind: "nothing" }
  | {
      readonly kind: "failed";
      readonly why: "noAnswer" | "status" | "refused";
      readonly text?: string | undefined;
    };

/** A button as the card describes it; `data` already holds what was filled in. */
export type PressedAction =
  | {
      readonly type: "Action.Execute";
      readonly id?: string;
      readonly title?: string;
      readonly verb?: string;
      readonly data?: unknown;
    }
  | { readonly type: "Action.Submit"; readonly title?: string; readonly data?: unknown };

export interface SearchHit {
  readonly title: string;
  readonly value: string;
}

export type SearchOutcome =
  | { readonly kind: "results"; readonly results: readonly SearchHit[] }
  | { readonly kind: "failed"; readonly why: "noAnswer" | "status" | "refused" };
