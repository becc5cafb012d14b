import { ASKED } from "../bot/domain/dossier/dossier.ts";
import { URGENCIES } from "../bot/domain/dossier/handoff.ts";
import type { ShownHandover } from "../bot/domain/dossier/shownDossier.ts";
import type { InputName } from "../bot/domain/verb.ts";
import { chooseOne } from "./choosing.ts";
import { weightField } from "./dossierForm.ts";
import { plain, text, warning, type Element } from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

const LONGEST = 1000;
const LONGEST_TITLE = 120;

/** Everything a warm handover tells, with what is known filled in; in the order in which the team reads it. */
export function handoverFields(shown: ShownHandover, token: string): readonly Element[] {
  const words = nl.handover;
  const { dossier, contact } = shown;
  const promised = dossier.shares[0]?.promised;
  const forResidents = [
    textField("promised", words.promised, promised?.text ?? ""),
    dayField("promisedDay", words.promisedDay, promised?.by),
    text(contact === undefined ? words.contact : words.contactIs(plain(contact))),
    textField("driehoek", words.driehoek, dossier.driehoek),
  ];
  return [
    textField("title", words.what, dossier.title, LONGEST_TITLE),
    kernField(shown, token),
    teamField(shown, token),
    {
      type: "Input.ChoiceSet",
      id: "asked",
      label: words.asked,
      style: "compact",
      value: dossier.asked,
      choices: ASKED.map((value) => ({ title: nl.asked[value], value })),
    },
    textField("done", words.done, dossier.done),
    ...(dossier.sort === "question" ? [] : forResidents),
    dayField("day", words.due, dossier.due),
    weightField(dossier.weight),
  ];
}

export function kernField({ dossier, names, kernen }: ShownHandover, token: string): Element {
  const kern = dossier.shares[0]?.kern;
  const chosen = kern === undefined ? undefined : { id: kern, name: names.kernen[kern] ?? kern };
  const { askKern, handover } = nl;
  return chooseOne(
    {
      id: "kern",
      label: handover.kern,
      errorMessage: askKern.required,
      dataset: "kernen",
      choices: kernen,
      chosen,
    },
    token,
  );
}

export function teamField({ dossier, names, vakteams }: ShownHandover, token: string): Element {
  const team = dossier.draft?.vakteam;
  const chosen = team === undefined ? undefined : { id: team, name: names.vakteams[team] ?? team };
  return chooseOne(
    {
      id: "vakteam",
      label: nl.handover.team,
      errorMessage: nl.stepForm.vakteamRequired,
      dataset: "vakteams",
      choices: vakteams,
      chosen,
    },
    token,
  );
}

/** The three doors for urgency; when it was asked for, with what each of them is worth. */
export function urgencyFields(
  { portefeuillehouder }: ShownHandover,
  isAskedFor: boolean,
): readonly Element[] {
  const words = nl.handover;
  const board = portefeuillehouder === undefined ? [] : [words.board(plain(portefeuillehouder))];
  return [
    ...(isAskedFor ? [warning(words.urgent, ...board)] : []),
    {
      type: "Input.ChoiceSet",
      id: "urgency",
      label: words.urgency,
      style: "compact",
      value: "none",
      choices: [
        { title: words.noUrgency, value: "none" },
        ...URGENCIES.map((value) => ({ title: nl.urgency[value], value })),
      ],
    },
    textField("text", words.urgencyText, ""),
  ];
}

export function textField(id: InputName, label: string, value: string, maxLength = LONGEST): Element {
  return {
    type: "Input.Text",
    id,
    label,
    isMultiline: maxLength > LONGEST_TITLE,
    maxLength,
    placeholder: nl.stepForm.hint,
    ...(value === "" ? {} : { value }),
  };
}

export function dayField(
  id: InputName,
  label: string,
  value: string | undefined,
  isRequired = false,
): Element {
  return {
    type: "Input.Date",
    id,
    label,
    ...(value === undefined ? {} : { value }),
    ...(isRequired ? { isRequired, errorMessage: nl.stepForm.day } : {}),
  };
}
