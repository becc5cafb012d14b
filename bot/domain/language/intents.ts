import { DANGER_PHRASES } from "./dangerPhrases.ts";
import {
  AWAY_PHRASES,
  DEPUTY_PHRASES,
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
  readonly deputy: boolean;
  readonly away: boolean;
  readonly help: boolean;
  readonly thanks: boolean;
  readonly smallTalk: boolean;
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

/** Looks for every turn of phrase that tells what somebody wants. */
export function findWishes(sentence: Sentence): Wishes {
  const words = sentence.words.map((word) => word.text);
  const deputy = positionsOf(DEPUTY_PHRASES, words);
  const away = positionsOf(AWAY_PHRASES, words);
  const help = positionsOf(HELP_PHRASES, words);
  const thanks = positionsOf(THANKS_PHRASES, words);
  const smallTalk = positionsOf(SMALL_TALK_PHRASES, words);
  const owner = positionsOf(OWNER_PHRASES, words);
  return {
    danger: positionsOf(DANGER_PHRASES, words).size > 0,
    outOfReach: positionsOf(OUT_OF_REACH_PHRASES, words).size > 0,
    deputy: deputy.size > 0,
    away: away.size > 0,
    help: help.size > 0 || /^\?+$/.test(sentence.typed),
    thanks: thanks.size > 0 || /^(?:👍|👌|🙏|❤️?|👏)/u.test(sentence.typed),
    smallTalk: smallTalk.size > 0,
    owner: owner.size > 0,
    positions: new Set([...deputy, ...away, ...help, ...thanks, ...smallTalk, ...owner]),
  };
}

/** What somebody wants. Danger goes before everything; a subject goes before politeness. */
export function intentOf(wishes: Wishes, { hasTopic, hasKern, hasOfficial }: Findings): IntentName {
  if (wishes.danger) return "danger";
  if (wishes.outOfReach) return "outOfReach";
  if (wishes.deputy && (hasOfficial || !hasTopic)) return "deputy";
  if (wishes.away && hasOfficial && !hasTopic) return "deputy";
  if (hasTopic) return "owner";
  if (wishes.help) return "help";
  if (wishes.thanks) return "thanks";
  if (hasKern || wishes.owner) return "owner";
  if (wishes.smallTalk) return "smallTalk";
  return "unknown";
}
