import { answerWithKern, ask, drop } from "./asking.ts";
import type { Change } from "./commit.ts";
import { justAnswer, refuse, type Decision, type Pressing, type View } from "./decision.ts";
import { roleAsked } from "./holders.ts";
import type { Incoming } from "./incoming.ts";
import { decideProposal } from "./proposing.ts";
import { pressOnQuestion } from "./questionPress.ts";

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
      return readMessage(incoming, view, act.text);
    case "press":
      return readPress({ ...incoming, act }, view);
  }
}

function readMessage(incoming: Incoming, view: View, text: string): Decision {
  const { waiting, reader } = view;
  if (waiting) {
    const named = reader.readKern(text);
    if (named.length === 1) return answerWithKern(incoming, view, waiting, named[0]);
  }
  const decision = readSentence(incoming, view);
  return waiting ? { ...decision, changes: [...drop(waiting), ...decision.changes] } : decision;
}

function readSentence(incoming: Incoming, view: View): Decision {
  const { reading } = view;
  if (!reading) return justAnswer(incoming, { about: "help" }, "nothing was said");
  switch (reading.intent) {
    case "help":
      return justAnswer(incoming, { about: "help" }, "asked for help");
    case "thanks":
    case "smallTalk":
    case "outOfReach":
    case "personalFigures":
    case "offRecord":
    case "english":
      return justAnswer(incoming, { about: "text", text: reading.intent }, reading.intent);
    case "deputy": {
      const official = reading.officials[0];
      if (official === undefined)
        return justAnswer(incoming, { about: "text", text: "whoDoYouMean" }, "nobody named");
      return justAnswer(incoming, { about: "deputy", official }, "asked for a deputy");
    }
    case "role":
      return justAnswer(
        incoming,
        { about: "holders", ...roleAsked(reading, view.register) },
        "asked who holds a role",
      );
    case "danger":
    case "owner":
    case "unknown":
    // Not done yet: what it is about is answered all the same.
    case "handOver":
    case "giveBack":
    case "record":
    case "myWork":
    case "inKern":
    case "promised":
    case "called":
    case "close":
    case "guide":
      return ask(incoming, view, reading);
  }
}

/** Every press, of whatever age and by whomever: the noun it is about decides. */
function readPress(incoming: Pressing, view: View): Decision {
  const { pressed } = view;
  if (!pressed) return refuse(incoming, "unknownButton");
  const { addressees } = pressed.token;
  if (addressees && !addressees.includes(incoming.person.entraId)) return refuse(incoming, "notForYou");
  switch (pressed.kind) {
    case "question":
      return pressOnQuestion(incoming, view, pressed);
    case "proposal":
      return decideProposal(incoming, view, pressed.current);
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
