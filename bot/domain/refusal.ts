/** Why something was not done. A value, not an exception: somebody reads it, in words from `cards/texts`. */
export const REFUSALS = [
  "unknownButton", // a token that was never issued, or a payload that is not ours
  "notForYou", // the card is addressed to somebody else
  "outdated", // the card shows an older state
  "notInRegister", // only officials in the register may do this
  "guest", // invited from another organisation: Kernwijzer is for colleagues
  "notChecked", // whether this is a colleague could not be found out
  "notYourTeam", // only who speaks for a vakteam may do this
  "nobodyToAsk", // nobody of functioneel beheer is there to be asked
  "alreadyLinked", // the chosen official is somebody else at Teams
  "linkedToLeaver", // this person is an official who left, by the register
  "badInput", // what was filled in is missing or not possible
  "reasonMissing", // saying no needs a reason
  "sensitive", // the text holds data of one resident, which is never kept
  "notStored", // the store takes no writes now; nothing changed
  "failed", // something went wrong on our side
  "slow", // it takes longer than Teams waits; it may still be done
] as const;
export type Refusal = (typeof REFUSALS)[number];
