import type { Inputs } from "../bot/domain/verb.ts";

/**
 * The part of Adaptive Cards 1.5 that Kernwijzer uses, strictly typed: a typo does not compile.
 * Builders keep the rules that the schema cannot: wrapped text, labelled inputs, typed text never markup.
 */
export interface Card {
  readonly type: "AdaptiveCard";
  readonly $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  readonly version: "1.5";
  readonly lang: "nl" | "en";
  /** What a notification and a client without cards show. */
  readonly fallbackText: string;
  /** What the immersive reader says. */
  readonly speak: string;
  /** Buttons stand in here too: older clients know their fallback only within an ActionSet. */
  readonly body: readonly Element[];
  readonly refresh?: Refresh;
}

export type Element =
  TextBlock | FactSet | Container | ColumnSet | TextInput | DateInput | ChoiceInput | ActionSet;

export interface TextBlock {
  readonly type: "TextBlock";
  readonly text: string;
  readonly wrap: true;
  readonly style?: "heading";
  readonly size?: "small" | "medium" | "large";
  readonly weight?: "bolder";
  readonly isSubtle?: true;
  readonly spacing?: "none" | "small" | "medium";
  readonly color?: "attention" | "warning";
}

export interface FactSet {
  readonly type: "FactSet";
  readonly facts: readonly Fact[];
}
export interface Fact {
  readonly title: string;
  readonly value: string;
}

export interface Container {
  readonly type: "Container";
  readonly style?: "emphasis" | "attention" | "warning" | "good";
  readonly spacing?: "small" | "medium";
  readonly items: readonly Element[];
}

/** Things beside each other; on a narrow screen each column wraps by itself. */
export interface ColumnSet {
  readonly type: "ColumnSet";
  readonly spacing?: "small" | "medium";
  readonly separator?: true;
  readonly columns: readonly Column[];
}
export interface Column {
  readonly type: "Column";
  readonly width: "stretch" | "auto";
  readonly verticalContentAlignment?: "center";
  readonly items: readonly Element[];
}

export interface TextInput {
  readonly type: "Input.Text";
  readonly id: string;
  readonly label: string;
  readonly isMultiline: boolean;
  readonly maxLength: number;
  readonly value?: string;
  readonly placeholder?: string;
  readonly isRequired?: true;
  readonly errorMessage?: string;
}

/** A day, as `YYYY-MM-DD`. */
export interface DateInput {
  readonly type: "Input.Date";
  readonly id: string;
  readonly label: string;
  readonly value?: string;
  readonly isRequired?: true;
  readonly errorMessage?: string;
}

export interface ChoiceInput {
  readonly type: "Input.ChoiceSet";
  readonly id: string;
  readonly label: string;
  readonly style: "compact" | "expanded" | "filtered";
  /** Several may be chosen; they come back with commas between them. */
  readonly isMultiSelect?: true;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly "choices.data"?: DataQuery;
  readonly value?: string;
  readonly isRequired?: true;
  readonly errorMessage?: string;
}

export interface ActionSet {
  readonly type: "ActionSet";
  readonly actions: readonly Action[];
}

export interface Action {
  readonly type: "Action.Execute";
  readonly title: string;
  readonly verb: string;
  readonly data: { readonly token: string } & Inputs;
  readonly style?: "positive" | "destructive";
  /** "none" for buttons that must work without the inputs being filled in. */
  readonly associatedInputs?: "none";
  readonly fallback: Submit;
}

/** What a client without Universal Actions shows instead of a button. */
export interface Submit extends Omit<Action, "type" | "verb" | "data" | "fallback"> {
  readonly type: "Action.Submit";
  readonly data: Action["data"] & { readonly verb: string };
}

/** Asks for the card again by itself, for these people. */
export interface Refresh {
  readonly action: Pick<Action, "type" | "verb" | "data">;
  /** Ids at Teams, `29:…`, at most 60; with none the card is only asked for again by hand. */
  readonly userIds: readonly string[];
}

/** Asks for choices while somebody types. */
export interface DataQuery {
  readonly type: "Data.Query";
  readonly dataset: string;
}

/** A finished card with the one sentence that stands for it where cards cannot be shown. */
export function card(summary: string, body: readonly Element[], actions: readonly Action[] = []): Card {
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    lang: "nl",
    fallbackText: bare(summary),
    speak: bare(summary),
    body: actions.length > 0 ? [...body, { type: "ActionSet", actions }] : body,
  };
}

export function heading(text: string): TextBlock {
  return { type: "TextBlock", text, wrap: true, style: "heading", size: "medium", weight: "bolder" };
}

export function text(
  words: string,
  more: Partial<Omit<TextBlock, "type" | "text" | "wrap">> = {},
): TextBlock {
  return { type: "TextBlock", text: words, wrap: true, ...more };
}

export function subtle(words: string): TextBlock {
  return text(words, { isSubtle: true, size: "small", spacing: "small" });
}

/** Below what it is not part of. */
export function footnote(words: string): TextBlock {
  return { ...subtle(words), spacing: "medium" };
}

/** Label and value pairs; pairs without a value are left out, and no pairs is no element. */
export function facts(
  pairs: readonly (readonly [title: string, value: string | undefined])[],
): readonly FactSet[] {
  const known = pairs.flatMap(([title, value]) => (value === undefined ? [] : [{ title, value }]));
  return known.length === 0 ? [] : [{ type: "FactSet", facts: known }];
}

/** What is told, with what can be done about it beside it. */
export function beside(items: readonly Element[], actions: readonly Action[]): ColumnSet {
  const told: Column = { type: "Column", width: "stretch", verticalContentAlignment: "center", items };
  const todo: Column = {
    type: "Column",
    width: "auto",
    verticalContentAlignment: "center",
    items: [{ type: "ActionSet", actions }],
  };
  return {
    type: "ColumnSet",
    spacing: "medium",
    separator: true,
    columns: actions.length > 0 ? [told, todo] : [told],
  };
}

export function warning(...words: readonly string[]): Container {
  return { type: "Container", style: "warning", items: words.map((line) => text(line)) };
}

/** One line without any character that could be markup: nothing renders these texts the same way everywhere. */
export function bare(words: string): string {
  return words
    .replaceAll(INVISIBLE, "")
    .replaceAll(/[<>*`[\]#|\\]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Control characters and marks that turn the reading direction; line breaks and tabs stay. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/** A character that may need care; most names and sentences have none, and making a card is on every turn's way. */
const CAREFUL = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069&<>\\`*_~[\]()#!|+.:-]/;

/**
 * Text that came from people or from the register, safe to show: Markdown and HTML in it stay ordinary characters.
 * Every such value passes through here; the fixed sentences in the text files do not need it.
 */
export function plain(typed: string): string {
  if (!CAREFUL.test(typed)) return typed;
  return typed
    .replaceAll(INVISIBLE, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_~[\]()#!|]/g, (mark) => `\\${mark}`)
    .replaceAll(
      /^(\s*)([-+]|\d+\.)(\s)/gm,
      (_all, before: string, mark: string, after: string) => `${before}\\${mark}${after}`,
    )
    .replaceAll(/\b(https?):/gi, "$1\u200b:");
}
