import type { Shown } from "../bot/domain/shown.ts";
import { buttonAgain } from "./actions.ts";
import { card, heading, text, type Card } from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

/** Shown to somebody whose press takes longer than Teams waits. What they filled in goes along in the button. */
export function slowCard({ verb, input }: Shown & { about: "slow" }, token: string): Card {
  const { slow } = nl;
  return card(
    slow.title,
    [heading(slow.title), text(slow.explain)],
    [buttonAgain(nl.buttons.again, verb, token, input)],
  );
}
