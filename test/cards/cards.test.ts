import { AdaptiveCard, SerializationContext, Versions, type CardElement } from "adaptivecards";
import { describe, expect, it } from "vitest";
import { VERBS } from "../../bot/domain/verb.ts";
import { readPress, readQuery, readRefresh } from "../../cards/actions.ts";
import type { Action, Card, Element } from "../../cards/elements.ts";
import { viewOf } from "../../cards/index.ts";
import { everyShown } from "./everyCard.ts";

const TOKEN = "abcdefghijklmnopqrstuv";
const views = everyShown().map(({ name, shown }) => ({ name, view: viewOf(shown, TOKEN) }));
const cards = views.flatMap(({ name, view }) => ("card" in view ? [{ name, card: view.card }] : []));

/** Every element of a card, containers opened. */
function elementsIn(items: readonly Element[]): readonly Element[] {
  return items.flatMap((item) => [
    item,
    ...("items" in item ? elementsIn(item.items) : []),
    ...("columns" in item ? item.columns.flatMap((column) => elementsIn(column.items)) : []),
  ]);
}

function actionsOf(card: Card): readonly Action[] {
  return elementsIn(card.body).flatMap((element) => ("actions" in element ? element.actions : []));
}

/** Teams takes it in cards of any version: "Typeahead search in Adaptive Cards" shows it in one of 1.2. */
const OUTSIDE_VERSIONS = /^Property "choices\.data" is supported in version 1\.6/;

/** The renderer is older than fields that search: what can be chosen there stands in no list. */
const NOTHING_LISTED = "An Input.ChoiceSet must have at least one choice defined.";

