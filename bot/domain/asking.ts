import { dayOf } from "./calendar.ts";
import type { Versioned } from "./commit.ts";
import { justAnswer, type Decision, type View } from "./decision.ts";
import type { CardId } from "./delivery.ts";
import type { Incoming } from "./incoming.ts";
import type { KernId } from "./kern.ts";
import type { Reading } from "./language/reading.ts";
import { ownerDependsOnKern } from "./ownership.ts";
import { newToken } from "./token.ts";
import type { AnsweredFromStore, AwaitingKern, NotKnown, Question } from "./question.ts";

/** Somebody asks who owns something: answer, ask back which kern, or say it is not known. */
export function ask(incoming: Incoming, view: View, reading: Reading): Decision {
  const day = dayOf(incoming.at);
  const asked = {
    id: view.newId(),
    askedBy: incoming.person.entraId,
    conversation: incoming.conversation.id,
    askedAt: incoming.at,
    topics: reading.topics,
    certain: reading.certain,
    danger: reading.intent === "danger",
  };
  const kern = reading.kernen.length === 1 ? reading.kernen[0] : undefined;
  const topic = reading.topics[0]?.topic;
  if (topic === undefined) {
    const question: NotKnown = { ...asked, status: "notKnown", kern };
    return answerHere(view, question, 0, "nothing in the catalogue fits");
  }
  const isOurs = view.register.topics.get(topic)?.elsewhere === undefined;
  // For another organisation's task no kern of ours matters, so nothing is asked back.
  const inDoubt = isOurs && kern === undefined ? [...reading.kernen, ...reading.ambiguousKernen] : [];
  if (inDoubt.length > 0 || (isOurs && kern === undefined && ownerDependsOnKern(view.register, topic, day))) {
    const question: AwaitingKern = { ...asked, status: "awaitingKern", options: inDoubt.slice(0, 3) };
    return answerHere(view, question, 0, "asked which kern is meant");
  }
  const question: AnsweredFromStore = { ...asked, status: "answeredFromStore", kern, day };
  return answerHere(view, question, 0, "answered from the register");
}

/** A waiting question gets its kern; without one the answer holds for the whole municipality. */
export function answerWithKern(
  incoming: Incoming,
  view: View,
  waiting: Versioned<AwaitingKern>,
  kern: KernId | undefined,
): Decision {
  const { options: _offered, ...asked } = waiting.row;
  const question: AnsweredFromStore = {
    ...asked,
    status: "answeredFromStore",
    kern,
    day: dayOf(incoming.at),
  };
  return answer(incoming, view, question, waiting.version, "kern chosen, answered from the register");
}

/** A press on the card of a question. */
export function pressOnQuestion(incoming: Incoming, view: View, current: Versioned<Question>): Decision {
  const { act } = incoming;
  if (act.kind !== "press") throw new Error("pressOnQuestion is for presses");
  const { row } = current;
  if (row.status === "awaitingKern") {
    const waiting = { version: current.version, row };
    const choice = ["choose1", "choose2", "choose3"].indexOf(act.verb);
    const chosen = row.options[choice];
    if (chosen !== undefined) return answerWithKern(incoming, view, waiting, chosen);
    if (act.verb === "otherKern") {
      return answer(incoming, view, { ...row, options: [] }, current.version, "showed every kern");
    }
    if (act.verb === "pickKern") {
      if (act.input.kern === WHOLE_MUNICIPALITY) return answerWithKern(incoming, view, waiting, undefined);
      const kern = view.register.kernen.get(act.input.kern ?? "");
      if (kern) return answerWithKern(incoming, view, waiting, kern.id);
      return justAnswer(incoming, { about: "refusal", why: "badInput" }, "no such kern");
    }
  }
  if (row.status === "answeredFromStore" && act.verb === "otherTopic") {
    const [first, second, ...rest] = row.topics;
    if (first && second) {
      const swapped = { ...row, topics: [second, first, ...rest], certain: true };
      return answer(incoming, view, swapped, current.version, "the second topic was meant");
    }
  }
  return justAnswer(incoming, { about: "refusal", why: "outdated" }, "the question has moved on");
}

/** What the full list of kernen sends for "no kern in particular". */
export const WHOLE_MUNICIPALITY = "*";

/** Closes a question that still waited when the asker went on to something else. */
export function drop(waiting: Versioned<AwaitingKern>): Decision["changes"] {
  const { options: _offered, ...asked } = waiting.row;
  return [
    {
      collection: "question",
      id: waiting.row.id,
      expect: waiting.version,
      row: { ...asked, status: "dropped" },
    },
  ];
}

/** A press gets its card in place, for the presser at once and for everybody through the message itself. */
function answer(incoming: Incoming, view: View, question: Question, expect: number, why: string): Decision {
  const decision = answerHere(view, question, expect, why);
  const said = decision.say[0];
  if (incoming.act.kind !== "press" || said === undefined) return decision;
  return {
    ...decision,
    say: [{ ...said, card: cardOf(question) }],
    answer: { notice: said.notice, token: said.token },
  };
}

function answerHere(view: View, question: Question, expect: number, why: string): Decision {
  const { token, change } = newToken(view, { kind: "question", id: question.id }, expect + 1);
  return {
    changes: [{ collection: "question", id: question.id, expect, row: question }, change],
    say: [
      {
        to: "here",
        notice: { about: "question", question: question.id },
        token,
        // Only a question that asks back changes on the spot; keeping track of every answer would cost for nothing.
        card: question.status === "awaitingKern" ? cardOf(question) : undefined,
      },
    ],
    act: "ask",
    capacity: "",
    why,
  };
}

function cardOf(question: Question): CardId {
  return `question:${question.id}`;
}
