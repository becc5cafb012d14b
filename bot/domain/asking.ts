import { dayOf } from "./calendar.ts";
import type { Versioned } from "./commit.ts";
import type { Decision, View } from "./decision.ts";
import type { CardId } from "./delivery.ts";
import type { Incoming } from "./incoming.ts";
import type { KernId } from "./kern.ts";
import type { Reading } from "./language/reading.ts";
import { ownerDependsOnKern } from "./ownership.ts";
import { newToken } from "./token.ts";
import type { TopicId } from "./topic.ts";
import type { AnsweredFromStore, AwaitingKern, NotKnown, Question } from "./question.ts";

/**
 * Somebody asks who owns something: answer, ask back which kern, or say it is not known. `before` is the question as it
 * stood when its message was edited.
 */
export function ask(
  incoming: Incoming,
  view: View,
  reading: Reading,
  before?: Versioned<Question>,
): Decision {
  const { act } = incoming;
  const asked = {
    id: before?.row.id ?? view.newId(),
    askedBy: incoming.person.entraId,
    conversation: incoming.conversation.id,
    message: act.kind === "message" || act.kind === "edited" ? act.id : undefined,
    askedAt: incoming.at,
    topics: reading.topics,
    certain: reading.certain,
    danger: reading.intent === "danger",
  };
  const question = placed(incoming, view, asked, reading);
  return answerHere(view, question, before?.version ?? 0, WHY[question.status]);
}

/** Nothing was found, and the asker picked the topic from the catalogue. */
export function askAbout(
  incoming: Incoming,
  view: View,
  unknown: Versioned<NotKnown>,
  topic: TopicId,
): Decision {
  const { kern, ...asked } = unknown.row;
  const about = { ...asked, topics: [{ topic, score: 1 }], certain: true };
  const named = { kernen: kern === undefined ? [] : [kern], ambiguousKernen: [] };
  return answer(incoming, view, placed(incoming, view, about, named), unknown.version, "topic chosen");
}

type Asked = Omit<NotKnown, "status" | "kern">;

/** The status a question gets from what is known of its topic and kern. */
function placed(
  incoming: Incoming,
  { register }: View,
  asked: Asked,
  { kernen, ambiguousKernen }: Pick<Reading, "kernen" | "ambiguousKernen">,
): AwaitingKern | AnsweredFromStore | NotKnown {
  const day = dayOf(incoming.at);
  const kern = kernen.length === 1 ? kernen[0] : undefined;
  const topic = asked.topics[0]?.topic;
  if (topic === undefined) return { ...asked, status: "notKnown", kern };
  const isOurs = register.topics.get(topic)?.elsewhere === undefined;
  // For another organisation's task no kern of ours matters, so nothing is asked back.
  const inDoubt = isOurs && kern === undefined ? [...kernen, ...ambiguousKernen] : [];
  if (inDoubt.length > 0 || (isOurs && kern === undefined && ownerDependsOnKern(register, topic, day)))
    return { ...asked, status: "awaitingKern", options: inDoubt.slice(0, 3) };
  return { ...asked, status: "answeredFromStore", kern, day };
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
  return { ...decision, answer: { notice: said.notice, token: said.token } };
}

function answerHere(view: View, question: Question, expect: number, why: string): Decision {
  const { token, change } = newToken(view, { kind: "question", id: question.id }, expect + 1);
  return {
    changes: [{ collection: "question", id: question.id, expect, row: question }, change],
    say: [
      {
        // Where it was asked: a press may come from elsewhere.
        to: { conversation: question.conversation },
        notice: { about: "question", question: question.id },
        token,
        card: cardOf(question),
      },
    ],
    act: "ask",
    capacity: "",
    why,
  };
}

const WHY = {
  answeredFromStore: "answered from the register",
  awaitingKern: "asked which kern is meant",
  notKnown: "nothing in the catalogue fits",
} as const;

/** The card of a question, wherever it stands. */
export function cardOf(question: Pick<Question, "id">): CardId {
  return `question:${question.id}`;
}
