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
  "notAllowed", // this step is not for this role
  "notYourDossier", // this person has nothing to do with the dossier
  "teamFull", // the team has no room; the sender must choose
  "noOwner", // no team is known for it, so there is nobody to send it to
  "callNow", // danger is called about, never handed over
  "notInTeam", // the person does not work in that team
  "absent", // the person is away
  "closed", // the dossier is closed
  "dateMissing", // a day is needed, and not one in the past
  "regieReasonMissing", // gebiedsregie is asked without a reason from the list
  "statutory", // a statutory task cannot be left to the village
  "hopLimit", // it went on twice already
  "refusedBefore", // that team gave it back before
  "badInput", // what was filled in is missing or not possible
  "reasonMissing", // saying no needs a reason
  "sensitive", // the text holds data of one resident, which is never kept
  "notStored", // the store takes no writes now; nothing changed
  "failed", // something went wrong on our side
  "slow", // it takes longer than Teams waits; it may still be done
] as const;
export type Refusal = (typeof REFUSALS)[number];
