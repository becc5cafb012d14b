import type { Shown } from "../bot/domain/shown.ts";
import { button, buttonWithoutInputs } from "./actions.ts";
import { card, heading, plain, text, type Card } from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

/** The form behind "Vraag doorzetten" and "Terugbelafspraak". */
export function forwardFormCard(
  shown: Shown & { about: "forwardForm" | "callBackForm" },
  token: string,
): Card {
  const { forward, stepForm } = nl;
  const isCall = shown.about === "callBackForm";
  const titled = isCall ? forward.callTitle : forward.title;
  const back = buttonWithoutInputs(nl.buttons.back, "back", token);
  const field = {
    type: "Input.Text",
    id: "text",
    label: isCall ? forward.callText : forward.text,
    placeholder: stepForm.hint,
    isMultiline: true,
    maxLength: 1000,
  } as const;
  const head = [heading(titled(plain(shown.topic.name), shown.kern && plain(shown.kern.name)))];
  const summary = titled(shown.topic.name, shown.kern?.name);
  if (!isCall)
    return card(
      summary,
      [...head, text(forward.explain), { ...field, isRequired: true, errorMessage: stepForm.required }],
      [
        button(forward.send, "forward", token, "positive"),
        button(nl.handover.queue, "forwardAnyway", token),
        back,
      ],
    );
  return card(
    summary,
    [
      ...head,
      text(forward.callExplain),
      field,
      {
        type: "Input.Text",
        id: "reference",
        label: forward.reference,
        isMultiline: false,
        maxLength: 120,
        isRequired: true,
        errorMessage: forward.referenceRequired,
      },
    ],
    [button(forward.callSend, "callBack", token, "positive"), back],
  );
}
