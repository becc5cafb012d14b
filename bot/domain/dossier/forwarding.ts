import { cardOf } from "../asking.ts";
import { dayOf } from "../calendar.ts";
import { isPersonal } from "../conversation.ts";
import { refuse, type Decision, type Pressing, type View } from "../decision.ts";
import { whoOwns } from "../ownership.ts";
import type { AnsweredFromStore } from "../question.ts";
import { sensitiveIn } from "../sensitive.ts";
import { addWorkingDays } from "../workingDays.ts";
import type { Here } from "./decided.ts";
import type { Place } from "./dossier.ts";
import { sendOffer } from "./sending.ts";
import { begin } from "./starting.ts";
import { LONGEST_TEXT } from "./take.ts";

/** Working days within which somebody is called back. */
const CALL_BACK_WITHIN = 2;
/** Working days within which a question is answered. */
const ANSWER_WITHIN = 10;

/**
 * "Toch doorzetten", or a call to make: the question goes to the team that owns the topic there, as light work that is
 * guarded like any other. Only what the asker now writes is kept, and nothing about one resident.
 */
export function forward(
  incoming: Pressing,
  view: View,
  question: AnsweredFromStore,
  queues: boolean,
): Decision {
  const { official, work, register } = view;
  const { verb, input } = incoming.act;
  if (!official || !work) return refuse(incoming, "notInRegister");
  const text = (input.text ?? "").trim().slice(0, LONGEST_TEXT);
  const isCall = verb === "callBack";
  if (text === "" && !isCall) return refuse(incoming, "reasonMissing");
  if (sensitiveIn(text).length > 0 || sensitiveIn(input.reference ?? "").length > 0)
    return refuse(incoming, "sensitive");
  const day = dayOf(incoming.at);
  const topic = register.topics.get(question.topics[0]?.topic ?? "");
  const finding = topic && whoOwns(register, topic.id, question.kern, day);
  if (!topic || finding?.outcome !== "owned") return refuse(incoming, "noOwner");
  const place = placeOf(incoming, question);
  const moment = { ...view, at: incoming.at, official, work };
  const kernName = register.kernen.get(question.kern ?? "")?.name;
  const { dossier, change } = begin(moment, {
    sort: "question",
    title: [topic.name, kernName].filter((part) => part !== undefined).join(" – "),
    topic: topic.id,
    kern: question.kern,
    done: text,
    asked: isCall ? "act" : "answer",
    due: addWorkingDays(day, isCall ? CALL_BACK_WITHIN : ANSWER_WITHIN),
    reference: (input.reference ?? "").trim().slice(0, LONGEST_TEXT) || undefined,
    draft: {
      by: incoming.person.entraId,
      conversation: incoming.conversation.id,
      vakteam: finding.rule.vakteam,
      urgent: false,
    },
    places: [],
  });
  const doing = { act: "offer", text, vakteam: finding.rule.vakteam } as const;
  const here: Here = { place };
  const decision = sendOffer(incoming, moment, { version: 0, row: dossier }, doing, queues || isCall, here);
  // Refused: the number was not used either.
  return decision.changes.length === 0 ? decision : { ...decision, changes: [...decision.changes, change] };
}

/** In somebody's own chat the work takes the place of the answer it came from. */
function placeOf({ conversation, person }: Pressing, question: AnsweredFromStore): Place {
  if (!isPersonal(conversation)) return { entraId: person.entraId };
  const isHere = conversation.id === question.conversation;
  return { entraId: person.entraId, card: isHere ? cardOf(question) : undefined };
}
