import { pressOnAccess } from "./admitting.ts";
import { answerWithKern, ask, drop } from "./asking.ts";
import { changesNothing, justAnswer, refuse, type Decision, type Pressing, type View } from "./decision.ts";
import { roleAsked } from "./holders.ts";
import { isSomebody, type Incoming } from "./incoming.ts";
import { answerDraft } from "./dossier/draftTyped.ts";
import { pressOnDossier } from "./dossier/press.ts";
import { workTyped } from "./dossier/typed.ts";
import { agreeInWords, askForPot } from "./kernbudget/asking.ts";
import { startPlan } from "./kernbudget/intake.ts";
import { pressOnPlan } from "./kernbudget/press.ts";
import { leave, nothing, welcome } from "./installing.ts";
import { linkTyped, pressOnChannel } from "./linking.ts";
import { decideProposal } from "./proposing.ts";
import { pressOnQuestion } from "./questionPress.ts";
import { remember, rememberGuest } from "./remembering.ts";
import { offerAccess } from "./requesting.ts";
import { VERBS_ON } from "./verb.ts";

/** What an act leads to. Pure: everything known is in `view`, nothing happens here. */
export function decide(incoming: Incoming, view: View): Decision {
  if (!isLetIn(incoming, view)) return turnAway(incoming, view);
  const decision = offerAccess(incoming, view, decideAct(incoming, view));
  if (incoming.act.kind === "removed") return decision;
  // A look and a refusal leave no trace, so that the same press can be made again and then be granted.
  const arrives = incoming.act.kind === "installed" || incoming.act.kind === "upgraded";
  if (changesNothing(decision) && !arrives) return decision;
  const changes = [...remember(incoming, view), ...decision.changes];
  return answeredByMessage(incoming, { ...decision, changes });
}

/** Guests of the tenant are nobody here. In the register only functioneel beheer puts somebody, so that is enough. */
function isLetIn(incoming: Incoming, { official, guest }: View): boolean {
  return official !== undefined || !isSomebody(incoming) || guest === false;
}

function decideAct(incoming: Incoming, view: View): Decision {
  const { act } = incoming;
  switch (act.kind) {
    case "installed":
      return welcome(incoming, view);
    case "upgraded":
      return nothing("a newer version of the bot");
    case "removed":
      return leave(incoming, view, act);
    case "message":
      return readMessage(incoming, view, act.text);
    case "edited":
      return readAgain(incoming, view);
    case "press":
      return readPress({ ...incoming, act }, view);
  }
}

/** What changed because of a press that came as a message is answered by a message, unless a card there shows it. */
function answeredByMessage(incoming: Incoming, decision: Decision): Decision {
  const { act, conversation } = incoming;
  if (act.kind !== "press" || !act.asMessage || !decision.answer) return decision;
  const { answer, say, ...rest } = decision;
  const isShown = say.some(
    ({ to }) => typeof to === "object" && "conversation" in to && to.conversation === conversation.id,
  );
  return { ...rest, say: isShown ? say : [...say, { to: "here", ...answer }] };
}

/** An edited message asks again: the answer changes in place. What is no question any more changes nothing. */
function readAgain(incoming: Incoming, view: View): Decision {
  const { edited, reading } = view;
  if (!edited || edited.row.askedBy !== incoming.person.entraId) return nothing("no answer to change");
  const asks = reading && ["owner", "danger", "unknown"].includes(reading.intent);
  return asks ? ask(incoming, view, reading, edited) : nothing("no question any more");
}

function readMessage(incoming: Incoming, view: View, text: string): Decision {
  const { waiting, reader } = view;
  if (waiting) {
    const named = reader.readKern(text);
    if (named.length === 1) return answerWithKern(incoming, view, waiting, named[0]);
  }
  const drafted = answerDraft(incoming, view, text, view.reading);
  if (drafted) return drafted;
  const decision = readSentence(incoming, view, text);
  return waiting ? { ...decision, changes: [...drop(waiting), ...decision.changes] } : decision;
}

function readSentence(incoming: Incoming, view: View, text: string): Decision {
  const { reading } = view;
  if (!reading) return justAnswer(incoming, { about: "help" }, "nothing was said");
  const aboutWork = workTyped(incoming, view, reading, text);
  if (aboutWork) return aboutWork;
  switch (reading.intent) {
    case "help":
      return justAnswer(incoming, { about: "help" }, "asked for help");
    case "thanks":
      return (
        agreeInWords(incoming, view) ?? justAnswer(incoming, { about: "text", text: "thanks" }, "thanks")
      );
    case "pot":
      return askForPot(incoming, view);
    case "application":
      return startPlan(incoming, view, text);
    case "agree":
      return agreeInWords(incoming, view) ?? ask(incoming, view, reading);
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
    case "linkChannel":
      return linkTyped(incoming, view, reading.vakteams);
    case "danger":
    case "owner":
    case "unknown":
    default:
      // What nothing is done with yet is answered with who owns it, all the same.
      return ask(incoming, view, reading);
  }
}

/** Answered at once: the conversation is not kept, only that it is a guest, so that Teams is asked once. */
function turnAway(incoming: Incoming, view: View): Decision {
  const why = view.guest === undefined ? "notChecked" : "guest";
  const answer = { notice: { about: "refusal", why } } as const;
  return { changes: rememberGuest(incoming, view), say: [], answer, act: "turnAway", capacity: "", why };
}

/** Every press, of whatever age and by whomever: the noun it is about decides. */
function readPress(incoming: Pressing, view: View): Decision {
  const { pressed } = view;
  // A button of another sort of card, put together with this token, was never on a card.
  if (!pressed || !VERBS_ON[pressed.kind].includes(incoming.act.verb))
    return refuse(incoming, "unknownButton");
  const { addressees } = pressed.token;
  if (addressees && !addressees.includes(incoming.person.entraId)) return refuse(incoming, "notForYou");
  switch (pressed.kind) {
    case "question":
      return pressOnQuestion(incoming, view, pressed);
    case "proposal":
      return decideProposal(incoming, view, pressed.current);
    case "dossier":
      return pressOnDossier(incoming, view, pressed);
    case "plan":
      return pressOnPlan(incoming, view, pressed);
    case "conversation":
      return pressOnChannel(incoming, view, pressed);
    case "accessRequest":
      return pressOnAccess(incoming, view, pressed);
  }
}
