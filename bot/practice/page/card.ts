import type { Action, AdaptiveCard } from "adaptivecards";
import type { PressedAction, SearchOutcome } from "../view.ts";
import { library } from "./cardLibrary.ts";
import { el } from "./element.ts";
import { hostConfig } from "./hostConfig.ts";
import { isSafeAddress, markdownHtml } from "./markdown.ts";
import { texts } from "./texts.ts";
import { registerTypeahead, setSearch } from "./typeahead.ts";

export interface CardHooks {
  readonly name: string;
  readonly press: (action: PressedAction) => Promise<void>;
  readonly search: (text: string, dataset: string) => Promise<SearchOutcome>;
}

const config = new library.HostConfig(hostConfig);

library.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownHtml(text);
  result.didProcess = true;
};
library.GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;
library.Strings.defaults.overflowButtonTooltip = () => texts.moreActions;
registerTypeahead();

/** A card as Teams draws it. While a press is under way the card is busy and takes no other press. */
export function cardElement(source: unknown, hooks: CardHooks): HTMLElement {
  const holder = el("div", { class: "card", role: "group", "aria-label": hooks.name, tabindex: -1 });
  if (wantsFullWidth(source)) holder.classList.add("full");
  const card = new library.AdaptiveCard();
  card.hostConfig = config;
  card.onExecuteAction = (action) => void execute(action, holder, hooks);
  card.onInlineCardExpanded = (action, expanded) => {
    if (expanded) action.card.renderedElement?.scrollIntoView({ block: "nearest" });
  };
  setSearch(card, hooks.search);
  const drawn = draw(card, source);
  holder.append(drawn ?? el("p", { class: "unreadable" }, texts.cardUnreadable));
  return holder;
}

function draw(card: AdaptiveCard, source: unknown): HTMLElement | undefined {
  try {
    card.parse(source);
    return card.render();
  } catch (error) {
    // A card the renderer chokes on must not take the rest of the chat with it.
    reportError(error);
    return undefined;
  }
}

async function execute(action: Action, holder: HTMLElement, hooks: CardHooks): Promise<void> {
  if (action instanceof library.OpenUrlAction) {
    if (action.url !== undefined && isSafeAddress(action.url))
      window.open(action.url, "_blank", "noopener,noreferrer");
    return;
  }
  const pressed = readAction(action);
  if (pressed === undefined || holder.getAttribute("aria-busy") === "true") return;
  holder.setAttribute("aria-busy", "true");
  await hooks.press(pressed);
  holder.removeAttribute("aria-busy");
}

/** The button with its data, what was filled in included: the renderer has merged that. */
function readAction(action: Action): PressedAction | undefined {
  const title = action.title === undefined ? {} : { title: action.title };
  if (action instanceof library.ExecuteAction) {
    const id = action.id === undefined ? {} : { id: action.id };
    const verb = action.verb === undefined || action.verb === "" ? {} : { verb: action.verb };
    return { type: "Action.Execute", ...title, ...id, ...verb, data: action.data ?? {} };
  }
  if (action instanceof library.SubmitAction)
    return { type: "Action.Submit", ...title, data: action.data ?? {} };
  return undefined;
}

function wantsFullWidth(source: unknown): boolean {
  const teams =
    typeof source === "object" && source !== null && "msteams" in source ? source.msteams : undefined;
  return typeof teams === "object" && teams !== null && "width" in teams && teams.width === "Full";
}
