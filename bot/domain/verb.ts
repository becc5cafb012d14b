import { MOVES, type Act } from "./dossier/moves.ts";
import { PLAN_INPUTS, PLAN_VERBS } from "./kernbudget/verbs.ts";
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
  "forwardForm", // the answer is not enough: show the form for a question to the team
  "forward", // send that form
  "forwardAnyway", // send it although the team is full: it may wait
  "callBackForm", // show the form for a call to make
  "callBack", // send that form
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

const ACTS = Object.keys(MOVES) as readonly Act[];

/** Buttons on the card of a dossier: the steps themselves, their forms, and those that only show something. */
const DOSSIER_VERBS = [
  ...ACTS,
  ...ACTS.map((act): `${Act}Form` => `${act}Form`), // show the form of a step
  "pick", // show the form of the step in `step`
  "more", // show every step this person may take now
  "whyMe", // why somebody is named on the card
  "timeline", // what happened to it
  "open", // from a list: show the one in `dossier`
  "queue", // offer it to a full team: it may wait
  "fill", // keep what was filled in before it is offered
  "back", // leave the form
] as const;

/** Every button there is. A closed vocabulary: anything else on the wire is refused. */
export const VERBS = [
  ...new Set([
    ...QUESTION_VERBS,
    ...PROPOSAL_VERBS,
    ...CHANNEL_VERBS,
    ...ACCESS_VERBS,
    ...DOSSIER_VERBS,
    ...PLAN_VERBS,
  ]),
];
export type Verb = (typeof VERBS)[number];

/** Which buttons each sort of card has: a verb that does not belong to what the token stands for is no button. */
export const VERBS_ON: Readonly<Record<SubjectKind, readonly Verb[]>> = {
  question: QUESTION_VERBS,
  proposal: PROPOSAL_VERBS,
  conversation: CHANNEL_VERBS,
  accessRequest: ACCESS_VERBS,
  dossier: DOSSIER_VERBS,
  plan: PLAN_VERBS,
};

/** The inputs cards have. Values are typed by people or forged: every use checks them. */
export const INPUTS = [
  "kern",
  "topic",
  "vakteam",
  "scope",
  "remark",
  "reason",
  "step", // the step whose form is asked for
  "text",
  "day",
  "official",
  "weight",
  "asked",
  "done",
  "driehoek",
  "promised",
  "promisedDay",
  "title",
  "reference",
  "returnReason",
  "regieReason",
  "urgency",
  "told",
  "dossier", // another dossier, to bundle with
  "contribution",
  ...PLAN_INPUTS,
] as const;
export type InputName = (typeof INPUTS)[number];
export type Inputs = Readonly<Partial<Record<InputName, string>>>;
