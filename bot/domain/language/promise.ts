import type { Day } from "../calendar.ts";
import { readDay } from "./days.ts";
import { phraseBook } from "./phrase.ts";
import { toSentence } from "./sentence.ts";

/** What residents were told they would get. */
export interface TypedPromise {
  /** As typed. */
  readonly text: string;
  readonly day?: Day | undefined;
  /** `HH:MM`, when a time of day was promised. */
  readonly time?: string | undefined;
  /** A time was told that is no day yet: ask which date it is. */
  readonly vague: boolean;
}

/** What a text says of promises, and the rest of it. */
export interface Promises {
  readonly promised?: TypedPromise | undefined;
  /** It says in so many words that nothing was promised. */
  readonly nothing: boolean;
  /** The text without the sentence on promises. */
  readonly rest: string;
}

// The notation is explained in `phrase.ts`.
const BOOK = phraseBook({
  nothing: `
    niets/niks/geen/niet .. beloofd/toegezegd/toezegging/toezeggingen/belofte/beloftes
    niets/niks gezegd
  `,
  promised: `
    beloofd/toegezegd/toezegging/beloofde/belofte
    heb/hebben/had/is .. gezegd/verteld/laten .. dat/weten?
    zei .. dat
    gezegd .. dat
    afgesproken .. met/dat
    horen/krijgen .. voor/uiterlijk .. reactie/antwoord/bericht/iets/uitsluitsel
    zou/zouden/zal/zullen .. terugbellen/terugmailen/laten
    terugbelafspraak/terugbelverzoek
  `,
});

/** Takes out of a text what was promised. A day without a year lies ahead of `today`. */
export function readPromises(text: string, today: Day): Promises {
  const sentences = text.split(
    /(?<=[.!?])(?<!(?<!\p{L})(?:\p{L}|ong|bijv|evt|str|ca|max|min|nr|[ao]\.\p{L})\.)\s+|\n+/iu,
  );
  for (const [index, sentence] of sentences.entries()) {
    const found = promiseIn(sentence);
    if (found === undefined) continue;
    const { before, promise, after, nothing } = found;
    const others = sentences.map((one, place) => (place === index ? joined(before, after) : one.trim()));
    const rest = others.filter(Boolean).join(" ");
    if (nothing) return { nothing, rest };
    const told = readDay(promise, today);
    const when = told && !told.vague ? { day: told.day, time: told.time } : {};
    return { promised: { text: promise, ...when, vague: told?.vague === true }, nothing: false, rest };
  }
  return { nothing: false, rest: text.trim() };
}

interface PromiseFound {
  readonly before: string;
  readonly promise: string;
  readonly after: string;
  readonly nothing: boolean;
}

/** The clause of a sentence that tells of a promise; the next belongs to it too when only that tells the day. */
function promiseIn(sentence: string): PromiseFound | undefined {
  const clauses = sentence.split(/,\s+|\s+-\s+|;\s*/u);
  for (const [start, clause] of clauses.entries()) {
    const found = BOOK.find(toSentence(clause).words);
    if (found.size === 0) continue;
    const next = clauses[start + 1];
    const tellsDay = (text: string | undefined) => text !== undefined && readDay(text, ANY_DAY) !== undefined;
    const end = start + (!tellsDay(clause) && tellsDay(next) ? 2 : 1);
    return {
      before: clauses.slice(0, start).join(", "),
      promise: clauses
        .slice(start, end)
        .join(", ")
        .replace(/[.!?\s]+$/u, "")
        .trim(),
      after: clauses.slice(end).join(", "),
      nothing: found.has("nothing"),
    };
  }
  return undefined;
}

// Whether a text tells a day at all does not depend on what day it is.
const ANY_DAY: Day = "2026-01-01";

function joined(before: string, after: string): string {
  return [before.trim(), after.trim()].filter(Boolean).join(", ");
}
