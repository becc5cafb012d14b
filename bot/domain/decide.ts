import { answerWithKern, ask, drop, pressOnQuestion } from "./asking.ts";
import type { Change } from "./commit.ts";
import { justAnswer, type Decision, type View } from "./decision.ts";
import type { Incoming } from "./incoming.ts";
import { newToken } from "./token.ts";
import { decideProposal, propose } from "./proposing.ts";

/** Longest message that is read, in characters; what comes after it is not looked at. */
export const LONGEST_MESSAGE = 4000;

/** What an act leads to. Pure: everything known is in `view`, nothing happens here. */
export function decide(incoming: Incoming, view: View): Decision {
  const decision = decideAct(incoming, view);
  return { ...decision, changes: [...rememberConversation(incoming, view), ...decision.changes] };
}

function decideAct(incoming: Incoming, view: View): Decision {
  const { act } = incoming;
  switch (act.kind) {
    case "installed":
      // Teams may tell several times that the bot was added: one welcome per conversation.
      if (view.conversation)
        return { changes: [], say: [], act: "welcome", capacity: "", why: "known already" };
      return justAnswer(incoming, { about: "welcome" }, "the bot was added");
    case "message":
      return readMessage(incoming, view, act.text.slice(0, LONGEST_MESSAGE));
    case "press":
      return readPress(incoming, view);
  }
}

function readMessage(incoming: Incoming, view: View, text: string): Decision {
  const { waiting, reader } = view;
  if (waiting) {
    const named = reader.readKern(text);
    if (named.length === 1) return answerWithKern(incoming, view, waiting, named[0]);
  }
  const decision = readSentence(incoming, view, text);
  return waiting ? { ...decision, changes: [...drop(waiting), ...decision.changes] } : decision;
}

function readSentence(incoming: Incoming, view: View, text: string): Decision {
  if (text.trim() === "") return justAnswer(incoming, { about: "help" }, "nothing was said");
  const reading = view.reader.read(text);
  switch (reading.intent) {
    case "help":
      return justAnswer(incoming, { about: "help" }, "asked for help");
    case "thanks":
    case "smallTalk":
    case "outOfReach":
    case "english":
      return justAnswer(incoming, { about: "text", text: reading.intent }, reading.intent);
    case "deputy": {
      const official = reading.officials[0];
      if (official === undefined)
        return justAnswer(incoming, { about: "text", text: "whoDoYouMean" }, "nobody named");
      return justAnswer(incoming, { about: "deputy", official }, "asked for a deputy");
    }
    case "danger":
    case "owner":
    case "unknown":
      return ask(incoming, view, reading);
  }
}

function readPress(incoming: Incoming, view: View): Decision {
  const { act } = incoming;
  if (act.kind !== "press") throw new Error("readPress is for presses");
  const { pressed } = view;
  if (!pressed)
    return justAnswer(incoming, { about: "refusal", why: "unknownButton" }, "token was never issued");
  const { addressees } = pressed.token;
  if (addressees && !addressees.includes(incoming.person.entraId)) {
    return justAnswer(
      incoming,
      { about: "refusal", why: "notForYou" },
      "the card is addressed to somebody else",
    );
  }
  if (pressed.kind === "proposal") return decideProposal(incoming, view, pressed.current);

  const { current, token } = pressed;
  const onThisCard = { notice: { about: "question", question: current.row.id }, token: token.id } as const;
  const nothing = { changes: [], say: [], act: "look", capacity: "" } as const;
  if (token.version !== current.version) {
    const { change, token: fresh } = newToken(
      view,
      { kind: "question", id: current.row.id },
      current.version,
    );
    return { ...nothing, changes: [change], answer: { ...onThisCard, token: fresh }, why: "an older card" };
  }
  switch (act.verb) {
    case "notRight":
      if (!view.official)
        return justAnswer(incoming, { about: "refusal", why: "notInRegister" }, "unknown person");
      return {
        ...nothing,
        answer: { notice: { about: "changeForm", question: current.row.id }, token: token.id },
        why: "opened the form",
      };
    case "back":
      return { ...nothing, answer: onThisCard, why: "left the form" };
    case "propose":
      return propose(incoming, view, current.row);
    default:
      return pressOnQuestion(incoming, view, current);
  }
}

/** Keeps where people talk, with the connector's latest address; writes only what changed. */
function rememberConversation(incoming: Incoming, view: View): readonly Change[] {
  const { conversation: seen } = incoming;
  const known = view.conversation;
  const same =
    known &&
    (["connectorId", "serviceUrl", "botId", "tenantId"] as const).every((k) => known.row[k] === seen[k]);
  if (same) return [];
  return [{ collection: "conversation", id: seen.id, expect: known?.version ?? 0, row: seen }];
}
