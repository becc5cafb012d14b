import { el, icon } from "./element.ts";
import { fullMoment, shortMoment } from "./format.ts";
import type { Model } from "./model.ts";
import { moveTime } from "./api.ts";
import { personSelect } from "./personSelect.ts";
import { texts } from "./texts.ts";
import { themeButton } from "./theme.ts";

/** The bar on top: name, practice time, somebody more, light or dark. */
export function topBar(
  model: Model,
  add: (person: string) => void,
): {
  readonly element: HTMLElement;
  readonly update: (shown: readonly string[], full: boolean) => void;
} {
  const clock = el("time", { class: "clock" });
  const people = personSelect(model, { label: texts.addPerson, icon: "add", chosen: add });
  const badge = el("span", { class: "badge", hidden: true });
  const label = el("span", { class: "label", "aria-hidden": "true" }, texts.addPerson);
  people.element.append(label, badge);
  people.element.classList.add("add");
  const element = el(
    "header",
    { class: "top" },
    el("img", { src: "/practice/page/icon.svg", alt: "", width: 28, height: 28 }),
    el("h1", {}, texts.room, el("span", { class: "label" }, ` ${texts.product}`)),
    el(
      "p",
      { class: "when" },
      icon("clock"),
      el("span", { class: "label" }, `${texts.practiceTime} `),
      clock,
      timeSelect(model),
    ),
    people.element,
    themeButton(),
  );
  const update = (shown: readonly string[], full: boolean): void => {
    clock.dateTime = model.now;
    clock.title = fullMoment(model.now);
    clock.textContent = shortMoment(model.now);
    const waiting = people.update(shown);
    badge.hidden = waiting === 0;
    badge.textContent = String(waiting);
    people.element.hidden = full;
    people.element
      .querySelector("select")
      ?.setAttribute("aria-label", waiting === 0 ? texts.addPerson : texts.addPersonUnread(waiting));
  };
  return { element, update };
}

const HOUR_MS = 3_600_000;
const STEPS = [
  { label: texts.hourLater, ms: HOUR_MS },
  { label: texts.dayLater, ms: 24 * HOUR_MS },
  { label: texts.weekLater, ms: 7 * 24 * HOUR_MS },
] as const;

/** A small button that is a native list: lets the practice time move on, so that what takes days can be practised. */
function timeSelect(model: Model): HTMLElement {
  const list = el(
    "select",
    { "aria-label": texts.moveTime, title: texts.moveTime },
    el("option", { value: "", disabled: true, hidden: true, selected: true }, texts.moveTime),
    ...STEPS.map(({ label, ms }) => el("option", { value: ms }, label)),
  );
  list.addEventListener("change", () => {
    const later = new Date(Date.parse(model.now) + Number(list.value)).toISOString();
    list.selectedIndex = 0;
    void moveTime(later);
  });
  return el("span", { class: "person-select quiet" }, icon("forward"), list);
}
