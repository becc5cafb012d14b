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
import type { IntentName } from "./reading.ts";
import type { Sentence, Word } from "./sentence.ts";

/** Which turns of phrase a sentence holds. */
export interface Wishes {
  has(wish: Wish): boolean;
  /** More of it is small talk than thanks: "fijn weekend". */
  readonly smallTalkFirst: boolean;
  /** Words of the sentence before the first of this turn of phrase; none when it is not there. */
  before(wish: Wish): number;
  readonly words: number;
  /** Positions of words that only ask or greet, so they tell nothing about the subject. */
  readonly positions: ReadonlySet<number>;
}

/** What else is known of the sentence when its intent is decided. */
export interface Findings {
  readonly hasTopic: boolean;
  readonly hasKern: boolean;
  readonly hasOfficial: boolean;
  readonly hasVakteam: boolean;
  readonly hasRole: boolean;
}

// A joke or a birthday is asked for in a few words; in a longer text the word stands for something else.
const LONGEST_OUT_OF_REACH = 12;

// Work is asked for at the beginning; further on the same words tell a story.
const LATEST_COMMAND = 5;

const TABLES = {
  danger: DANGER_PHRASES,
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
  deputy: DEPUTY_PHRASES,
  away: AWAY_PHRASES,
  linkChannel: LINK_CHANNEL_PHRASES,
  help: HELP_PHRASES,
  thanks: THANKS_PHRASES,
  smallTalk: SMALL_TALK_PHRASES,
  owner: OWNER_PHRASES,
  who: WHO_PHRASES,
};
type Wish = keyof typeof TABLES;
const BOOK = phraseBook(TABLES);

/** Turns of phrase whose words tell nothing about the subject. */
const ONLY_ASKING: readonly Wish[] = ["deputy", "away", "help", "thanks", "smallTalk", "owner"];

/** Turns of phrase that begin with what to do and for whom; the subject comes after the colon. */
const GIVING: readonly Wish[] = ["handOver", "giveBack", "record"];

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
    words: words.length,
    positions: new Set([
      ...ONLY_ASKING.flatMap((wish) => [...(found.get(wish) ?? [])]),
      ...GIVING.flatMap((wish) => addressOf(words, found.get(wish))),
    ]),
  };
}

/** What somebody wants. Danger goes before everything; a subject goes before politeness. */
export function intentOf(wishes: Wishes, findings: Findings): IntentName {
  const { hasTopic, hasKern, hasOfficial } = findings;
  if (wishes.has("danger")) return "danger";
  if (wishes.has("english")) return "english";
  if (wishes.words <= LONGEST_OUT_OF_REACH && wishes.has("outOfReach")) return "outOfReach";
  if (wishes.has("linkChannel")) return "linkChannel";
  const command = commandOf(wishes, findings);
  if (command) return command;
  if (wishes.has("deputy") && (hasOfficial || !hasTopic)) return "deputy";
  if (wishes.has("away") && hasOfficial && !hasTopic) return "deputy";
  if (wishes.has("who") && findings.hasRole) return "role";
  if (hasTopic) return "owner";
  if (wishes.has("help")) return "help";
  if (wishes.has("thanks") && !wishes.smallTalkFirst) return "thanks";
  if (hasKern || wishes.has("owner")) return "owner";
  if (wishes.has("smallTalk")) return "smallTalk";
  if (wishes.has("thanks")) return "thanks";
  return "unknown";
}

/** Work that is asked for, each only where nothing else can be meant. */
function commandOf(wishes: Wishes, findings: Findings): IntentName | undefined {
  const { hasKern, hasOfficial, hasVakteam } = findings;
  const asks = (wish: Wish) => wishes.has(wish) && wishes.before(wish) <= LATEST_COMMAND;
  if (asks("personalFigures")) return "personalFigures";
  if (wishes.has("offRecord")) return "offRecord";
  if (asks("guide")) return "guide";
  if (asks("myWork")) return "myWork";
  if (asks("promised")) return "promised";
  if (asks("inKern") && hasKern) return "inKern";
  if (asks("giveBack")) return "giveBack";
  // "naar wie moet ik dit doorzetten" asks; "doorzetten naar BOR" does.
  if (asks("handOver") && (hasOfficial || hasVakteam) && !wishes.has("owner")) return "handOver";
  if (asks("record")) return "record";
  if (asks("called")) return "called";
  if (wishes.before("close") === 0) return "close";
  return undefined;
}
