/** Steps on a plan that need words or an amount: pressed, they show a form first. */
export const PLAN_FORMS = [
  "fillIn",
  "assess",
  "advise",
  "complete",
  "grantPart",
  "grantOnCondition",
  "refuse",
  "explain",
  "recordCollege",
  "settlePlan",
] as const;
export type PlanForm = (typeof PLAN_FORMS)[number];

/** Buttons on the card of a plan. */
export const PLAN_VERBS = [
  ...PLAN_FORMS,
  "fillInForm",
  "assessForm",
  "adviseForm",
  "completeForm",
  "grantPartForm",
  "grantOnConditionForm",
  "refuseForm",
  "explainForm",
  "recordCollegeForm",
  "settlePlanForm",
  "more", // the steps that do not fit on the card
  "pick", // take the one in `step`
  "back", // leave the form
  "makeReady",
  "askMore",
  "drop",
  "withdraw",
  "consent",
  "recuse",
  "agree",
  "toCollege",
  "grant",
  "waitlist",
  "sendLetter",
  "pay",
  "account",
] as const;
export type PlanVerb = (typeof PLAN_VERBS)[number];

/** The inputs on its forms. */
export const PLAN_INPUTS = [
  "applicant",
  "purpose",
  "amount",
  "ownMoney",
  "hours",
  "funds",
  "activityDay",
  "caseNumber",
  "application", // "yes" when it is a formal one
  "receivedDay",
  "portefeuilles",
  "advice",
  "criteria",
  "condition",
  "collegeDay",
  "listNumber",
] as const;

/** The form a button shows; undefined when it takes a step at once. */
export function formOf(verb: PlanVerb): PlanForm | undefined {
  return PLAN_FORMS.find((form) => `${form}Form` === verb);
}
