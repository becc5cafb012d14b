import { el } from "./element.ts";
import { initialsOf, tintOf } from "./format.ts";

/** A round mark with somebody's initials. Decorative: the name always stands beside it. */
export function avatar(id: string, name: string): HTMLElement {
  return el("span", { class: `avatar tint-${String(tintOf(id))}`, "aria-hidden": "true" }, initialsOf(name));
}

/** The bot's mark. */
export function botAvatar(): HTMLElement {
  return el("img", { class: "avatar bot", src: "/practice/page/icon.svg", alt: "", width: 32, height: 32 });
}

/** A square mark with a first letter: groups and channels are no persons. */
export function chatAvatar(id: string, title: string): HTMLElement {
  return el(
    "span",
    { class: `avatar square tint-${String(tintOf(id))}`, "aria-hidden": "true" },
    title.slice(0, 1),
  );
}
