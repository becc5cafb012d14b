import { NOT_COMPETENT, type NotCompetent } from "./decider.ts";

/** Why something was not done to a plan. Read by the person who pressed, in words from `cards/texts`. */
export const PLAN_REFUSALS = [
  ...NOT_COMPETENT,
  "overCeiling", // more than the pot can give
  "badAmount", // no amount, or not one that can be granted
  "reasonNeeded", // refusing, a lower amount, a condition or an exception needs a reason
  "notYours", // somebody else prepares, advises or sends the letter
  "incomplete", // something that must be known is not filled in
  "badDay", // a day that does not exist or cannot be
] as const;
export type PlanRefusal = NotCompetent | (typeof PLAN_REFUSALS)[number];
