import { avatar } from "./avatar.ts";
import { el } from "./element.ts";
import type { Model } from "./model.ts";
import { texts } from "./texts.ts";

/** Buttons for the chosen people, on screens where only one fits at a time. */
export function switcher(
  model: Model,
  choose: (person: string) => void,
): {
  readonly element: HTMLElement;
  readonly update: (shown: readonly string[], current: string | undefined) => void;
} {
  const element = el("nav", { class: "switcher", "aria-label": texts.persons });
  const update = (shown: readonly string[], current: string | undefined): void => {
    const focused =
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset["person"] : undefined;
    element.replaceChildren(...shown.map((person) => entry(model, person, person === current, choose)));
    if (focused !== undefined)
      element.querySelector<HTMLElement>(`[data-person="${CSS.escape(focused)}"]`)?.focus();
  };
  return { element, update };
}

function entry(
  model: Model,
  person: string,
  current: boolean,
  choose: (person: string) => void,
): HTMLElement {
  const name = model.person(person)?.name ?? person;
  const unread = model.unreadOf(person);
  return el(
    "button",
    {
      type: "button",
      "data-person": person,
      "aria-current": current ? "true" : undefined,
      onclick: () => choose(person),
    },
    avatar(person, name),
    el("span", {}, name.split(" ")[0] ?? name),
    unread === 0
      ? undefined
      : el("span", { class: "badge", "aria-label": texts.unread(unread) }, String(unread)),
  );
}
