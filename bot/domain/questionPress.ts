import { answer, answerWithKern, askAbout } from "./asking.ts";
import { refuse, type Decision, type Pressed, type Pressing, type View } from "./decision.ts";
import { forward } from "./dossier/forwarding.ts";
import { propose } from "./proposing.ts";
import { newToken } from "./token.ts";

/** What the full list of kernen sends for "no kern in particular". */
export const WHOLE_MUNICIPALITY = "*";

type PressedQuestion = Pressed & { readonly kind: "question" };

/** A press on the card of a question. An older card gets the question as it stands now. */
export function pressOnQuestion(incoming: Pressing, view: View, pressed: PressedQuestion): Decision {
  const { current, token } = pressed;
  const notice = { about: "question", question: current.row.id } as const;
  const looked = { changes: [], say: [], act: "look", capacity: "" } as const;
  if (token.version !== current.version) {
    const subject = { kind: "question", id: current.row.id } as const;
    const { change, token: fresh } = newToken(view, subject, current.version);
    return { ...looked, changes: [change], answer: { notice, token: fresh }, why: "an older card" };
  }
  switch (incoming.act.verb) {
    case "notRight": {
      if (!view.official) return refuse(incoming, "notInRegister");
      // Only of an answer can it be said, and only while its topic is in the catalogue.
      const topic = current.row.status === "answeredFromStore" ? current.row.topics[0]?.topic : undefined;
      if (topic === undefined || !view.register.topics.has(topic)) return refuse(incoming, "outdated");
      const form = { about: "changeForm", question: current.row.id } as const;
      return { ...looked, answer: { notice: form, token: token.id }, why: "opened the form" };
    }
    case "forwardForm":
    case "callBackForm": {
      if (!view.official) return refuse(incoming, "notInRegister");
      if (current.row.status !== "answeredFromStore") return refuse(incoming, "outdated");
      const form = { about: incoming.act.verb, question: current.row.id };
      return { ...looked, answer: { notice: form, token: token.id }, why: "opened the form" };
    }
    case "forward":
    case "forwardAnyway":
    case "callBack":
      return current.row.status === "answeredFromStore"
        ? forward(incoming, view, current.row, incoming.act.verb === "forwardAnyway")
        : refuse(incoming, "outdated");
    case "back":
      return { ...looked, answer: { notice, token: token.id }, why: "left the form" };
    case "propose":
      return propose(incoming, view, current.row);
    default:
      return choose(incoming, view, pressed);
  }
}

/** One of the options on the card: a kern, or the other topic. */
function choose(incoming: Pressing, view: View, { current }: PressedQuestion): Decision {
  const { act } = incoming;
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
      return kern ? answerWithKern(incoming, view, waiting, kern.id) : refuse(incoming, "badInput");
    }
  }
  if (row.status === "notKnown" && act.verb === "pickTopic") {
    const topic = view.register.topics.get(act.input.topic ?? "");
    return topic
      ? askAbout(incoming, view, { version: current.version, row }, topic.id)
      : refuse(incoming, "badInput");
  }
  if (row.status === "answeredFromStore" && act.verb === "otherTopic") {
    const [first, second, ...rest] = row.topics;
    if (first && second) {
      const swapped = { ...row, topics: [second, first, ...rest], certain: true };
      return answer(incoming, view, swapped, current.version, "the second topic was meant");
    }
  }
  return refuse(incoming, "outdated");
}
