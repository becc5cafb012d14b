import { DANGER_PHRASES } from "./dangerPhrases.ts";
import {
  AWAY_PHRASES,
  DEPUTY_PHRASES,
  ENGLISH_PHRASES,
  HELP_PHRASES,
  LINK_CHANNEL_PHRASES,
  OUT_OF_REACH_PHRASES,
  OWNER_PHRASES,
  SMALL_TALK_PHRASES,
  THANKS_PHRASES,
  WHO_PHRASES,
} from "./intentPhrases.ts";
import {
  ANSWERED_PHRASES,
  APPLICATION_PHRASES,
  CONSULT_PHRASES,
  CONTRIBUTION_PHRASES,
  FORWARD_PHRASES,
  HOLD_PHRASES,
  LIST_PHRASES,
  LOAD_PHRASES,
  POT_PHRASES,
  PROMOTE_PHRASES,
  REOPEN_PHRASES,
  REPORTED_BACK_PHRASES,
  SCHEDULE_PHRASES,
  SPLIT_PHRASES,
  TAKE_PHRASES,
  WITHDRAW_PHRASES,
} from "./dossierPhrases.ts";
import { AGREE_PHRASES } from "./kernbudgetPhrases.ts";
import { phraseBook } from "./phrase.ts";
import {
  CALLED_PHRASES,
  CLOSE_PHRASES,
  GIVE_BACK_PHRASES,
  GUIDE_PHRASES,
  HAND_OVER_PHRASES,
  IN_KERN_PHRASES,
  MY_WORK_PHRASES,
  OFF_RECORD_PHRASES,
  PERSONAL_FIGURES_PHRASES,
  PROMISED_PHRASES,
  RECORD_PHRASES,
} from "./workPhrases.ts";
import type { Sentence, Word } from "./sentence.ts";

/** Which turns of phrase a sentence holds. */
export interface Wishes {
  has(wish: Wish): boolean;
  /** More of it is small talk than thanks: "fijn weekend". */
  readonly smallTalkFirst: boolean;
  /** Words of the sentence before the first of this turn of phrase; none when it is not there. */
  before(wish: Wish): number;
  readonly words: number;
  /** The whole text, for what shows in numbers and signs. */
  readonly typed: string;
  /** Positions of words that only ask or greet, so they tell nothing about the subject. */
  readonly positions: ReadonlySet<number>;
}

const TABLES = {
  danger: DANGER_PHRASES,
  agree: AGREE_PHRASES,
  outOfReach: OUT_OF_REACH_PHRASES,
  personalFigures: PERSONAL_FIGURES_PHRASES,
  offRecord: OFF_RECORD_PHRASES,
  english: ENGLISH_PHRASES,
  guide: GUIDE_PHRASES,
  myWork: MY_WORK_PHRASES,
  promised: PROMISED_PHRASES,
  inKern: IN_KERN_PHRASES,
  giveBack: GIVE_BACK_PHRASES,
  handOver: HAND_OVER_PHRASES,
  record: RECORD_PHRASES,
  called: CALLED_PHRASES,
  close: CLOSE_PHRASES,
  forward: FORWARD_PHRASES,
  consult: CONSULT_PHRASES,
  hold: HOLD_PHRASES,
  answered: ANSWERED_PHRASES,
  reopen: REOPEN_PHRASES,
  load: LOAD_PHRASES,
  reportedBack: REPORTED_BACK_PHRASES,
  list: LIST_PHRASES,
  withdraw: WITHDRAW_PHRASES,
  take: TAKE_PHRASES,
  schedule: SCHEDULE_PHRASES,
  split: SPLIT_PHRASES,
  contribution: CONTRIBUTION_PHRASES,
  promote: PROMOTE_PHRASES,
  pot: POT_PHRASES,
  application: APPLICATION_PHRASES,
  deputy: DEPUTY_PHRASES,
  away: AWAY_PHRASES,
  linkChannel: LINK_CHANNEL_PHRASES,
  help: HELP_PHRASES,
  thanks: THANKS_PHRASES,
  smallTalk: SMALL_TALK_PHRASES,
  owner: OWNER_PHRASES,
  who: WHO_PHRASES,
};
export type Wish = keyof typeof TABLES;
const BOOK = phraseBook(TABLES);

/** Turns of phrase whose words tell nothing about the subject. */
const ONLY_ASKING: readonly Wish[] = ["deputy", "away", "help", "thanks", "smallTalk", "owner"];

/** Turns of phrase that begin with what to do and for whom; the subject comes after the colon. */
const GIVING: readonly Wish[] = ["handOver", "giveBack", "record", "forward"];

/** "overdragen aan BOR: speelplek" → the words before the colon; only the phrase itself when nothing comes after. */
function addressOf(words: readonly Word[], found: ReadonlySet<number> | undefined): readonly number[] {
  if (found === undefined) return [];
  const next = words.findIndex(({ opens }, position) => opens && position > 0);
  return Math.min(...found) < next ? [...words.keys()].slice(0, next) : [...found];
}

/** Looks for every turn of phrase that tells what somebody wants. */
export function findWishes({ words, typed }: Sentence): Wishes {
  const found = BOOK.find(words);
  const bySign = new Map<Wish, boolean>([
    ["help", /^\?+$/.test(typed)],
    ["thanks", /^(?:👍|👌|🙏|❤️?|👏)/u.test(typed)],
  ]);
  const count = (wish: Wish) => found.get(wish)?.size ?? 0;
  return {
    has: (wish) => found.has(wish) || bySign.get(wish) === true,
    smallTalkFirst: count("smallTalk") > count("thanks"),
    before: (wish) => Math.min(...(found.get(wish) ?? [])),
    typed,
    words: words.length,
    positions: new Set([
      ...ONLY_ASKING.flatMap((wish) => [...(found.get(wish) ?? [])]),
      ...GIVING.flatMap((wish) => addressOf(words, found.get(wish))),
    ]),
  };
}
