import { el, icon } from "./element.ts";
import { texts } from "./texts.ts";

const KEPT_AS = "kernwijzer-practice-theme";
const system = matchMedia("(prefers-color-scheme: dark)");

/** The button between light and dark. Until it is pressed the page follows the system. */
export function themeButton(): HTMLElement {
  const button = el("button", {
    type: "button",
    class: "quiet",
    onclick: () => choose(isDark() ? "light" : "dark"),
  });
  const draw = (): void => {
    const name = isDark() ? texts.themeToLight : texts.themeToDark;
    button.setAttribute("aria-label", name);
    button.title = name;
    button.replaceChildren(icon(isDark() ? "sun" : "moon"));
  };
  const choose = (theme: string): void => {
    localStorage.setItem(KEPT_AS, theme);
    apply();
    draw();
  };
  system.addEventListener("change", draw);
  draw();
  return button;
}

function apply(): void {
  const chosen = localStorage.getItem(KEPT_AS);
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset["theme"] = chosen;
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === undefined ? system.matches : chosen === "dark";
}

// On loading, before the first paint of anything else.
apply();
