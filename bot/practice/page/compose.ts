import { el, icon } from "./element.ts";
import { texts } from "./texts.ts";

export interface ComposeOptions {
  /** The full name of the box. */
  readonly label: string;
  /** What stands in it while it is empty: short, it must fit on one line. */
  readonly placeholder: string;
  readonly sendLabel: string;
  /** The bot's name where it must be mentioned; absent in a personal chat. */
  readonly mention?: string | undefined;
  /** Resolves to whether it was sent; what was not sent stays in the box. */
  readonly send: (text: string) => Promise<boolean>;
}

/** The box to type in. Enter sends, Shift+Enter starts a new line. */
export function compose({ label, placeholder, sendLabel, mention, send }: ComposeOptions): HTMLFormElement {
  const box = el("textarea", {
    rows: 1,
    "aria-label": label,
    placeholder,
    onkeydown: (event) => key(event),
  });
  const hint = mention === undefined ? undefined : el("p", { class: "hint" }, texts.notMentioned(mention));
  const mentionButton =
    mention === undefined
      ? undefined
      : el(
          "button",
          {
            type: "button",
            class: "quiet",
            "aria-label": texts.mention(mention),
            title: texts.mention(mention),
            onclick: () => insert(mention),
          },
          "@",
        );
  const form = el(
    "form",
    { class: "compose", onsubmit: (event) => void submit(event) },
    el(
      "div",
      { class: "box" },
      box,
      mentionButton,
      el(
        "button",
        { type: "submit", class: "quiet send", "aria-label": sendLabel, title: sendLabel },
        icon("send"),
      ),
    ),
    hint,
  );

  const key = (event: Event): void => {
    const { key: name, shiftKey, isComposing } = event as KeyboardEvent;
    if (name !== "Enter" || shiftKey || isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  };
  const insert = (name: string): void => {
    const before = box.value.slice(0, box.selectionStart);
    box.setRangeText(
      `${before === "" || /\s$/.test(before) ? "" : " "}@${name} `,
      box.selectionStart,
      box.selectionEnd,
      "end",
    );
    box.focus();
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const text = box.value.trim();
    if (text === "") return;
    box.value = "";
    // Typed on meanwhile: that stays, in front of it comes what could not be sent.
    if (!(await send(text))) box.value = [text, box.value].filter((part) => part !== "").join("\n");
  };
  return form;
}
