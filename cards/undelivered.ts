import type { ShownUndelivered } from "../bot/domain/shown.ts";
import { longDay } from "./dates.ts";
import { card, heading, plain, subtle, text, type Card } from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

const MOST_PEOPLE = 15;

/** For functioneel beheer: how much could not be delivered, and who cannot be reached since when. */
export function undeliveredCard({ messages, people }: ShownUndelivered): Card {
  const words = nl.undelivered;
  const lines = people.slice(0, MOST_PEOPLE).map(({ name, since, why }) => ({
    title: plain(name),
    value: words.since(words.why[why], longDay(since)),
  }));
  return card(words.summary(messages), [
    heading(words.title),
    text(words.summary(messages)),
    ...(lines.length === 0 ? [] : [text(words.people), { type: "FactSet", facts: lines } as const]),
    ...(people.length > MOST_PEOPLE ? [subtle(words.more(people.length - MOST_PEOPLE))] : []),
    subtle(words.next),
  ]);
}
