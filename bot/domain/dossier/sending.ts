import { dayOf, type Day } from "../calendar.ts";
import type { Versioned } from "../commit.ts";
import { refuse, type Decision } from "../decision.ts";
import type { Incoming } from "../incoming.ts";
import type { VakteamId } from "../vakteam.ts";
import { candidatesFor } from "./choosing.ts";
import { decided, decidedWith, type Here } from "./decided.ts";
import { deliveryOf } from "./delivery.ts";
import type { Doing } from "./doing.ts";
import type { Dossier } from "./dossier.ts";
import { asking, missingIn } from "./draft.ts";
import { expectedStart } from "./expected.ts";
import type { Handoff, Urgency } from "./handoff.ts";
import { intakeOf, roomFor } from "./intake.ts";
import { loadOf } from "./load.ts";
import { rolesOf } from "../contact.ts";
import { takeStep } from "./take.ts";
import type { Told } from "./told.ts";
import type { WorkAct } from "./work.ts";

/**
 * Sends a dossier to a team, or with a reason to a regisseur. A full team gets nothing without the sender's own choice:
 * `queues` says that it may wait for room.
 */
export function sendOffer(
  incoming: Incoming,
  moment: WorkAct,
  before: Versioned<Dossier>,
  doing: Doing & { readonly act: "offer" | "redirect" },
  queues: boolean,
  here: Here,
): Decision {
  const { official, at } = moment;
  const dossier = before.row;
  const day = dayOf(at);
  const toRegisseur = dossier.draft?.regisseur ?? doing.official;
  const vakteam =
    toRegisseur === undefined || doing.vakteam ? (doing.vakteam ?? dossier.draft?.vakteam) : undefined;
  const missing = missingIn(dossier);
  if (missing !== undefined && (missing !== "regie" || doing.regieReason === undefined)) {
    if (missing === "regie") return refuse(incoming, "regieReasonMissing");
    return decidedWith(moment, before, asking(dossier), here, { cards: [], lines: [] });
  }
  if (doing.urgency === "danger") return refuse(incoming, "callNow");
  if (vakteam !== undefined && doing.urgency !== "legalTerm" && !queues && isFull(moment, vakteam, dossier))
    return refuse(incoming, "teamFull");
  const after = takeStep(
    dossier,
    { ...doing, vakteam, official: vakteam === undefined ? toRegisseur : undefined },
    { ...moment, official: official.id, day },
  );
  if (typeof after === "string") return refuse(incoming, after);
  const planned = {
    ...after,
    draft: undefined,
    handoff: after.handoff && plan(moment, after, after.handoff),
  };
  const decision = decided(moment, doing.act, before, planned, here);
  const nobody = vakteam !== undefined && planned.handoff?.named === undefined;
  return nobody ? warned(moment, before, planned, vakteam, here) : decision;
}

/** When it will be delivered, when the team is expected to have room, and who is named on it. */
function plan(moment: WorkAct, dossier: Dossier, handoff: Handoff): Handoff {
  const deliverAt = deliveryOf(moment.at, handoff.urgency?.kind);
  const { vakteam } = handoff;
  if (vakteam === undefined) return { ...handoff, deliverAt };
  const candidates = candidatesFor(moment, dossier, vakteam);
  const named = candidates.find(({ verdict }) => verdict === "named")?.official;
  return {
    ...handoff,
    deliverAt,
    candidates,
    named,
    expectedOn: expected(moment, vakteam, dossier, handoff.urgency?.kind),
  };
}

/** The day on which a full team is expected to have room for this one; undefined when there is room. */
export function expected(
  moment: Pick<WorkAct, "work" | "at">,
  vakteam: VakteamId,
  dossier: Dossier,
  urgency?: Urgency,
): Day | undefined {
  if (urgency === "legalTerm" || !isFull(moment, vakteam, dossier)) return undefined;
  const open = moment.work.open.map(({ row }) => row).filter(({ id }) => id !== dossier.id);
  const intake = intakeOf(moment.work.intakes.get(vakteam)?.row, vakteam);
  return expectedStart(open, intake, moment.at, dossier.weight);
}

export function isFull(
  { work, at }: Pick<WorkAct, "work" | "at">,
  vakteam: VakteamId,
  dossier: Dossier,
): boolean {
  const intake = intakeOf(work.intakes.get(vakteam)?.row, vakteam);
  const load = loadOf(
    work.open.map(({ row }) => row).filter(({ id }) => id !== dossier.id),
    intake,
  );
  return roomFor(load, intake, dossier.weight, at) !== "room";
}

/** Nobody of the team can take it now: it waits, and the teamleider hears. */
function warned(
  moment: WorkAct,
  before: Versioned<Dossier>,
  after: Dossier,
  vakteam: VakteamId,
  here: Here,
): Decision {
  const leaders = rolesOf(moment.register, { role: "teamleider", vakteam }, dayOf(moment.at));
  const lines = leaders.map(({ official }): Told => ({
    to: official,
    line: { kind: "noOne", dossier: after.id, text: "" },
  }));
  return decidedWith(moment, before, after, here, { cards: [], lines });
}
