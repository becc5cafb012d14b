import type { ChatView, MessageView, PersonView, PracticeEvent, PracticeState } from "../view.ts";

/** What changed, for whoever draws it. Without a chat: everything. */
export type Change = { readonly chat?: string; readonly typing?: boolean };

/** The room as this page knows it: a loaded state, kept up by events. */
export class Model {
  #state: PracticeState;
  #chats = new Map<string, ChatView>();
  readonly #listeners = new Set<(change: Change) => void>();

  constructor(state: PracticeState) {
    this.#state = state;
    this.load(state);
  }

  get botName(): string {
    return this.#state.botName;
  }

  get now(): string {
    return this.#state.now;
  }

  get people(): readonly PersonView[] {
    return this.#state.people;
  }

  /** Takes over a whole state: at the start, and after the line was gone. */
  load(state: PracticeState): void {
    this.#state = state;
    this.#chats = new Map(state.chats.map((chat) => [chat.id, chat]));
    this.#tell({});
  }

  apply(event: PracticeEvent): void {
    if (event.type === "clock") return this.#setNow(event.now);
    const chat = this.#chats.get(event.chat);
    if (chat === undefined) return;
    if (event.type === "typing") return this.#tell({ chat: chat.id, typing: true });
    if (event.type === "seen") {
      this.#chats.set(chat.id, { ...chat, seen: { ...chat.seen, [event.person]: event.seq } });
    } else {
      this.#chats.set(chat.id, {
        ...chat,
        messages: withMessage(chat.messages, event.message),
        seen: seenBy(chat, event.message),
      });
      this.#setNow(event.now);
    }
    this.#tell({ chat: chat.id });
  }

  person(id: string): PersonView | undefined {
    return this.people.find((person) => person.id === id);
  }

  chat(id: string): ChatView | undefined {
    return this.#chats.get(id);
  }

  /** The chats of one person: with the bot first, then groups, then channels. */
  chatsOf(person: string): readonly ChatView[] {
    const kinds = ["personal", "group", "channel"];
    return [...this.#chats.values()]
      .filter((chat) => chat.members.includes(person))
      .toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
  }

  unread(person: string, chat: ChatView): number {
    const seen = chat.seen[person] ?? 0;
    return chat.messages.filter((one) => one.seq > seen && one.from !== person && !one.deleted).length;
  }

  /** Unread in the chat with the bot: what waits for this person and nobody else. */
  waitingFor(person: string): number {
    return this.chatsOf(person).reduce(
      (sum, chat) => sum + (chat.kind === "personal" ? this.unread(person, chat) : 0),
      0,
    );
  }

  unreadOf(person: string): number {
    return this.chatsOf(person).reduce((sum, chat) => sum + this.unread(person, chat), 0);
  }

  onChange(listener: (change: Change) => void): void {
    this.#listeners.add(listener);
  }

  #setNow(now: string): void {
    if (now === this.#state.now) return;
    this.#state = { ...this.#state, now };
    this.#tell({ chat: "" });
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function withMessage(messages: readonly MessageView[], message: MessageView): readonly MessageView[] {
  const at = messages.findIndex((one) => one.id === message.id);
  return at < 0 ? [...messages, message] : messages.with(at, message);
}

/** Whoever writes has seen the chat up to there. */
function seenBy(chat: ChatView, { from, seq }: MessageView): ChatView["seen"] {
  return from === undefined ? chat.seen : { ...chat.seen, [from]: Math.max(chat.seen[from] ?? 0, seq) };
}
