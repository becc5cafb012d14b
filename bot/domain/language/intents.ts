import { commandOf } from "./commands.ts";
import type { IntentName } from "./reading.ts";
import type { Wishes } from "./wishes.ts";

/** What else is known of the sentence when its intent is decided. */
export interface Findings {
  readonly hasTopic: boolean;
  readonly hasKern: boolean;
  readonly hasOfficial: boolean;
  readonly hasVakteam: boolean;
  readonly hasRole: boolean;
  /** An amount of money is told. */
  readonly hasMoney: boolean;
}

// A joke or a birthday is asked for in a few words; in a longer text the word stands for something else.
const LONGEST_OUT_OF_REACH = 12;

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
