import type { IntentName, Reading } from "../domain/language/reading.ts";
import type { Register } from "../domain/register.ts";

/** What the bot makes of a sentence, in names and plain values. The shape of a line of `find --ndjson`. */
export interface Understood {
  readonly text: string;
  readonly intent: IntentName;
  /** Names of kernen that are certainly meant. */
  readonly kernen: readonly string[];
  /** Names of kernen that may be meant. */
  readonly ambiguous: readonly string[];
  /** Best first, at most five. */
  readonly topics: readonly { id: string; name: string; taakveld: string; score: number }[];
  readonly scope: Reading["scope"];
}

export function understood(register: Register, text: string, reading: Reading): Understood {
  const nameOf = (kern: string) => register.kernen.get(kern)?.name ?? kern;
  return {
    text,
    intent: reading.intent,
    kernen: reading.kernen.map(nameOf),
    ambiguous: reading.ambiguousKernen.map(nameOf),
    topics: reading.topics.map(({ topic, score }) => {
      const { name = topic, taakveld = "" } = register.topics.get(topic) ?? {};
      return { id: topic, name, taakveld, score };
    }),
    scope: reading.scope,
  };
}
