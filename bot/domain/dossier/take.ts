import { sensitiveIn } from "../sensitive.ts";
import type { Doer, Doing, Taken } from "./doing.ts";
import { isOpen, underlying, type Dossier } from "./dossier.ts";
import { answer, feedback, notUsable, reopen } from "./finishing.ts";
import { mayFrom, type Act } from "./moves.ts";
import { offer, withdraw } from "./offering.ts";
import { capacityFor, partiesOf } from "./parties.ts";
import { askBack, assign, giveBack, redirect, reply, take } from "./receiving.ts";
import { cancel, discuss, toChannel, toOpgave, toPartner, toVillage } from "./triage.ts";
import {
  awaitDecision,
  consult,
  contribute,
  contribution,
  hold,
  keep,
  moveDue,
  note,
  resume,
  schedule,
  weigh,
} from "./working.ts";

/** Longest text that is kept with a step, in characters. */
export const LONGEST_TEXT = 1000;

type OwnStep = (dossier: Dossier, doing: Doing, doer: Doer) => Taken;

/** How each step changes a dossier. Bundling changes two, so `bundling.ts` does that. */
const STEPS: Readonly<Record<Exclude<Act, "bundle">, OwnStep>> = {
  discuss,
  toVillage,
  toPartner,
  toChannel,
  toOpgave,
  cancel,
  offer,
  withdraw,
  take,
  assign,
  askBack,
  reply,
  giveBack,
  redirect,
  schedule,
  hold,
  keep,
  resume,
  awaitDecision,
  weigh,
  moveDue,
  consult,
  contribute,
  contribution,
  note,
  answer,
  notUsable,
  feedback,
  reopen,
};

/**
 * Takes a step: right status, right person at this moment, nothing about one resident in the text. Refuses without any
 * change otherwise.
 */
export function takeStep(
  dossier: Dossier,
  doing: Doing & { readonly act: Exclude<Act, "bundle"> },
  who: Omit<Doer, "capacity">,
): Taken {
  const { act } = doing;
  const parties = partiesOf(who.register, who.official, dossier, who.day);
  if (parties.size === 0) return "notInRegister";
  const status = act === "reply" ? dossier.status : underlying(dossier);
  if (!mayFrom(act, status)) return isOpen(dossier) || act === "reopen" ? "outdated" : "closed";
  const capacity = capacityFor(act, parties);
  if (capacity === undefined) return "notAllowed";
  const text = doing.text.trim().slice(0, LONGEST_TEXT);
  if (sensitiveIn(text).length > 0) return "sensitive";
  return STEPS[act](dossier, { ...doing, text }, { ...who, capacity });
}
