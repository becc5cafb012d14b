import type { ChatView, PersonView, PressOutcome } from "../view.ts";
import type { Seat } from "./address.ts";
import * as api from "./api.ts";
import { avatar, botAvatar, chatAvatar } from "./avatar.ts";
import { chatList, titleOf } from "./chatList.ts";
import { compose } from "./compose.ts";
import { Conversation } from "./conversation.ts";
import { el, icon } from "./element.ts";
import { rolesOf } from "./format.ts";
import type { Change, Model } from "./model.ts";
import { personSelect, type PersonSelect } from "./personSelect.ts";
import { texts } from "./texts.ts";
import { Toasts } from "./toast.ts";

const TYPING_MS = 6_000;

export interface ColumnHooks {
  readonly chosen: (chat: string) => void;
  readonly replaceBy: (person: string) => void;
  readonly close: () => void;
}

/** One person's Teams: who it is, their chats, the open chat, the box to type in. */
export class Column {
  readonly person: string;
  readonly element: HTMLElement;
  readonly #model: Model;
  readonly #hooks: ColumnHooks;
  readonly #toasts = new Toasts();
  readonly #main = el("div", { class: "chat" });
  readonly #list: ReturnType<typeof chatList>;
  readonly #others: PersonSelect;
  readonly #typing: HTMLElement;
  #chat: string;
  #conversation: Conversation | undefined;
  #opened = "";
  #opening = false;
  #typingUntil: ReturnType<typeof setTimeout> | undefined;

  constructor(model: Model, person: PersonView, seat: Seat, hooks: ColumnHooks) {
    this.#model = model;
    this.person = person.id;
    this.#chat = seat.chat;
    this.#hooks = hooks;
    this.#typing = el("p", { class: "typing", role: "status" });
    this.#list = chatList(
      model,
      person.id,
      () => this.#chat,
      (chat) => this.show(chat),
    );
    const label = texts.switchPerson(person.name);
    this.#others = personSelect(model, { label, icon: "down", chosen: (id) => hooks.replaceBy(id) });
    this.element = el(
      "section",
      { class: "column", "aria-label": person.name },
      personHeader(person, this.#others.element, () => hooks.close()),
      el("div", { class: "teams" }, this.#list.element, this.#main),
      this.#toasts.element,
    );
    this.#others.update([this.person]);
    this.show(seat.chat);
  }

  get seat(): Seat {
    return { person: this.person, chat: this.#chat };
  }

  /** Opens a chat in this column. */
  show(chatId: string): void {
    const chat = this.#model.chat(chatId);
    if (chat === undefined) return;
    this.#chat = chatId;
    this.#opened = "";
    const title = titleOf(this.#model, chat);
    this.#conversation = new Conversation(this.#model, this.person, chat, title, {
      press: (message, action) => this.#press(message, action),
      search: (message, text, dataset) => api.search(this.seat, message, text, dataset),
      reply: (text, thread) => this.#say(text, thread),
    });
    const box = compose({
      label: chat.kind === "personal" ? texts.composePersonal(title) : texts.composeIn(title),
      placeholder: chat.kind === "personal" ? texts.composePersonal(title) : texts.newMessage,
      sendLabel: texts.send,
      mention: chat.kind === "personal" ? undefined : this.#model.botName,
      send: (text) => this.#say(text),
    });
    this.#main.replaceChildren(chatHeader(chat, title), this.#conversation.element, this.#typing, box);
    this.#list.update();
    this.#conversation.toEnd();
    this.#hooks.chosen(chatId);
    this.look();
  }

  update({ chat, typing }: Change): void {
    this.#list.update();
    this.#others.update([this.person]);
    if (chat !== undefined && chat !== this.#chat) return;
    if (typing === true) return this.#showTyping();
    const last = this.#model.chat(this.#chat)?.messages.at(-1);
    if (last !== undefined && last.from === undefined) this.#typing.textContent = "";
    this.#conversation?.update();
    this.look();
  }

  /** Tells the back end what this person has in front of them, when they do: unread goes, cards refresh. */
  look(): void {
    const chat = this.#model.chat(this.#chat);
    const inSight = document.visibilityState === "visible" && this.element.checkVisibility();
    if (chat === undefined || !inSight || this.#opening) return;
    const last = chat.messages.at(-1)?.seq ?? 0;
    const edits = chat.messages.reduce((sum, message) => sum + message.revision, 0);
    const state = `${chat.id} ${String(last)} ${String(edits)}`;
    if (state === this.#opened) return;
    this.#opened = state;
    this.#opening = true;
    void api.open(this.seat).then(() => {
      this.#opening = false;
      this.look();
    });
  }

  async #say(text: string, thread?: string): Promise<boolean> {
    const sent = await api.say(this.seat, text, thread);
    if (!sent) this.#toasts.fail(texts.notSent);
    return sent;
  }

  async #press(message: string, action: Parameters<typeof api.press>[2]): Promise<void> {
    this.#report(await api.press(this.seat, message, action));
  }

  #report(outcome: PressOutcome): void {
    if (outcome.kind === "message") this.#toasts.tell(outcome.text);
    if (outcome.kind === "failed") this.#toasts.fail(outcome.text ?? texts.failed[outcome.why]);
  }

  #showTyping(): void {
    this.#typing.textContent = texts.typing(this.#model.botName);
    clearTimeout(this.#typingUntil);
    this.#typingUntil = setTimeout(() => {
      this.#typing.textContent = "";
    }, TYPING_MS);
  }
}

function personHeader({ id, name, roles }: PersonView, others: HTMLElement, close: () => void): HTMLElement {
  const line = rolesOf(roles);
  const label = texts.closePerson(name);
  return el(
    "header",
    { class: "person" },
    avatar(id, name),
    el(
      "div",
      { class: "who" },
      el("h2", {}, name),
      line === "" ? undefined : el("p", { class: "roles", title: rolesOf(roles, 30) }, line),
    ),
    others,
    el(
      "button",
      { type: "button", class: "quiet close", "aria-label": label, title: label, onclick: close },
      icon("close"),
    ),
  );
}

function chatHeader(chat: ChatView, title: string): HTMLElement {
  const members = chat.kind === "personal" ? "" : ` · ${texts.members(chat.members.length)}`;
  return el(
    "header",
    { class: "chat-header" },
    chat.kind === "personal" ? botAvatar() : chatAvatar(chat.id, title),
    el("h3", {}, title),
    el("p", {}, `${texts.kind[chat.kind]}${members}`),
  );
}
