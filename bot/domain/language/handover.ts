import type { Day } from "../calendar.ts";
import type { KernId } from "../kern.ts";
import { addressOf, type Addressed, type Names } from "./addressee.ts";
import { phraseBook } from "./phrase.ts";
import { readPromises, type TypedPromise } from "./promise.ts";
import type { TopicCandidate } from "./reading.ts";
import { toSentence } from "./sentence.ts";

/** What is asked of whoever takes over. */
export type TypedAsk = "answer" | "advice" | "act" | "decide" | "thinkAlong";

/** A handover as somebody typed it in one message. */
export interface TypedHandover extends Addressed {
  /** The subject as typed, without the address and without what was promised. Empty when only an address was given. */
  readonly text: string;
  readonly kernen: readonly KernId[];
  /** Kernen a word may mean; never also in `kernen`. */
  readonly ambiguousKernen: readonly KernId[];
  /** Best first. */
  readonly topics: readonly TopicCandidate[];
  readonly asked: TypedAsk;
  readonly promised?: TypedPromise | undefined;
  /** It says in so many words that nothing was promised: it need not be asked. */
  readonly nothingPromised: boolean;
  /** It is called urgent; for which of the three reasons is still to be asked. */
  readonly urgent: boolean;
  /** A member of the college wants it. */
  readonly board: boolean;
}

// The notation is explained in `phrase.ts`.
const ASKED = phraseBook<TypedAsk>({
  decide: `
    besluit/besluiten/beslissen/beslissing/akkoord/goedkeuring/goedkeuren/toestemming
    mag dit/dat/het/t
  `,
  thinkAlong: `
    meedenken/sparren/brainstormen/meekijken
    denk/denken/kijk/kijken .. mee
    ideeen/suggesties
  `,
  advice: `
    advies/adviseren/vakadvies/beoordelen/beoordeling/inschatting
    wat vind/vinden/raad/raden .. jij/je/jullie/aan
  `,
  answer: `
    wil/willen/wilde/wilden .. weten/horen
    vraagt/vragen/vroeg/vroegen .. of/wanneer/wat/waarom/hoe/wie/waar
    weten/uitsluitsel/antwoord/reactie
  `,
  act: `
    kan/kun/kunnen/wil/willen .. je/jij/jullie/team? .. maken/repareren/plaatsen/weghalen/regelen/herstellen/snoeien/uitvoeren/vervangen/opruimen/leveren/schouwen/uitleggen
    graag .. maken/repareren/plaatsen/weghalen/regelen/herstellen/snoeien/uitvoeren/vervangen/opruimen/leveren/schouwen
    moet/moeten .. gemaakt/gerepareerd/geplaatst/weggehaald/geregeld/hersteld/gesnoeid/vervangen/opgeruimd
    uitleg geven
    moet/moeten .. maken/repareren/plaatsen/weghalen/regelen/herstellen/snoeien/vervangen/opruimen
  `,
});
const ORDER: readonly TypedAsk[] = ["decide", "thinkAlong", "advice", "answer", "act"];

// "zsm" is a habit, not a reason to go before others.
const STRESS = phraseBook({
  urgent: `
    spoed/spoedeisend/spoedgeval/urgent/dringend/haast
    heel? snel nodig
    vandaag nog
  `,
  notUrgent: `
    geen/zonder spoed/haast
    niet .. urgent/dringend/spoedeisend
    heeft? geen haast/spoed
  `,
  board: `
    wethouder/wethouders/burgemeester/college/bestuur .. wil/willen/vraagt/vroeg/verwacht/eist/wilde/dringt/vindt/hamert/heeft
    op verzoek van .. wethouder/burgemeester/college/bestuur
    moet/moest van .. wethouder/burgemeester/college/bestuur
    bestuurlijk gewenst/gevoelig/verzoek/spoed/belangrijk/wens/prioriteit
  `,
});

/** Reads everything a typed handover tells, so that only what is missing has to be asked. */
export function readHandover(typed: string, names: Names, today: Day): TypedHandover {
  const { text: said, ...to } = addressOf(typed, names);
  const { promised, nothing, rest } = readPromises(said, today);
  const { kernen, ambiguousKernen, topics } = names.reader.read(rest);
  const asks = ASKED.find(toSentence(rest).words);
  const stress = STRESS.find(toSentence(typed).words);
  return {
    ...to,
    text: rest,
    kernen,
    ambiguousKernen,
    topics,
    asked: ORDER.find((one) => asks.has(one)) ?? "answer",
    promised,
    nothingPromised: nothing,
    urgent: stress.has("urgent") && !stress.has("notUrgent"),
    board: stress.has("board"),
  };
}
