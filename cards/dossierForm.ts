import { REGIE_REASONS, RETURN_REASONS } from "../bot/domain/dossier/handoff.ts";
import { WEIGHTS, type Weight } from "../bot/domain/dossier/dossier.ts";
import type { Act } from "../bot/domain/dossier/moves.ts";
import type { ShownDossierForm } from "../bot/domain/dossier/shownDossier.ts";
import { button, buttonWithoutInputs } from "./actions.ts";
import { briefly } from "./briefly.ts";
import { chooseOne } from "./choosing.ts";
import { bare, card, heading, plain, subtle, text, type Card, type Element } from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

/** Steps whose text may stay empty. */
const TEXT_OPTIONAL: readonly Act[] = ["toChannel", "keep", "schedule", "awaitDecision"];
/** Steps whose date may stay empty. */
const DAY_OPTIONAL: readonly Act[] = ["giveBack", "keep", "feedback"];
const WITH_TEAM: readonly Act[] = ["redirect", "contribute"];
/** Longest question that stands in a choice, in characters. */
const ASKED_SHOWN = 120;
const WITH_COLLEAGUE: readonly Act[] = ["assign", "consult"];

/** The form of one step: exactly what it needs. */
export function dossierFormCard(shown: ShownDossierForm, token: string): Card {
  const { dossier, step } = shown;
  const title = nl.stepButton[step];
  return card(
    `${title}: ${dossier.title}`,
    [
      heading(title),
      subtle(`${dossier.number} · ${plain(dossier.title)}`),
      ...before(shown),
      ...fieldsOf(shown, token),
    ],
    [button(title, step, token, "positive"), buttonWithoutInputs(nl.buttons.back, "back", token)],
  );
}

/** What somebody needs in sight while filling it in. */
function before({ dossier, step, names }: ShownDossierForm): readonly Element[] {
  const last = step === "reply" ? dossier.consults.at(-1) : undefined;
  if (last) return [text(nl.dossier.question(plain(names.people[last.by] ?? last.by), plain(last.question)))];
  return step === "redirect" ? [text(nl.stepForm.redirectExplain)] : [];
}

function fieldsOf(shown: ShownDossierForm, token: string): readonly Element[] {
  const { step } = shown;
  return [
    ...kernField(shown),
    ...(WITH_TEAM.includes(step) ? [teamField(shown, token)] : []),
    ...(WITH_COLLEAGUE.includes(step) ? [colleagueField(shown, token)] : []),
    ...(step === "contribution" ? contributionField(shown) : []),
    ...(step === "giveBack" ? [reasonField()] : []),
    ...(step === "weigh" ? [weightField(shown.dossier.weight)] : []),
    ...(step === "feedback" ? [toldField()] : []),
    ...textField(step),
    ...dayField(step),
  ];
}

function textField(step: Act): readonly Element[] {
  const label = nl.stepText[step];
  if (label === undefined) return [];
  const field = {
    type: "Input.Text",
    id: "text",
    label,
    placeholder: nl.stepForm.hint,
    isMultiline: true,
    maxLength: 1000,
  } as const;
  return [
    TEXT_OPTIONAL.includes(step) ? field : { ...field, isRequired: true, errorMessage: nl.stepForm.required },
  ];
}

function dayField(step: Act): readonly Element[] {
  const label = nl.stepDay[step];
  if (label === undefined) return [];
  const field = { type: "Input.Date", id: "day", label } as const;
  return [
    DAY_OPTIONAL.includes(step) ? field : { ...field, isRequired: true, errorMessage: nl.stepForm.day },
  ];
}

function teamField({ vakteams }: ShownDossierForm, token: string): Element {
  const { vakteam: label, vakteamRequired: errorMessage } = nl.stepForm;
  return chooseOne({ id: "vakteam", label, errorMessage, dataset: "vakteams", choices: vakteams }, token);
}

function colleagueField({ colleagues, step }: ShownDossierForm, token: string): Element {
  const { colleague: label, colleagueRequired: errorMessage } = nl.stepForm;
  const dataset = step === "assign" ? "members" : "officials";
  return chooseOne({ id: "official", label, errorMessage, dataset, choices: colleagues }, token);
}

/** Which question is answered, when the team was asked several. */
function contributionField({ contributions }: ShownDossierForm): readonly Element[] {
  const [first, second] = contributions;
  if (!first) return [];
  if (!second) return [text(nl.stepForm.contributionAsked(plain(briefly(first.asked, ASKED_SHOWN))))];
  return [
    {
      type: "Input.ChoiceSet",
      id: "contribution",
      label: nl.stepForm.contribution,
      style: "expanded",
      value: first.id,
      choices: contributions.map(({ id, asked }) => ({
        title: bare(briefly(asked, ASKED_SHOWN)),
        value: id,
      })),
    },
  ];
}

function reasonField(): Element {
  return {
    type: "Input.ChoiceSet",
    id: "returnReason",
    label: nl.stepForm.reason,
    style: "compact",
    isRequired: true,
    errorMessage: nl.stepForm.reasonRequired,
    choices: RETURN_REASONS.map((value) => ({ title: nl.returnReason[value], value })),
  };
}

export function weightField(value: Weight): Element {
  return {
    type: "Input.ChoiceSet",
    id: "weight",
    label: nl.stepForm.weight,
    style: "compact",
    value,
    choices: (Object.keys(WEIGHTS) as Weight[]).map((one) => ({ title: nl.weight[one], value: one })),
  };
}

export function regieReasonField(): Element {
  return {
    type: "Input.ChoiceSet",
    id: "regieReason",
    label: nl.handover.regieReason,
    style: "expanded",
    choices: REGIE_REASONS.map((value) => ({ title: nl.regieReason[value], value })),
  };
}

function toldField(): Element {
  return {
    type: "Input.ChoiceSet",
    id: "told",
    label: nl.stepForm.told,
    style: "expanded",
    value: "yes",
    choices: [
      { title: nl.stepForm.toldYes, value: "yes" },
      { title: nl.stepForm.toldNo, value: "no" },
    ],
  };
}

/** Which kern is told, when several wait. */
function kernField({ step, dossier, names }: ShownDossierForm): readonly Element[] {
  const open = dossier.shares.filter(({ feedback }) => !feedback);
  if (step !== "feedback" || open.length < 2) return [];
  const choices = open.flatMap(({ kern }) =>
    kern === undefined ? [] : [{ title: bare(names.kernen[kern] ?? kern), value: kern }],
  );
  const [first] = choices;
  if (!first) return [];
  return [
    {
      type: "Input.ChoiceSet",
      id: "kern",
      label: nl.stepForm.kern,
      style: "compact",
      value: first.value,
      choices,
    },
  ];
}
