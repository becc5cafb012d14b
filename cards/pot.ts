import { euros } from "../bot/domain/kernbudget/amount.ts";
import type { ShownPot } from "../bot/domain/kernbudget/shownPlan.ts";
import { card, facts, heading, plain, subtle, text, type Card } from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

/** How much is left, who still waits, and how it spread; kernen by name, without any ranking. */
export function potCard({ scheme, pot, open, spread }: ShownPot): Card {
  const { kernbudget: words } = nl;
  const free = pot.freeCents > 0 ? words.potFree(euros(pot.freeCents)) : words.potEmpty;
  const some = spread.filter(({ committedCents }) => committedCents > 0);
  const none = spread.filter(({ plans }) => plans === 0);
  return card(free, [
    heading(words.potTitle(plain(scheme))),
    text(free),
    ...facts([
      [words.potFacts.ceiling, euros(pot.ceilingCents)],
      [words.potFacts.granted, euros(pot.committedCents)],
      [words.potFacts.reserved, euros(pot.reservedCents)],
      [words.potFacts.free, euros(pot.freeCents)],
    ]),
    text(words.potOpen(open.length)),
    ...open.map(({ kern, applicant, askedCents }) =>
      subtle(words.openPlan(plain(kern), plain(applicant), euros(askedCents))),
    ),
    text(words.spread),
    ...(some.length === 0
      ? []
      : [
          subtle(
            words.spreadSome(
              some.map(({ kern, committedCents }) => `${plain(kern)} ${euros(committedCents)}`).join(", "),
            ),
          ),
        ]),
    ...(none.length === 0 ? [] : [subtle(words.spreadNone(none.map(({ kern }) => plain(kern)).join(", ")))]),
  ]);
}
