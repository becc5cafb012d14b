import type { View } from "../../cards/index.ts";
import { nl } from "../../cards/texts.nl/index.ts";
import type { Choice } from "../domain/choices.ts";
import { CARD_TYPE } from "./send.ts";

/**
 * The answer to an invoke. HTTP always says 200, as Universal Actions want it; what became of it is `statusCode` in the
 * body. Sources: Adaptive Cards "Universal Action Model", Teams "Dynamic typeahead search".
 */
export interface InvokeBody {
  readonly statusCode: number;
  readonly [field: string]: unknown;
}

/** A card in the place of the one that was pressed, or a sentence that leaves it as it is. */
export function viewBody(view: View): InvokeBody {
  return "card" in view ? { statusCode: 200, type: CARD_TYPE, value: view.card } : sentenceBody(view.text);
}

export function sentenceBody(text: string): InvokeBody {
  return { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: text };
}

/** What a card's field offers. */
export function choicesBody(results: readonly Choice[]): InvokeBody {
  return { statusCode: 200, type: "application/vnd.microsoft.search.searchResponse", value: { results } };
}

/** For what a client asked by itself: nobody waits for a sentence, and the card stays as it is. */
export function failureBody(message: string): InvokeBody {
  return { statusCode: 500, ...problem("InternalServerError", message) };
}

/** The same, for what must not be shown to this person. */
export function refusedBody(message: string): InvokeBody {
  return { statusCode: 400, ...problem("BadRequest", message) };
}

/** Says no in the form of each invoke: Teams shows that, where an empty answer would be an error of its own. */
export function unsupportedBody(name: unknown): InvokeBody {
  const text = nl.invoke.unsupported;
  switch (typeof name === "string" ? name.split("/", 1)[0] : undefined) {
    case "composeExtension":
      return { statusCode: 200, composeExtension: { type: "message", text } };
    case "task":
      return { statusCode: 200, task: { type: "message", value: text } };
    case "config":
      return { statusCode: 200, responseType: "config", config: { type: "message", value: text } };
    case "signin":
      return {
        statusCode: 412,
        type: "application/vnd.microsoft.error.preconditionFailed",
        value: { code: "PreconditionFailed", message: text },
      };
    default:
      return refusedBody(text);
  }
}

function problem(code: string, message: string): Pick<InvokeBody, string> {
  return { type: "application/vnd.microsoft.error", value: { code, message } };
}
