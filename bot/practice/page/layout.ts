import { MOST_COLUMNS, readAddress, seatFor, writeAddress, type Seat } from "./address.ts";
import { Column } from "./column.ts";
import { el } from "./element.ts";
import type { Model } from "./model.ts";
import { switcher } from "./switcher.ts";
import { texts } from "./texts.ts";
import { topBar } from "./topBar.ts";

/** Who sits side by side. The address in the browser always says the same, so it can be kept and shared. */
export class Layout {
  readonly #model: Model;
  readonly #top: ReturnType<typeof topBar>;
  readonly #switcher: ReturnType<typeof switcher>;
  readonly #columnsElement = el("main", { class: "columns" });
  #columns: Column[] = [];
  #current: string | undefined;

  constructor(model: Model, root: HTMLElement) {
    this.#model = model;
    this.#top = topBar(model, (person) => this.#add(person));
    this.#switcher = switcher(model, (person) => this.#bring(person));
    root.replaceChildren(this.#top.element, this.#switcher.element, this.#columnsElement);
    for (const seat of readAddress(location.search, model)) this.#columns.push(...this.#column(seat));
    this.#arrange();
    model.onChange((change) => {
      for (const column of this.#columns) column.update(change);
      this.#drawBars();
    });
    const look = (): void => this.#columns.forEach((column) => column.look());
    document.addEventListener("visibilitychange", look);
    addEventListener("resize", look);
  }

  #column(seat: Seat): Column[] {
    const person = this.#model.person(seat.person);
    if (person === undefined) return [];
    const column: Column = new Column(this.#model, person, seat, {
      chosen: () => this.#writeAddress(),
      replaceBy: (other) => this.#replace(column, other),
      close: () => this.#close(column),
    });
    return [column];
  }

  #add(person: string): void {
    if (this.#columns.length >= MOST_COLUMNS || this.#shown().includes(person)) return;
    this.#columns.push(...seatFor(this.#model, person).flatMap((seat) => this.#column(seat)));
    this.#current = person;
    this.#arrange();
  }

  #replace(column: Column, person: string): void {
    const at = this.#columns.indexOf(column);
    const already = this.#columns.find((one) => one.person === person);
    // Chosen elsewhere on the page already: the two trade places.
    const next =
      already === undefined ? seatFor(this.#model, person).flatMap((seat) => this.#column(seat)) : [already];
    if (already !== undefined) this.#columns[this.#columns.indexOf(already)] = column;
    this.#columns.splice(at, 1, ...next);
    this.#current = person;
    this.#arrange();
  }

  #close(column: Column): void {
    this.#columns = this.#columns.filter((one) => one !== column);
    this.#arrange();
    this.#columns[0]?.element.querySelector<HTMLElement>("textarea")?.focus();
  }

  #bring(person: string): void {
    this.#current = person;
    this.#arrange();
  }

  #arrange(): void {
    const people = this.#shown();
    if (this.#current === undefined || !people.includes(this.#current)) this.#current = people[0];
    const elements = this.#columns.map((column) => column.element);
    for (const old of [...this.#columnsElement.children])
      if (!elements.some((one) => one === old)) old.remove();
    elements.forEach((element, index) => {
      // Moving an element that is in place already would lose its focus and scroll.
      if (this.#columnsElement.children[index] !== element) {
        this.#columnsElement.insertBefore(element, this.#columnsElement.children[index] ?? null);
      }
    });
    if (elements.length === 0)
      this.#columnsElement.replaceChildren(el("p", { class: "empty" }, texts.noPeople));
    document.body.dataset["columns"] = String(elements.length);
    for (const column of this.#columns)
      column.element.classList.toggle("current", column.person === this.#current);
    for (const column of this.#columns) column.look();
    this.#writeAddress();
    this.#drawBars();
  }

  #drawBars(): void {
    const shown = this.#shown();
    this.#top.update(shown, shown.length >= MOST_COLUMNS);
    this.#switcher.update(shown, this.#current);
  }

  #shown(): string[] {
    return this.#columns.map((column) => column.person);
  }

  #writeAddress(): void {
    if (this.#columns.length > 0)
      history.replaceState(null, "", writeAddress(this.#columns.map((column) => column.seat)));
  }
}
