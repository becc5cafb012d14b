import { dayOf } from "../calendar.ts";
import type { Versioned } from "../commit.ts";
import type { Decision, View } from "../decision.ts";
import type { Incoming } from "../incoming.ts";
import { readDay } from "../language/days.ts";
import { readDraftReply } from "../language/draftReplies.ts";
import { readRegieReason } from "../language/reasons.ts";
import type { Reading } from "../language/reading.ts";
import type { Inputs } from "../verb.ts";
import { bundleOf, bundleWith } from "./bundling.ts";
import { decided, decidedWith } from "./decided.ts";
import type { Dossier } from "./dossier.ts";
import { fillIn, missingIn } from "./draft.ts";
import { hereOf } from "./handingOver.ts";
import { sendOffer } from "./sending.ts";
import { takeStep } from "./take.ts";
import type { WorkAct } from "./work.ts";

/**
 * What was typed about the handover that is being filled in here: the answer to what was asked back, or what to do with
 * it. Undefined when it is about something else; the draft then stays as it is.
 */
export function answerDraft(
  incoming: Incoming,
  view: View,
  typed: string,
  reading: Reading | undefined,
): Decision | undefined {
  const { official, work } = view;
  const drafting = work?.drafting;
  if (!official || !work || !drafting) return undefined;
  const moment: WorkAct = { ...view, at: incoming.at, official, work };
  const missing = missingIn(drafting.row);
  const filled =
    missing === undefined ? undefined : inputOf(missing, typed, view, dayOf(incoming.at), reading);
  if (filled) {
    const row = fillIn(moment, drafting.row, filled);
    if (typeof row === "string") return undefined;
    const decision = decidedWith(moment, drafting, row, hereOf(incoming), { cards: [], lines: [] });
    return { ...decision, answer: undefined, act: "fillIn", why: `told ${missing}` };
  }
  return replied(incoming, moment, drafting, typed);
}

function inputOf(
  missing: NonNullable<ReturnType<typeof missingIn>>,
  typed: string,
  { reader }: View,
  today: string,
  reading: Reading | undefined,
): Inputs | undefined {
  switch (missing) {
    case "kern": {
      const kernen = reader.readKern(typed);
      return kernen.length === 1 && kernen[0] !== undefined ? { kern: kernen[0] } : undefined;
    }
    case "promisedDay": {
      const told = readDay(typed, today);
      return told && !told.vague ? { promisedDay: told.day } : undefined;
    }
    case "driehoek":
      return isTelling(typed, reading) ? { driehoek: typed } : undefined;
    case "regie":
      return undefined;
  }
}

/** Sentences that begin something else, whatever was asked back. */
const ELSE: readonly Reading["intent"][] = [
  "danger",
  "help",
  "handOver",
  "forward",
  "record",
  "myWork",
  "inKern",
  "promised",
  "list",
  "load",
];

/** Something told, not something asked for. */
function isTelling(typed: string, reading: Reading | undefined): boolean {
  if (reading && ELSE.includes(reading.intent)) return false;
  return !typed.trim().endsWith("?") && !/^\s*(?:wie|wat|welke?|waar)\b/i.test(typed);
}

function replied(
  incoming: Incoming,
  moment: WorkAct,
  drafting: Versioned<Dossier>,
  typed: string,
): Decision | undefined {
  const here = hereOf(incoming);
  const { official, at, work } = moment;
  const reply = readDraftReply(typed);
  const regieReason = drafting.row.draft?.regisseur === undefined ? undefined : readRegieReason(typed);
  if (regieReason !== undefined && reply !== "keep" && reply !== "drop")
    return spoken(
      sendOffer(incoming, moment, drafting, { act: "offer", text: typed, regieReason }, false, here),
    );
  if (reply === undefined) return undefined;
  const who = { ...moment, official: official.id, day: dayOf(at) };
  switch (reply) {
    case "bundle": {
      const [same] = bundleWith(
        work.open.map(({ row }) => row),
        drafting.row,
        dayOf(at),
      );
      return same && spoken(bundleOf(incoming, moment, drafting, same.id, here));
    }
    case "send":
    case "queue":
      if (drafting.row.draft?.regisseur !== undefined) return undefined;
      return spoken(
        sendOffer(incoming, moment, drafting, { act: "offer", text: "" }, reply === "queue", here),
      );
    case "keep": {
      if (drafting.row.draft?.regisseur === undefined) return undefined;
      const told = readDay(typed, dayOf(at));
      const day = told && !told.vague ? told.day : undefined;
      const after = takeStep(drafting.row, { act: "keep", text: told?.text ?? "", day }, who);
      return typeof after === "string" ? undefined : spoken(decided(moment, "keep", drafting, after, here));
    }
    case "drop": {
      const after = takeStep(drafting.row, { act: "cancel", text: typed }, who);
      return typeof after === "string" ? undefined : spoken(decided(moment, "cancel", drafting, after, here));
    }
  }
}

/** A message is answered by the card in the chat, not in place of a press. */
function spoken(decision: Decision): Decision {
  return decision.changes.length === 0 ? decision : { ...decision, answer: undefined };
}
