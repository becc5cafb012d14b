import type { Instant } from "../domain/calendar.ts";
import type { ChatSeed, Person, PracticeSeed } from "./seed.ts";
import type { ChatView, MessageView, PracticeEvent, PracticeState } from "./view.ts";

/** Messages kept per chat; older ones drop off. */
const KEPT = 500;

interface Chat {
  readonly seed: ChatSeed;
  readonly messages: MessageView[];
  readonly seen: Map<string, number>;
}

/** A message before the room gave it its id and place. */
export type Draft = Pick<MessageView, "text" | "format" | "cards"> & {
  readonly from?: string | undefined;
  readonly thread?: string | undefined;
};

/** Who and what is in the practice room. In memory only; every change is told to the listeners. */
export class Room {
  readonly people: readonly Person[];
  readonly #chats: Map<string, Chat>;
  readonly #now: () => Instant;
  readonly #listeners = new Set<(event: PracticeEvent) => void>();
  #seq = 0;
  #lastId = 0;

  constructor(seed: PracticeSeed, now: () => Instant) {
    this.people = seed.people;
    this.#chats = new Map(seed.chats.map((chat) => [chat.id, { seed: chat, messages: [], seen: new Map() }]));
    this.#now = now;
  }

  person(id: string): Person | undefined {
    return this.people.find((one) => one.id === id);
  }

  chat(id: string): ChatSeed | undefined {
    return this.#chats.get(id)?.seed;
  }

  get chats(): readonly ChatSeed[] {
    return [...this.#chats.values()].map((chat) => chat.seed);
  }

  message(chat: string, id: string): MessageView | undefined {
    return this.#chats.get(chat)?.messages.find((message) => message.id === id);
  }

  messages(chat: string): readonly MessageView[] {
    return this.#chats.get(chat)?.messages ?? [];
  }

  /** Everything the page needs to start from. */
  state(botName: string): PracticeState {
    return {
      botName,
      now: this.#now(),
      people: this.people.map(({ id, name, roles }) => ({ id, name, roles })),
      chats: [...this.#chats.values()].map(viewOf),
    };
  }

  /** Activity ids at Teams are milliseconds; a clock that stands still must not repeat them. */
  nextActivityId(): string {
    this.#lastId = Math.max(Date.parse(this.#now()), this.#lastId + 1);
    return String(this.#lastId);
  }

  add(chat: string, draft: Draft, id = this.nextActivityId()): MessageView {
    const to = this.#known(chat);
    const { text, format, cards, from, thread } = draft;
    const at = this.#now();
    this.#seq += 1;
    const message: MessageView = {
      id,
      seq: this.#seq,
      revision: 0,
      thread,
      from,
      at,
      text,
      format,
      cards,
      personal: {},
      deleted: false,
    };
    to.messages.push(message);
    if (to.messages.length > KEPT) to.messages.splice(0, to.messages.length - KEPT);
    if (from !== undefined) to.seen.set(from, message.seq);
    this.#tell({ type: "message", chat, message, now: at });
    return message;
  }

  /** What the bot changes for everybody: personal views of the older card are dropped. */
  edit(chat: string, id: string, draft: Pick<Draft, "text" | "format" | "cards">): void {
    this.#replace(chat, id, (old) => ({ ...old, ...draft, revision: old.revision + 1, personal: {} }));
  }

  remove(chat: string, id: string): void {
    this.#replace(chat, id, (old) => ({ ...old, text: "", cards: [], personal: {}, deleted: true }));
  }

  /** Puts a card in the place of the first one, for one person only. */
  showTo(chat: string, id: string, person: string, card: unknown): void {
    this.#replace(chat, id, (old) => ({ ...old, personal: { ...old.personal, [person]: card } }));
  }

  markUndelivered(chat: string, id: string, why: string): void {
    this.#replace(chat, id, (old) => ({ ...old, undelivered: why }));
  }

  /** The person has the chat in front of them: nothing in it is unread. */
  markSeen(chat: string, person: string): void {
    const at = this.#known(chat);
    const seq = at.messages.at(-1)?.seq ?? 0;
    if ((at.seen.get(person) ?? 0) >= seq) return;
    at.seen.set(person, seq);
    this.#tell({ type: "seen", chat, person, seq });
  }

  tellTime(): void {
    this.#tell({ type: "clock", now: this.#now() });
  }

  tellTyping(chat: string): void {
    this.#tell({ type: "typing", chat });
  }

  /** Tells every change from now on; the answer ends it. */
  subscribe(listener: (event: PracticeEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #replace(chat: string, id: string, change: (old: MessageView) => MessageView): void {
    const { messages } = this.#known(chat);
    const index = messages.findIndex((message) => message.id === id);
    const old = messages[index];
    // Dropped off meanwhile: there is nothing left to show it on.
    if (old === undefined) return;
    const message = change(old);
    messages[index] = message;
    this.#tell({ type: "message", chat, message, now: this.#now() });
  }

  #known(chat: string): Chat {
    const found = this.#chats.get(chat);
    if (found === undefined) throw new Error(`The practice room has no chat ${chat}`);
    return found;
  }

  #tell(event: PracticeEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

function viewOf({ seed, messages, seen }: Chat): ChatView {
  const { id, kind, title, members } = seed;
  return { id, kind, title, members, messages, seen: Object.fromEntries(seen) };
}
