import { INPUTS, VERBS, type InputName, type Inputs, type Verb } from "../bot/domain/verb.ts";
import type { Action } from "./elements.ts";

/**
 * The wire format of a button, written and read here and nowhere else:
 * a verb from a closed list and a token the server issued. What else comes back is typed by people, or forged.
 */
export function button(title: string, verb: Verb, token: string, style?: "positive" | "destructive"): Action {
  const base = { type: "Action.Execute", title, verb, data: { token } } as const;
  return style ? { ...base, style } : base;
}

/** A button that leaves a form: it does not wait for the inputs to be filled in. */
export function buttonWithoutInputs(title: string, verb: Verb, token: string): Action {
  return { ...button(title, verb, token), associatedInputs: "none" };
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
  if (!isVerb(verb) || typeof data !== "object" || data === null) return undefined;
  const { token } = data as { token?: unknown };
  if (typeof token !== "string" || !TOKEN.test(token)) return undefined;
  const input: Partial<Record<InputName, string>> = {};
  for (const name of INPUTS) {
    const value = (data as Record<string, unknown>)[name];
    if (typeof value === "string") input[name] = value.slice(0, LONGEST_INPUT);
  }
  return { verb, token, input };
}

function isVerb(verb: unknown): verb is Verb {
  return typeof verb === "string" && (VERBS as readonly string[]).includes(verb);
}
