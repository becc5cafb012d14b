import type { SubjectKind } from "./token.ts";

/** Buttons on the card of a question to the register. */
const QUESTION_VERBS = [
  "choose1", // the first offered option, and so on
  "choose2",
  "choose3",
  "otherKern", // none of the offered kernen: show them all
  "pickKern", // the kern chosen from the full list
  "otherTopic", // the second candidate is the right topic
  "pickTopic", // the topic chosen from the whole catalogue
  "notRight", // the answer is wrong: show the form for a change
  "propose", // send that form
  "back", // leave the form
] as const;

/** Buttons on the card of a proposed owner. */
const PROPOSAL_VERBS = ["accept", "refuse"] as const;

/** Buttons on the card that a channel is greeted with. */
const CHANNEL_VERBS = [
  "linkForm", // show the form that makes it the channel of a vakteam
  "link", // send that form
  "back", // leave the form
] as const;

/** Buttons on the card of somebody who is not in the register. */
const ACCESS_VERBS = [
  "askAccess", // ask functioneel beheer to be let in
  "link", // this person is the chosen official
  "refuse", // this person is not let in
] as const;

/** Every button there is. A closed vocabulary: anything else on the wire is refused. */
export const VERBS = [...new Set([...QUESTION_VERBS, ...PROPOSAL_VERBS, ...CHANNEL_VERBS, ...ACCESS_VERBS])];
export type Verb = (typeof VERBS)[number];

/** Which buttons each sort of card has: a verb that does not belong to what the token stands for is no button. */
export const VERBS_ON: Readonly<Record<SubjectKind, readonly Verb[]>> = {
  question: QUESTION_VERBS,
  proposal: PROPOSAL_VERBS,
  conversation: CHANNEL_VERBS,
  accessRequest: ACCESS_VERBS,
};

/** The inputs cards have. Values are typed by people or forged: every use checks them. */
export const INPUTS = ["kern", "topic", "vakteam", "official", "scope", "remark", "reason"] as const;
export type InputName = (typeof INPUTS)[number];
export type Inputs = Readonly<Partial<Record<InputName, string>>>;
