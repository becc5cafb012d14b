import { euros } from "../bot/domain/kernbudget/amount.ts";
import type { ShownPlanForm } from "../bot/domain/kernbudget/shownPlan.ts";
import { button, buttonWithoutInputs } from "./actions.ts";
import {
  card,
  heading,
  plain,
  text,
  type Card,
  type ChoiceInput,
  type DateInput,
  type Element,
  type TextInput,
} from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

const { kernbudget: words } = nl;
const { fields } = words;

/** The form of one step on a plan. */
export function planFormCard(shown: ShownPlanForm, token: string): Card {
  const { form, facts: known } = shown;
  const what = words.what(
    euros(known.askedCents),
    known.applicant === "" ? words.noApplicant : plain(known.applicant),
    known.kern === "" ? words.noKern : plain(known.kern),
  );
  const isYes = form === "grantPart" || form === "grantOnCondition" || form === "fillIn";
  return card(
    words.forms[form],
    [
      heading(words.forms[form]),
      ...(form === "fillIn" ? [] : [text(what, { weight: "bolder" })]),
      ...fieldsOf(shown),
    ],
    [
      button(words.steps[form], form, token, isYes ? "positive" : undefined),
      buttonWithoutInputs(words.steps.back, "back", token),
    ],
  );
}

function fieldsOf(shown: ShownPlanForm): readonly Element[] {
  const { facts: known, today } = shown;
  switch (shown.form) {
    case "fillIn":
      return intakeFields(shown);
    case "assess":
      return [
        {
          ...choose(
            "criteria",
            fields.criteria,
            known.criteria.map(({ id, text: title }) => ({ value: id, title })),
          ),
          isMultiSelect: true,
          value: known.criteria.flatMap(({ id, met }) => (met ? [id] : [])).join(","),
        },
      ];
    case "advise":
      return [{ ...long("advice", fields.advice), placeholder: fields.adviceHint, ...needed }];
    case "complete":
      return [date("activityDay", fields.completedDay, today)];
    case "grantPart":
      return [
        { ...short("amount", fields.lowerAmount(euros(known.possibleCents))), ...needed },
        { ...long("reason", fields.reason), ...needed },
      ];
    case "grantOnCondition":
      return [{ ...long("condition", fields.condition), ...needed }, long("reason", fields.reason)];
    case "refuse":
      return [{ ...long("reason", fields.reason), ...needed }];
    case "explain":
      return [{ ...long("reason", fields.question), ...needed }];
    case "recordCollege":
      return [
        date("collegeDay", fields.collegeDay, shown.plan.collegeOn ?? today),
        { ...short("listNumber", fields.listNumber), ...needed },
        { ...short("amount", fields.grantedAmount, euros(known.askedCents)), ...needed },
        long("condition", fields.condition),
        long("reason", fields.reason),
      ];
    case "settlePlan":
      return [{ ...short("amount", fields.finalAmount), ...needed }];
  }
}

function intakeFields({
  plan,
  facts: known,
  today,
  kernen,
  portefeuilles,
  vakteams,
}: ShownPlanForm): readonly Element[] {
  const listed = (rows: readonly { readonly id: string; readonly name: string }[]) =>
    rows.map(({ id, name }) => ({ title: name, value: id }));
  return [
    { ...short("applicant", fields.applicant, plan.applicant), ...needed },
    { ...short("purpose", fields.purpose, plan.purpose), ...needed },
    {
      ...choose("kern", fields.kern, listed(kernen)),
      ...(plan.kern === "" ? {} : { value: plan.kern }),
      isRequired: true,
      errorMessage: fields.kernRequired,
    },
    {
      ...short("amount", fields.amount, plan.askedCents === 0 ? "" : euros(plan.askedCents)),
      isRequired: true,
      errorMessage: fields.amountRequired,
    },
    short("ownMoney", fields.ownMoney, plan.own.moneyCents === 0 ? "" : euros(plan.own.moneyCents)),
    short("hours", fields.hours, plan.own.hours === 0 ? "" : String(plan.own.hours)),
    { ...long("funds", fields.funds), placeholder: fields.fundsHint },
    date("activityDay", fields.activityDay, known.activityOn),
    short("caseNumber", fields.caseNumber, plan.caseNumber ?? ""),
    { ...choose("portefeuilles", fields.portefeuilles, listed(portefeuilles)), isMultiSelect: true },
    choose("vakteam", fields.vakteam, [{ title: fields.noTeam, value: "none" }, ...listed(vakteams)]),
    {
      ...choose("application", fields.application, [
        { title: fields.yes, value: "yes" },
        { title: fields.no, value: "no" },
      ]),
      style: "expanded",
      value: plan.status === "plan" ? "yes" : "no",
    },
    date("receivedDay", fields.receivedDay, today),
  ];
}

const needed = { isRequired: true, errorMessage: fields.required } as const;

function short(id: string, label: string, value = ""): TextInput {
  return {
    type: "Input.Text",
    id,
    label,
    isMultiline: false,
    maxLength: 200,
    ...(value === "" ? {} : { value }),
  };
}

function long(id: string, label: string): TextInput {
  return { type: "Input.Text", id, label, isMultiline: true, maxLength: 500 };
}

function date(id: string, label: string, value?: string): DateInput {
  return { type: "Input.Date", id, label, ...(value === undefined ? {} : { value }) };
}

function choose(id: string, label: string, choices: ChoiceInput["choices"]): ChoiceInput {
  return { type: "Input.ChoiceSet", id, label, style: "compact", choices };
}
