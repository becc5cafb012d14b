import type { Choice, Dataset } from "../bot/domain/choices.ts";
import { queryOf } from "./actions.ts";
import type { ChoiceInput } from "./elements.ts";

/** A list this short stands on the card; in a longer one Teams searches while somebody types. */
const SHORT_LIST = 15;

interface Field {
  readonly id: string;
  readonly label: string;
  readonly errorMessage: string;
  readonly dataset: Dataset;
  /** Everything that can be chosen; absent when that never fits on a card. */
  readonly choices?: readonly { readonly id: string; readonly name: string }[];
  /** Stands on the card in any case. */
  readonly always?: readonly Choice[];
}

/** A field to choose one thing in, from a list or by typing. */
export function chooseOne(
  { id, label, errorMessage, dataset, choices, always = [] }: Field,
  token: string,
): ChoiceInput {
  const field = {
    type: "Input.ChoiceSet",
    id,
    label,
    style: "filtered",
    isRequired: true,
    errorMessage,
  } as const;
  if (choices && choices.length <= SHORT_LIST) {
    const listed = choices.map((choice) => ({ title: choice.name, value: choice.id }));
    const [only, second] = listed;
    const preset = only && !second ? { value: only.value } : {};
    return { ...field, choices: [...listed, ...always], ...preset };
  }
  return { ...field, choices: always, "choices.data": queryOf(dataset, token) };
}
