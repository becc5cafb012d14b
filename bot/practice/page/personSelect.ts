import type { PersonView } from "../view.ts";
import { el, icon } from "./element.ts";
import { rolesOf } from "./format.ts";
import type { Model } from "./model.ts";
import { texts } from "./texts.ts";

export interface PersonSelectOptions {
  readonly label: string;
  readonly icon: "add" | "down";
  readonly chosen: (person: string) => void;
}

/** A small button that is a native list of people: works with every keyboard, phone and screen reader. */
export interface PersonSelect {
  readonly element: HTMLElement;
  /** Lists everybody but `without`, who has unread messages first, then by role; answers how many those are. */
  readonly update: (without: readonly string[]) => number;
}

/** A small button that is a native list of people: works with every keyboard, phone and screen reader. */
export function personSelect(model: Model, { label, icon: name, chosen }: PersonSelectOptions): PersonSelect {
  const list = el("select", { "aria-label": label, title: label });
  list.addEventListener("change", () => {
    const person = list.value;
    list.selectedIndex = 0;
    if (person !== "") chosen(person);
  });
  let listed = "";
  const update = (without: readonly string[]): number => {
    const others = model.people
      .filter((person) => !without.includes(person.id))
      .map((person) => ({ person, unread: model.waitingFor(person.id) }));
    const waiting = others.filter(({ unread }) => unread > 0);
    const now = JSON.stringify(others.map(({ person, unread }) => [person.id, unread]));
    // An open list must not be filled again under somebody's finger for nothing.
    if (now === listed) return waiting.length;
    listed = now;
    const calm = others.filter(({ unread }) => unread === 0);
    const byRole = Map.groupBy(calm, ({ person }) => person.roles[0]?.role ?? texts.withoutRole);
    list.replaceChildren(
      el("option", { value: "", disabled: true, hidden: true, selected: true }, label),
      ...group(texts.withUnread, waiting),
      ...[...byRole].flatMap(([role, people]) => group(role, people)),
    );
    return waiting.length;
  };
  return { element: el("span", { class: "person-select quiet" }, icon(name), list), update };
}

function group(
  label: string,
  people: readonly { readonly person: PersonView; readonly unread: number }[],
): HTMLElement[] {
  if (people.length === 0) return [];
  const options = people.map(({ person, unread }) => {
    const roles = rolesOf(person.roles.slice(0, 2), 2);
    const parts = [
      person.name,
      ...(roles === "" ? [] : [roles]),
      ...(unread === 0 ? [] : [texts.unread(unread)]),
    ];
    return el("option", { value: person.id }, parts.join(" · "));
  });
  return [el("optgroup", { label }, ...options)];
}
