import type { ChatView } from "../view.ts";
import { botAvatar, chatAvatar } from "./avatar.ts";
import { el } from "./element.ts";
import { timeOf } from "./format.ts";
import type { Model } from "./model.ts";
import { texts } from "./texts.ts";

/** The chats of one person with what is unread. In a narrow column it lies on its side (chats.css). */
export function chatList(
  model: Model,
  person: string,
  open: () => string,
  choose: (chat: string) => void,
): {
  readonly element: HTMLElement;
  readonly update: () => void;
} {
  const list = el("ul");
  const name = model.person(person)?.name ?? person;
  const element = el("nav", { class: "chats", "aria-label": texts.chats(name) }, list);
  const buttons = new Map<string, HTMLButtonElement>();
  const update = (): void => {
    for (const chat of model.chatsOf(person)) {
      let button = buttons.get(chat.id);
      if (button === undefined) {
        button = el("button", { type: "button", onclick: () => choose(chat.id) });
        buttons.set(chat.id, button);
        list.append(el("li", {}, button));
      }
      button.replaceChildren(...entry(model, person, chat));
      const current = open() === chat.id;
      if (current && !button.hasAttribute("aria-current")) bring(button);
      if (current) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
    }
  };
  update();
  return { element, update };
}

/** Scrolls a row of chats that is too wide, sideways only. */
function bring(button: HTMLElement): void {
  requestAnimationFrame(() => button.scrollIntoView({ block: "nearest", inline: "nearest" }));
}

/** How a chat is called: the one with the bot by the bot's name. */
export function titleOf(model: Model, chat: ChatView): string {
  return chat.kind === "personal" ? model.botName : chat.title;
}

function entry(model: Model, person: string, chat: ChatView): Node[] {
  const title = titleOf(model, chat);
  const last = chat.messages.at(-1);
  const unread = model.unread(person, chat);
  const parts: (Node | undefined)[] = [
    chat.kind === "personal" ? botAvatar() : chatAvatar(chat.id, title),
    el("span", { class: "title" }, title),
    last === undefined ? undefined : el("time", { datetime: last.at }, timeOf(last.at)),
    el("span", { class: "kind" }, texts.kind[chat.kind]),
    unread === 0
      ? undefined
      : el("span", { class: "badge", "aria-label": texts.unread(unread) }, String(unread)),
  ];
  return parts.filter((part) => part !== undefined);
}
