import type { MessageView, PressedAction, SearchOutcome } from "../view.ts";
import { avatar, botAvatar } from "./avatar.ts";
import { cardElement } from "./card.ts";
import { el } from "./element.ts";
import { fullMoment, timeOf } from "./format.ts";
import { markdown } from "./markdown.ts";
import type { Model } from "./model.ts";
import { texts } from "./texts.ts";

export interface MessageHooks {
  readonly press: (message: string, action: PressedAction) => Promise<void>;
  readonly search: (message: string, text: string, dataset: string) => Promise<SearchOutcome>;
}

/** The cards this person sees: their own in the place of the first. */
export function cardsFor(message: MessageView, viewer: string): readonly unknown[] {
  const own = message.personal[viewer];
  return own === undefined ? message.cards : [own, ...message.cards.slice(1)];
}

/** One message as `viewer` sees it; `follows` leaves out the name when the same sender goes on. */
export function messageElement(
  model: Model,
  viewer: string,
  message: MessageView,
  follows: boolean,
  hooks: MessageHooks,
): HTMLElement {
  const own = message.from === viewer;
  const sender =
    message.from === undefined ? model.botName : (model.person(message.from)?.name ?? message.from);
  const mark = message.from === undefined ? botAvatar() : avatar(message.from, sender);
  const head = el(
    "header",
    {},
    el("span", { class: "sender" }, sender),
    el("time", { datetime: message.at, title: fullMoment(message.at) }, timeOf(message.at)),
    message.revision > 0 ? el("span", { class: "edited" }, texts.edited) : undefined,
  );
  const kinds = [
    "message",
    own ? "own" : "",
    message.from === undefined ? "from-bot" : "",
    follows ? "follows" : "",
  ];
  return el(
    "article",
    { class: kinds.filter((kind) => kind !== "").join(" "), "data-message": message.id },
    mark,
    el("div", { class: "content" }, head, ...bodyOf(model, viewer, message, hooks)),
  );
}

function bodyOf(model: Model, viewer: string, message: MessageView, hooks: MessageHooks): HTMLElement[] {
  if (message.deleted) return [el("p", { class: "bubble deleted" }, texts.deleted)];
  const parts: HTMLElement[] = [];
  if (message.text !== "") parts.push(el("div", { class: "bubble" }, textOf(model, message)));
  for (const card of cardsFor(message, viewer)) {
    parts.push(
      cardElement(card, {
        name: texts.card(model.botName),
        press: (action) => hooks.press(message.id, action),
        search: (text, dataset) => hooks.search(message.id, text, dataset),
      }),
    );
  }
  if (message.undelivered !== undefined) {
    parts.push(el("p", { class: "undelivered" }, texts.undelivered(model.botName, message.undelivered)));
  }
  return parts;
}

function textOf(model: Model, message: MessageView): Node {
  if (message.format === "markdown") return markdown(message.text);
  const paragraph = el("p", { class: "typed" });
  const parts = message.text.split(new RegExp(`(@${model.botName})(?![\\p{L}\\p{N}])`, "iu"));
  parts.forEach((part, index) =>
    paragraph.append(index % 2 === 1 ? el("span", { class: "mention" }, part) : part),
  );
  return paragraph;
}
