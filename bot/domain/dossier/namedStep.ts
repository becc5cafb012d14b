import { dayOf, type Day } from "../calendar.ts";
import type { Versioned } from "../commit.ts";
import { isPersonal } from "../conversation.ts";
import { justAnswer, refuse, type Decision, type View } from "../decision.ts";
import type { Incoming } from "../incoming.ts";
import { splitAtColon } from "../language/colon.ts";
import { readDay } from "../language/days.ts";
import { dossierNumberIn } from "../language/dossierNumbers.ts";
import { findByWords } from "../language/dossierWords.ts";
import { readReturnReason } from "../language/reasons.ts";
import { readCall, readFeedback, readWait } from "../language/spoken.ts";
import { newToken } from "../token.ts";
import { showList } from "./asked.ts";
import { decided } from "./decided.ts";
import type { Doing } from "./doing.ts";
import { underlying, type Dossier } from "./dossier.ts";
import { hereOf } from "./handingOver.ts";
import { mayFrom, type Act } from "./moves.ts";
import { capacityFor, partiesOf } from "./parties.ts";
import { sightOf } from "./reading.ts";
import { takeStep } from "./take.ts";
import type { WorkAct } from "./work.ts";

/**
 * A step on a dossier that is named by number or by a few of its words: "afsluiten genderen wipkip". What can be read is
 * done at once; what is missing is asked on the form of the step.
 */
export function stepTyped(
  incoming: Incoming,
  view: View,
  act: Exclude<Act, "bundle" | "offer" | "redirect">,
  typed: string,
  more: Pick<Doing, "official" | "vakteam"> = {},
): Decision {
  const { official, work } = view;
  if (!official || !work) return refuse(incoming, "notInRegister");
  const moment: WorkAct = { ...view, at: incoming.at, official, work };
  const seen = seenBy(moment);
  const able = seen.filter(({ row }) => mayTake(moment, row, act));
  const meant = meantBy(view, able.length > 0 ? able : seen, seen, typed, dayOf(incoming.at));
  const [only] = meant;
  if (!only || meant.length > 1)
    return showList(incoming, moment, { of: "which", dossiers: meant.map(({ row }) => row.id).slice(0, 5) });
  if (!mayTake(moment, only.row, act)) return showHere(incoming, moment, only, undefined);
  const doing = { act, ...doingOf(act, typed, dayOf(incoming.at)), ...more };
  const who = { ...moment, official: official.id, day: dayOf(incoming.at) };
  const after = takeStep(only.row, doing, who);
  if (typeof after !== "string")
    return { ...decided(moment, act, only, after, hereOf(incoming)), answer: undefined };
  if (after === "sensitive") return refuse(incoming, after);
  return showHere(incoming, moment, only, act);
}

function seenBy({ register, official, work, at }: WorkAct): readonly Versioned<Dossier>[] {
  return [...work.open, ...work.past].filter(
    ({ row }) => sightOf(register, official.id, row, dayOf(at)) === "all",
  );
}

/** The dossiers a text means: one by its number, else those that fit its words; several when none stands out. */
function meantBy(
  { reader }: View,
  able: readonly Versioned<Dossier>[],
  seen: readonly Versioned<Dossier>[],
  typed: string,
  today: Day,
): readonly Versioned<Dossier>[] {
  const number = dossierNumberIn(typed, Number(today.slice(0, 4)));
  if (number !== undefined) return seen.filter(({ row }) => row.number === number);
  const wanted = able.map(({ row }) => ({ ...row, kernen: row.shares.flatMap(({ kern }) => kern ?? []) }));
  const { found, ambiguous } = findByWords(wanted, typed, reader);
  const byId = new Map(able.map((one) => [one.row.id, one]));
  return (ambiguous ? found : found.slice(0, 1)).flatMap((id) => byId.get(id) ?? []);
}

function mayTake({ register, official, at }: WorkAct, dossier: Dossier, act: Act): boolean {
  const parties = partiesOf(register, official.id, dossier, dayOf(at));
  return mayFrom(act, underlying(dossier)) && capacityFor(act, parties) !== undefined;
}

/** What the sentence itself fills in; a step that needs more asks for it. */
function doingOf(act: Act, typed: string, today: Day): Omit<Doing, "act"> {
  const said = splitAtColon(typed)?.said.trim() ?? "";
  switch (act) {
    case "note": {
      const { withWhom, text } = readCall(typed);
      return { text: withWhom === "" ? text : [withWhom, text].filter(Boolean).join(": ") };
    }
    case "hold": {
      const { until, what } = readWait(typed, today);
      return { text: what, day: until && !until.vague ? until.day : undefined };
    }
    case "giveBack": {
      const told = readDay(typed, today);
      const day = told && !told.vague ? told.day : undefined;
      return { text: typed, returnReason: readReturnReason(typed), day };
    }
    case "feedback": {
      const { day } = readFeedback(typed, today);
      return { text: said, day, told: said === "" ? undefined : true };
    }
    case "schedule": {
      const told = readDay(typed, today);
      return { text: said, day: told && !told.vague ? told.day : undefined };
    }
    default:
      return { text: said };
  }
}

/** The card, or the form of a step, in somebody's own chat. */
function showHere(
  incoming: Incoming,
  moment: WorkAct,
  { row, version }: Versioned<Dossier>,
  step: Act | undefined,
): Decision {
  const { token, change } = newToken(moment, { kind: "dossier", id: row.id }, version);
  const notice =
    step === undefined
      ? ({ about: "dossier", dossier: row.id } as const)
      : ({ about: "dossierForm", dossier: row.id, step } as const);
  const elsewhere = isPersonal(incoming.conversation)
    ? []
    : justAnswer(incoming, { about: "text", text: "sentPrivately" }, "").say;
  return {
    changes: [change],
    say: [{ to: { entraId: incoming.person.entraId }, notice, token }, ...elsewhere],
    act: "look",
    capacity: "",
    why: "named a dossier",
  };
}
