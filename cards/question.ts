import type { Shown } from "../bot/domain/shown.ts";
import { WHOLE_MUNICIPALITY } from "../bot/domain/questionPress.ts";
import { button } from "./actions.ts";
import { chooseOne } from "./choosing.ts";
import { card, heading, plain, subtle, text, warning, type Card, type ChoiceInput } from "./elements.ts";
import { ownerCard } from "./owner.ts";
import { nl } from "./texts.nl/index.ts";

type ShownQuestion = Shown & { about: "question" };

/** A question as it stands: asked back, answered, not known, or overtaken. */
export function questionCard(shown: ShownQuestion, token: string): Card {
  switch (shown.question.status) {
    case "awaitingKern":
      return askKernCard(shown, token);
    case "answeredFromStore":
      return shown.answer
        ? ownerCard(shown.answer, shown.question.danger, token)
        : notKnownCard(shown, token);
    case "notKnown":
      return notKnownCard(shown, token);
    case "dropped":
      return card(nl.askKern.gone, [text(nl.askKern.gone)]);
  }
}

/** Exactly one question back. Buttons for what was probably meant, else the whole list; typing works too. */
function askKernCard(shown: ShownQuestion, token: string): Card {
  const danger = shown.question.danger ? [warning(nl.answer.danger)] : [];
  const [only] = shown.options;
  if (only === undefined) {
    const body = [
      ...danger,
      heading(nl.askKern.title),
      text(nl.askKern.more),
      kernInput(shown, token),
      subtle(nl.askKern.type),
    ];
    return card(nl.askKern.more, body, [button(nl.buttons.choose, "pickKern", token)]);
  }
  const ask = shown.options.length === 1 ? nl.askKern.one(plain(only.name)) : nl.askKern.more;
  const verbs = ["choose1", "choose2", "choose3"] as const;
  const choices = shown.options
    .slice(0, verbs.length)
    .map((kern, at) => button(kern.name, verbs[at] ?? "choose1", token));
  const body = [...danger, heading(nl.askKern.title), text(ask), subtle(nl.askKern.type)];
  return card(ask, body, [...choices, button(nl.buttons.otherKern, "otherKern", token)]);
}

function kernInput(shown: ShownQuestion, token: string): ChoiceInput {
  const field = {
    id: "kern",
    label: nl.askKern.input,
    errorMessage: nl.askKern.required,
    dataset: "kernen",
    choices: shown.allKernen,
    always: [{ title: nl.askKern.whole, value: WHOLE_MUNICIPALITY }],
  } as const;
  return chooseOne(field, token);
}

/** "Dat weet ik niet", with what to do next. Never an invented owner. */
function notKnownCard(shown: ShownQuestion, token: string): Card {
  const { notKnown } = nl;
  const beheer = shown.functioneelBeheer;
  const body = [
    ...(shown.question.danger ? [warning(nl.answer.danger)] : []),
    heading(notKnown.title),
    text(notKnown.explain),
    text(notKnown.again),
    text(notKnown.next(beheer && plain(beheer.name))),
  ];
  // Its topic left the catalogue after it was answered: there is nothing to choose for it any more.
  if (shown.question.status !== "notKnown") return card(notKnown.summary, body);
  const { topic: label, topicRequired: errorMessage } = notKnown;
  const topic = chooseOne({ id: "topic", label, errorMessage, dataset: "topics" }, token);
  return card(notKnown.summary, [...body, topic], [button(nl.buttons.choose, "pickTopic", token)]);
}
