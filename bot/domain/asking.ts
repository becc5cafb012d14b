import { dayOf } from "./calendar.ts";
import type { Versioned } from "./commit.ts";
import type { Decision, View } from "./decision.ts";
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
export function answer(
  incoming: Incoming,
  view: View,
  question: Question,
  expect: number,
  why: string,
): Decision {
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
