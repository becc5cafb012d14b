import type { ChatView, MessageView } from "../view.ts";
import { compose } from "./compose.ts";
import { el, icon } from "./element.ts";
import { dayOf } from "./format.ts";
import { cardsFor, messageElement, type MessageHooks } from "./message.ts";
import type { Model } from "./model.ts";
import { texts } from "./texts.ts";

/** Messages of one sender within this time stand under one name, in milliseconds. */
const TOGETHER_MS = 5 * 60_000;
/** How near the end counts as reading along, in pixels. */
const NEAR_END = 80;

export interface ConversationHooks extends MessageHooks {
  readonly reply: (text: string, thread: string) => Promise<boolean>;
}

interface Drawn {
  message: MessageView;
  readonly look: string;
  readonly element: HTMLElement;
}

/**
 * The messages of one chat as one person sees them. Only what changed is drawn again, so what somebody is filling
 * in elsewhere stays. Replies in a channel stand under their post.
 */
export class Conversation {
  readonly element: HTMLElement;
  readonly #model: Model;
  readonly #viewer: string;
  readonly #chat: string;
  readonly #hooks: ConversationHooks;
  readonly #drawn = new Map<string, Drawn>();
  readonly #posts = new Map<string, HTMLElement>();
  readonly #empty = el("p", { class: "empty" }, texts.noMessages);
  readonly #log: HTMLElement;
  #last: MessageView | undefined;
  #following = true;

  constructor(model: Model, viewer: string, chat: ChatView, title: string, hooks: ConversationHooks) {
    this.#model = model;
    this.#viewer = viewer;
    this.#chat = chat.id;
    this.#hooks = hooks;
    this.#log = el("div", { class: "log" }, this.#empty);
    this.element = el(
      "div",
      { class: "scroller", tabindex: 0, role: "log", "aria-label": texts.messagesIn(title) },
      this.#log,
    );
    this.update();
    // Also from nothing to something: a chat is drawn before it is on the page, and while its column is hidden.
    new ResizeObserver(() => {
      if (this.#following) this.toEnd();
    }).observe(this.element);
    this.element.addEventListener("scroll", () => {
      this.#following = this.#isAtEnd();
    });
  }

  /** Draws what is new or changed; stays at the end when the end was in sight. */
  update(): void {
    const chat = this.#model.chat(this.#chat);
    if (chat === undefined) return;
    for (const message of chat.messages) this.#draw(message, chat);
    if (this.#drawn.size > chat.messages.length)
      this.#forget(new Set(chat.messages.map((message) => message.id)));
    this.#empty.hidden = chat.messages.length > 0;
    if (this.#following) this.toEnd();
  }

  toEnd(): void {
    this.#following = true;
    this.element.scrollTop = this.element.scrollHeight;
  }

  #isAtEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight < NEAR_END;
  }

  #draw(message: MessageView, chat: ChatView): void {
    const drawn = this.#drawn.get(message.id);
    if (drawn?.message === message) return;
    const look = this.#look(message);
    if (drawn?.look === look) {
      drawn.message = message;
      return;
    }
    if (drawn === undefined) {
      const element = messageElement(
        this.#model,
        this.#viewer,
        message,
        this.#follows(message, chat),
        this.#hooks,
      );
      this.#place(message, element, chat);
      this.#drawn.set(message.id, { message, look, element });
      this.#last = message;
      if (message.from === this.#viewer && message.thread === undefined) this.#following = true;
      return;
    }
    const follows = drawn.element.classList.contains("follows");
    const element = messageElement(this.#model, this.#viewer, message, follows, this.#hooks);
    const hadFocus = drawn.element.contains(document.activeElement);
    drawn.element.replaceWith(element);
    // The pressed button is gone with the old card: whoever uses the keyboard goes on from the new one.
    if (hadFocus) element.querySelector<HTMLElement>(".card")?.focus({ preventScroll: true });
    this.#drawn.set(message.id, { message, look, element });
  }

  /** Takes away what is no longer there: the back end keeps nothing over a restart. */
  #forget(kept: ReadonlySet<string>): void {
    for (const [id, { element }] of this.#drawn) {
      if (kept.has(id)) continue;
      (this.#posts.get(id) ?? element).remove();
      this.#drawn.delete(id);
      this.#posts.delete(id);
    }
  }

  /** Everything of a message that this person can see: another person's card does not count. */
  #look(message: MessageView): string {
    const { text, deleted, undelivered, revision } = message;
    return JSON.stringify([text, deleted, undelivered, revision, cardsFor(message, this.#viewer)]);
  }

  #follows(message: MessageView, chat: ChatView): boolean {
    const last = this.#last;
    if (last === undefined || chat.kind === "channel" || last.from !== message.from) return false;
    return dayOf(last.at) === dayOf(message.at) && Date.parse(message.at) - Date.parse(last.at) < TOGETHER_MS;
  }

  #place(message: MessageView, element: HTMLElement, chat: ChatView): void {
    const post = message.thread === undefined ? undefined : this.#posts.get(message.thread);
    if (post !== undefined) {
      post.querySelector(".replies")?.append(element);
      return;
    }
    if (this.#last === undefined || dayOf(this.#last.at) !== dayOf(message.at)) {
      this.#log.append(el("p", { class: "day" }, el("span", {}, dayOf(message.at))));
    }
    this.#log.append(chat.kind === "channel" ? this.#post(message, element) : element);
  }

  #post(message: MessageView, element: HTMLElement): HTMLElement {
    const sender =
      message.from === undefined ? this.#model.botName : (this.#model.person(message.from)?.name ?? "");
    const foot = el("div", { class: "post-foot" });
    const offer = el(
      "button",
      { type: "button", class: "link", onclick: () => answer() },
      icon("reply"),
      texts.reply,
    );
    const answer = (): void => {
      const form = compose({
        label: texts.composeReply(sender),
        placeholder: texts.newReply,
        sendLabel: texts.sendReply,
        mention: this.#model.botName,
        send: (text) => this.#hooks.reply(text, message.id),
      });
      foot.replaceChildren(form);
      form.querySelector("textarea")?.focus();
    };
    foot.append(offer);
    const post = el("section", { class: "post" }, element, el("div", { class: "replies" }), foot);
    this.#posts.set(message.id, post);
    return post;
  }
}
