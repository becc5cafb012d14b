import type { Choice, Dataset } from "../bot/domain/choices.ts";
import { queryOf } from "./actions.ts";
import { bare, type ChoiceInput } from "./elements.ts";

/** A list this short stands on the card; in a longer one Teams searches while somebody types. */
const SHORT_LIST = 15;

interface Field {
  readonly id: string;
  readonly label: string;
  readonly errorMessage: string;
  readonly dataset: Dataset;
  /** Everything that can be chosen; absent when that never fits on a card. */
  readonly choices?: readonly { readonly id: string; readonly name: string }[];
  /** What was understood already. */
  readonly chosen?: { readonly id: string; readonly name: string } | undefined;
  /** Stands on the card in any case. */
  readonly always?: readonly Choice[];
}

/** A field to choose one thing in, from a list or by typing. */
export function chooseOne(
  { id, label, errorMessage, dataset, choices, chosen, always = [] }: Field,
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
  const known = chosen && { title: bare(chosen.name), value: chosen.id };
  if (choices && choices.length <= SHORT_LIST) {
    const listed = choices.map((choice) => ({ title: bare(choice.name), value: choice.id }));
    const isListed = listed.some(({ value }) => value === known?.value);
    const all = known && !isListed ? [known, ...listed] : listed;
    const [only, second] = all;
    const preset = known ?? (second ? undefined : only);
    return { ...field, choices: [...all, ...always], ...(preset && { value: preset.value }) };
  }
  const data = { "choices.data": queryOf(dataset, token) };
  if (!known) return { ...field, choices: always, ...data };
  return { ...field, choices: [known, ...always], value: known.value, ...data };
}
