import type { Shown } from "../bot/domain/shown.ts";
import type { Card } from "./elements.ts";
import { deputyCard, helpCard, holdersCard } from "./help.ts";
import { changeFormCard, proposalCard } from "./proposal.ts";
import { questionCard } from "./question.ts";
import { nl } from "./texts.nl/index.ts";

/** What is shown: a card with the sentence that stands for it, or a sentence alone. */
export type View = { readonly card: Card; readonly text: string } | { readonly text: string };

/**
 * State → what an official sees, on every surface. `token` goes into the buttons;
 * without one a card has no buttons.
 */
export function viewOf(shown: Shown, token: string | undefined): View {
  const made = cardOf(shown, token);
  if (typeof made === "string") return { text: made };
  const { actions, ...readOnly } = made;
  return {
    card: actions && token !== undefined ? { ...readOnly, actions } : readOnly,
    text: made.fallbackText,
  };
}

function cardOf(shown: Shown, token: string | undefined): Card | string {
  switch (shown.about) {
    case "question":
      return questionCard(shown, token ?? "");
    case "changeForm":
      return changeFormCard(shown, token ?? "");
    case "proposal":
      return proposalCard(shown, token);
    case "deputy":
      return deputyCard(shown);
    case "holders":
      return holdersCard(shown);
    case "help":
    case "welcome":
      return helpCard(shown);
    case "text":
      return nl.plain[shown.text];
    case "refusal":
      return nl.refusals[shown.why];
  }
}