describe.each(cards)("the card of $name", ({ card }) => {
  it("is an Adaptive Card 1.5 without complaints", () => {
    const context = new SerializationContext(Versions.v1_5);
    const parsed = new AdaptiveCard();
    parsed.parse(JSON.parse(JSON.stringify(card)), context);
    const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
    expect(events.filter((message) => !OUTSIDE_VERSIONS.test(message))).toEqual([]);
    const complaints = parsed.validateProperties().validationEvents.map((event) => event.message);
    const searches = JSON.stringify(card).includes('"choices.data"');
    expect(complaints.filter((message) => !(searches && message === NOTHING_LISTED))).toEqual([]);
    expect(parsed.getItemCount()).toBe(card.body.length);
  });

  it("has only properties that the 1.5 renderer knows", () => {
    const parsed = new AdaptiveCard();
    const written = JSON.parse(JSON.stringify(card)) as Card;
    parsed.parse(written, new SerializationContext(Versions.v1_5));
    const unknown = written.body.flatMap((element, at) => unknownIn(element, parsed.getItemAt(at)));
    expect(unknown).toEqual([]);
  });

  it("is small enough for Teams", () => {
    expect(Buffer.byteLength(JSON.stringify(card), "utf8")).toBeLessThanOrEqual(25 * 1024);
  });

  it("has a title, a sentence for where cards do not show, and a heading", () => {
    expect(card.fallbackText.trim()).not.toBe("");
    expect(card.speak.trim()).not.toBe("");
    expect(card.body.length).toBeGreaterThan(0);
  });

  it("wraps its text and names every input", () => {
    for (const element of elementsIn(card.body)) {
      if (element.type === "TextBlock")
        expect(element).toMatchObject({ wrap: true, text: expect.stringMatching(/\S/) });
      if (element.type.startsWith("Input."))
        expect(element).toMatchObject({ label: expect.stringMatching(/\S/) });
      if ("isRequired" in element)
        expect(element).toMatchObject({ errorMessage: expect.stringMatching(/\S/) });
    }
  });

  it("has buttons with a title, a known verb, a token, and at most the dossier they are about", () => {
    for (const action of actionsOf(card)) {
      expect(action.title.trim()).not.toBe("");
      expect(VERBS).toContain(action.verb);
      const { dossier, ...data } = action.data;
      expect(data).toEqual({ token: TOKEN });
      if (dossier !== undefined) expect(["open", "bundle"]).toContain(action.verb);
      expect(action.fallback).toEqual({
        ...action,
        type: "Action.Submit",
        verb: undefined,
        fallback: undefined,
        data: { ...action.data, verb: action.verb },
      });
    }
  });

  it("has buttons that are understood when they come back", () => {
    for (const { verb, data, fallback } of actionsOf(card)) {
      const { token: _token, ...input } = data;
      expect(readPress(verb, data)).toEqual({ verb, token: TOKEN, input });
      // An older client sends the fallback's data, which holds the verb too.
      expect(readPress(fallback.data.verb, fallback.data)).toEqual({ verb, token: TOKEN, input });
    }
  });

  it("has its buttons where older clients know their fallback: within an ActionSet, never at its root", () => {
    expect(card).not.toHaveProperty("actions");
  });

  it("asks for a card of their own for at most 60 people, by a verb that is no press", () => {
    const { refresh } = card;
    if (!refresh) return;
    expect(refresh.userIds.length).toBeLessThanOrEqual(60);
    expect(refresh.userIds.every((id) => id.startsWith("29:"))).toBe(true);
    expect(readRefresh(refresh.action.verb, refresh.action.data)).toBe(TOKEN);
    expect(readPress(refresh.action.verb, refresh.action.data)).toBeUndefined();
  });

  it("searches in something that is read back, with its token", () => {
    for (const element of elementsIn(card.body)) {
      if (!("choices.data" in element) || !element["choices.data"]) continue;
      expect(readQuery(element["choices.data"].dataset)).toMatchObject({ token: TOKEN });
    }
  });

  it("has at most three buttons in sight, or four when one offers a choice or shows more", () => {
    const choices = actionsOf(card).some(({ verb }) =>
      ["choose1", "otherTopic", "more", "timeline"].includes(verb),
    );
    // In a list each line has one of its own, beside what it is about.
    const inSight = actionsOf(card).filter(({ verb }) => verb !== "open");
    expect(inSight.length).toBeLessThanOrEqual(choices ? 4 : 3);
  });

  it("shows typed text as it was typed: no links, mentions or markup of its own", () => {
    // What stands in a field is never rendered: it is there to be typed on.
    const fields = elementsIn(card.body).filter(({ type }) => type === "Input.Text");
    const written = fields.reduce(
      (all, field) =>
        "value" in field && field.value ? all.replace(JSON.stringify(field.value), '""') : all,
      JSON.stringify(card),
    );
    expect(written).not.toMatch(/(?<!\\)\[klik\]\(/);
    expect(written).not.toContain("<at>");
    expect(written).not.toContain("\u202e");
    expect(written).not.toMatch(/(?<!\\)\*\*vet/);
  });
});

describe("everything that is said", () => {
  it.each(views)("$name: in Dutch, calm, without exclamation marks or emoji", ({ view }) => {
    const words = JSON.stringify(view).replaceAll(/"(type|\$schema|version|verb|token|id|url)":"[^"]*"/g, "");
    expect(words).not.toMatch(/\p{Extended_Pictographic}/u);
    expect("card" in view ? view.card.fallbackText : view.text).not.toMatch(/!(\s|$)/);
    expect(words).not.toMatch(/undefined|\[object|NaN/);
  });

  it("shows no buttons and no fields without a token", () => {
    for (const { shown } of everyShown()) {
      const view = viewOf(shown, undefined);
      if (!("card" in view)) continue;
      expect(actionsOf(view.card)).toEqual([]);
      expect(view.card.refresh).toBeUndefined();
      expect(view.card.body.filter(({ type }) => type.startsWith("Input."))).toEqual([]);
    }
  });
});

/** Keys of an element that the renderer's own description of it does not have. */
function unknownIn(written: Element, parsed: CardElement): readonly string[] {
  const schema = parsed.getSchema();
  const known = new Set(Array.from({ length: schema.getCount() }, (_, at) => schema.getItemAt(at).name));
  return Object.keys(written).filter((key) => !known.has(key) && !CHILDREN.has(key));
}

/** Read by the renderer outside its property descriptions. */
const CHILDREN = new Set(["type", "items", "columns", "actions", "facts", "choices"]);
