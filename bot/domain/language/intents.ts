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
import { phraseBook } from "./phrase.ts";
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

const BOOK = phraseBook({
  danger: DANGER_PHRASES,
  outOfReach: OUT_OF_REACH_PHRASES,
  english: ENGLISH_PHRASES,
  deputy: DEPUTY_PHRASES,
  away: AWAY_PHRASES,
  help: HELP_PHRASES,
  thanks: THANKS_PHRASES,
  smallTalk: SMALL_TALK_PHRASES,
  owner: OWNER_PHRASES,
});

/** Turns of phrase that only ask or greet; the words of the others tell what it is about too. */
const ONLY_ASKING = ["deputy", "away", "help", "thanks", "smallTalk", "owner"] as const;

/** Looks for every turn of phrase that tells what somebody wants. */
export function findWishes(sentence: Sentence): Wishes {
  const { words, typed } = sentence;
  const found = BOOK.find(words);
  return {
    danger: found.has("danger"),
    outOfReach: words.length <= LONGEST_OUT_OF_REACH && found.has("outOfReach"),
    english: found.has("english"),
    deputy: found.has("deputy"),
    away: found.has("away"),
    help: found.has("help") || /^\?+$/.test(typed),
    thanks: found.has("thanks") || /^(?:👍|👌|🙏|❤️?|👏)/u.test(typed),
    smallTalk: found.has("smallTalk"),
    smallTalkFirst: (found.get("smallTalk")?.size ?? 0) > (found.get("thanks")?.size ?? 0),
    owner: found.has("owner"),
    positions: new Set(ONLY_ASKING.flatMap((wish) => [...(found.get(wish) ?? [])])),
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
