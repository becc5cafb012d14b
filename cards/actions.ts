import { DATASETS, type Dataset } from "../bot/domain/choices.ts";
import { INPUTS, VERBS, type InputName, type Inputs, type Verb } from "../bot/domain/verb.ts";
import type { Action, DataQuery, Refresh } from "./elements.ts";

/**
 * The wire format of a card, written and read here and nowhere else: a verb from a closed list and a token the server
 * issued. What else comes back is typed by people, or forged.
 */
export function button(title: string, verb: Verb, token: string, style?: "positive" | "destructive"): Action {
  return execute(title, verb, { token }, style ? { style } : {});
}

/** A button that leaves a form: it does not wait for the inputs to be filled in. */
export function buttonWithoutInputs(title: string, verb: Verb, token: string, style?: "positive"): Action {
  return execute(title, verb, { token }, { associatedInputs: "none", ...(style && { style }) });
}

/** A button about another dossier than the one its card shows. It leaves fields as they are. */
export function buttonOn(
  title: string,
  verb: Verb,
  token: string,
  dossier: string,
  style?: "positive",
): Action {
  return execute(title, verb, { token, dossier }, { associatedInputs: "none", ...(style && { style }) });
}

/** A button that makes a press again, with what was filled in then. */
export function buttonAgain(title: string, verb: Verb, token: string, input: Inputs): Action {
  return execute(title, verb, { ...input, token }, {});
}

/** Clients without Universal Actions use the fallback: it sends the same press as a message. */
function execute(
  title: string,
  verb: Verb,
  data: Action["data"],
  more: Pick<Action, "style" | "associatedInputs">,
): Action {
  const fallback = { type: "Action.Submit", title, ...more, data: { ...data, verb } } as const;
  return { type: "Action.Execute", title, ...more, verb, data, fallback };
}

/** The verb of a card that is asked for again. It is no press: nothing ever changes by it. */
const REFRESH = "refresh";

/** Lets the Teams of these people ask for a card of their own by itself; anybody can by hand, also when it is nobody. */
export function refreshOf(token: string, userIds: readonly string[]): Refresh {
  return { action: { type: "Action.Execute", verb: REFRESH, data: { token } }, userIds };
}

/** The token of a card that is asked for again; undefined when it is a press, or nothing of ours. */
export function readRefresh(verb: unknown, data: unknown): string | undefined {
  return verb === REFRESH ? tokenIn(data) : undefined;
}

export interface Press {
  readonly verb: Verb;
  readonly token: string;
  readonly input: Inputs;
}

/** Longest value of an input that is read at all, in characters; a longer one is cut. */
const LONGEST_INPUT = 4000;
const TOKEN = /^[A-Za-z0-9_-]{16,64}$/;

/** Reads a press; undefined when it is not one of our buttons. Unknown fields are ignored. */
export function readPress(verb: unknown, data: unknown): Press | undefined {
  const token = tokenIn(data);
  if (!isOneOf(VERBS, verb) || token === undefined) return undefined;
  const input: Partial<Record<InputName, string>> = {};
  for (const name of INPUTS) {
    const value = (data as Record<string, unknown>)[name];
    if (typeof value === "string") input[name] = value.slice(0, LONGEST_INPUT);
  }
  return { verb, token, input };
}

/**
 * What a field searches in. The token goes along in the name, because that is the one thing that every client sends
 * back with each search.
 */
export function queryOf(dataset: Dataset, token: string): DataQuery {
  return { type: "Data.Query", dataset: `${dataset}/${token}` };
}

/** Reads what a search is in; undefined when it is none of our fields. The token may be missing, not misshapen. */
export function readQuery(
  name: unknown,
): { readonly dataset: Dataset; readonly token: string | undefined } | undefined {
  if (typeof name !== "string") return undefined;
  const [dataset, token, ...more] = name.split("/");
  if (!isOneOf(DATASETS, dataset) || more.length > 0) return undefined;
  return token === undefined || TOKEN.test(token) ? { dataset, token } : undefined;
}

function tokenIn(data: unknown): string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { token } = data as { token?: unknown };
  return typeof token === "string" && TOKEN.test(token) ? token : undefined;
}

function isOneOf<T extends string>(known: readonly T[], value: unknown): value is T {
  return known.some((one) => one === value);
}
