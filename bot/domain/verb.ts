/** Buttons on the card of a question to the register. */
const QUESTION_VERBS = [
  "choose1", // the first offered option, and so on
  "choose2",
  "choose3",
  "otherKern", // none of the offered kernen: show them all
  "pickKern", // the kern chosen from the full list
  "otherTopic", // the second candidate is the right topic
  "notRight", // the answer is wrong: show the form for a change
  "propose", // send that form
  "back", // leave the form
] as const;

/** Buttons on the card of a proposed owner. */
const PROPOSAL_VERBS = ["accept", "refuse"] as const;

/** Every button there is. A closed vocabulary: anything else on the wire is refused. */
export const VERBS = [...QUESTION_VERBS, ...PROPOSAL_VERBS] as const;
export type Verb = (typeof VERBS)[number];

/** The inputs cards have. Values are typed by people or forged: every use checks them. */
export const INPUTS = ["kern", "vakteam", "scope", "remark", "reason"] as const;
export type InputName = (typeof INPUTS)[number];
export type Inputs = Readonly<Partial<Record<InputName, string>>>;
