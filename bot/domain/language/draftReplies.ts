import { phraseBook } from "./phrase.ts";
import { toSentence } from "./sentence.ts";

/** What somebody types about a handover that is ready on their card. */
export type DraftReply = "bundle" | "queue" | "send" | "drop" | "keep";

// The notation is explained in `phrase.ts`.
const BOOK = phraseBook<DraftReply>({
  bundle: `
    bundel/bundelen/gebundeld/samenvoegen
    voeg .. samen/toe
  `,
  queue: `
    wachtlijst/wachtrij
    laat/zet .. wachten
  `,
  keep: `
    zelf
    doe ik .. zelf
  `,
  drop: `
    laat maar
    hoeft niet meer?
    annuleren/annuleer/vergeet
    toch niet
  `,
  send: `
    versturen/verstuur/verzenden/akkoord/klopt
    doe maar
    stuur maar
    ja
  `,
});
const ORDER: readonly DraftReply[] = ["bundle", "queue", "keep", "drop", "send"];
/** A reply is short; in a longer text the same words tell a story. */
const LONGEST = 20;

/** What a short text says about the handover that waits; undefined when it says something else. */
export function readDraftReply(text: string): DraftReply | undefined {
  const { words } = toSentence(text);
  if (words.length > LONGEST || text.trim().endsWith("?")) return undefined;
  const found = BOOK.find(words);
  return ORDER.find((reply) => found.has(reply));
}
