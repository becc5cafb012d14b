import { el, icon } from "./element.ts";
import { texts } from "./texts.ts";

/** How long a message stays, in milliseconds; failures stay until they are closed. */
const SHOWN_MS = 12_000;

/** The place for short messages over one person's column. */
export class Toasts {
  readonly element = el("div", { class: "toasts" });
  readonly #polite = el("div", { role: "status" });
  readonly #urgent = el("div", { role: "alert" });

  constructor() {
    this.element.append(this.#polite, this.#urgent);
  }

  tell(text: string): void {
    const toast = this.#add(this.#polite, text, "");
    setTimeout(() => toast.remove(), SHOWN_MS);
  }

  fail(text: string): void {
    this.#add(this.#urgent, text, "failed");
  }

  #add(to: HTMLElement, text: string, kind: string): HTMLElement {
    const close = el(
      "button",
      { type: "button", class: "quiet", "aria-label": texts.dismiss, onclick: () => toast.remove() },
      icon("close"),
    );
    const toast = el("div", { class: `toast ${kind}` }, el("p", {}, text), close);
    to.append(toast);
    return toast;
  }
}
