import { DANGER_PHRASES } from "./dangerPhrases.ts";
import {
  AWAY_PHRASES,
  DEPUTY_PHRASES,
  ENGLISH_PHRASES,
  HELP_PHRASES,
  OUT_OF_REACH_PHRASES,
  OWNER_PHRASES,
  SMALL_TALK_PHRASES,
  THANKS_PHRASES,
} from "./intentPhrases.ts";
import { positionsOf } from "./phrase.ts";
import type { IntentName } from "./reading.ts";
import type { Sentence } from "./sentence.ts";

/** Which turns of phrase a sentence holds. */
export interface Wishes {
  readonly danger: boolean;
  readonly outOfReach: boolean;
  readonly english: boolean;
  readonly deputy: boolean;
  readonly away: boolean;
  readonly help: boolean;
  readonly thanks: boolean;
  readonly smallTalk: boolean;
  /** More of it is small talk than thanks: "fijn weekend". */
  readonly smallTalkFirst: boolean;
  readonly owner: boolean;
  /** Positions of words that only ask or greet, so they tell nothing about the subject. */
  readonly positions: ReadonlySet<number>;
}

/** What else is known of the sentence when its intent is decided. */
export interface Findings {
  readonly hasTopic: boolean;
  readonly hasKern: boolean;
  readonly hasOfficial: boolean;
}

// A joke or a birthday is asked for in a few words; in a longer text the word stands for something else.
const LONGEST_OUT_OF_REACH = 12;

/** Looks for every turn of phrase that tells what somebody wants. */
export function findWishes(sentence: Sentence): Wishes {
  const { words } = sentence;
  const deputy = positionsOf(DEPUTY_PHRASES, words);
  const away = positionsOf(AWAY_PHRASES, words);
  const help = positionsOf(HELP_PHRASES, words);
  const thanks = positionsOf(THANKS_PHRASES, words);
  const smallTalk = positionsOf(SMALL_TALK_PHRASES, words);
  const owner = positionsOf(OWNER_PHRASES, words);
  return {
    danger: positionsOf(DANGER_PHRASES, words).size > 0,
    outOfReach: words.length <= LONGEST_OUT_OF_REACH && positionsOf(OUT_OF_REACH_PHRASES, words).size > 0,
    english: positionsOf(ENGLISH_PHRASES, words).size > 0,
    deputy: deputy.size > 0,
    away: away.size > 0,
    help: help.size > 0 || /^\?+$/.test(sentence.typed),
    thanks: thanks.size > 0 || /^(?:👍|👌|🙏|❤️?|👏)/u.test(sentence.typed),
    smallTalk: smallTalk.size > 0,
    smallTalkFirst: smallTalk.size > thanks.size,
    owner: owner.size > 0,
    positions: new Set([...deputy, ...away, ...help, ...thanks, ...smallTalk, ...owner]),
  };
}

/** What somebody wants. Danger goes before everything; a subject goes before politeness. */
export function intentOf(wishes: Wishes, { hasTopic, hasKern, hasOfficial }: Findings): IntentName {
  if (wishes.danger) return "danger";
  if (wishes.english) return "english";
  if (wishes.outOfReach) return "outOfReach";
  if (wishes.deputy && (hasOfficial || !hasTopic)) return "deputy";
  if (wishes.away && hasOfficial && !hasTopic) return "deputy";
  if (hasTopic) return "owner";
  if (wishes.help) return "help";
  if (wishes.thanks && !wishes.smallTalkFirst) return "thanks";
  if (hasKern || wishes.owner) return "owner";
  if (wishes.smallTalk) return "smallTalk";
  if (wishes.thanks) return "thanks";
  return "unknown";
}
