import { isPresent } from "../contact.ts";
import { step, type Doer, type Doing, type Taken } from "./doing.ts";
import { underlying, type Dossier } from "./dossier.ts";
import type { Handoff } from "./handoff.ts";
import { offer } from "./offering.ts";
import { capacityIn } from "./parties.ts";

/** After this many teams a talk is needed, which the programmamanager calls. */
export const MOST_HOPS = 2;

/** "Ik pak dit op": the first one becomes the owner. */
export function take(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  const { handoff, owner } = dossier;
  if (dossier.status === "reopened")
    return step(dossier, doing, doer, {
      status: "inProgress",
      owner: { official: doer.official, capacity: doer.capacity, vakteam: owner.vakteam },
    });
  if (!handoff) return "outdated";
  return step(dossier, doing, doer, {
    status: "inProgress",
    owner: { official: doer.official, capacity: doer.capacity, vakteam: handoff.vakteam },
    handoff: { ...handoff, state: "accepted" },
  });
}

/** A teamleider or aanspreekpunt gives it to somebody of the own team who is there. */
export function assign(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  const vakteam = dossier.status === "offered" ? dossier.handoff?.vakteam : dossier.owner.vakteam;
  if (vakteam === undefined || doing.official === undefined) return "badInput";
  const capacity = capacityIn(doer.register, doing.official, vakteam, doer.day);
  if (!capacity) return "notInTeam";
  if (!isPresent(doer.register, doing.official, doer.day)) return "absent";
  const isNew = underlying(dossier) === "offered" || dossier.status === "reopened";
  return step(dossier, doing, doer, {
    status: isNew ? "inProgress" : dossier.status,
    owner: { official: doing.official, capacity, vakteam },
    handoff: ended(dossier, underlying(dossier) === "offered" ? "accepted" : undefined),
  });
}

/** Asks the other side something; owner and term stay as they are. */
export function askBack(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.text === "") return "reasonMissing";
  if (dossier.status === "replyRequested") return "outdated";
  const of = dossier.status === "offered" ? dossier.handoff?.from : dossier.shares[0]?.contact;
  if (of === undefined || of === doer.official) return "badInput";
  const asked = { of, by: doer.official, question: doing.text, at: doer.at, back: dossier.status };
  return step(dossier, doing, doer, { status: "replyRequested", consults: [...dossier.consults, asked] });
}

export function reply(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.text === "") return "reasonMissing";
  const last = dossier.consults.at(-1);
  if (!last?.back) return "outdated";
  const replied = { ...last, reply: { at: doer.at, text: doing.text } };
  return step(dossier, doing, doer, {
    status: last.back,
    consults: [...dossier.consults.slice(0, -1), replied],
  });
}

/** Back to whoever keeps contact with the residents, with a reason. "No capacity" needs the day from which it can. */
export function giveBack(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  const { returnReason: kind } = doing;
  if (kind === undefined || doing.text === "") return "reasonMissing";
  if (kind === "noCapacity" && (doing.day === undefined || doing.day <= doer.day)) return "dateMissing";
  const { handoff, owner } = dossier;
  const team = underlying(dossier) === "offered" ? handoff?.vakteam : owner.vakteam;
  const contact = dossier.shares[0]?.contact ?? dossier.registeredBy;
  const capacity = handoff?.from === contact ? handoff.capacity : "gebiedsregisseur";
  const isTaken = underlying(dossier) !== "offered";
  return step(dossier, doing, doer, {
    status: "triage",
    owner: isTaken ? { official: contact, capacity } : owner,
    handoff: handoff && {
      ...handoff,
      state: "returned",
      reason: { kind, text: doing.text, from: doing.day },
    },
    refusedBy: kind === "noCapacity" ? dossier.refusedBy : withTeam(dossier, team),
  });
}

/** "Past beter bij…": to another team. The third time needs the programmamanager, so it is refused here. */
export function redirect(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.text === "") return "reasonMissing";
  if (dossier.hops >= MOST_HOPS) return "hopLimit";
  const { vakteam } = doing;
  const now = underlying(dossier) === "offered" ? dossier.handoff?.vakteam : dossier.owner.vakteam;
  if (vakteam === undefined || vakteam === now) return "badInput";
  if (dossier.refusedBy.includes(vakteam)) return "refusedBefore";
  const sender: Doer = dossier.handoff
    ? { ...doer, official: dossier.handoff.from, capacity: dossier.handoff.capacity }
    : doer;
  const ended = { ...dossier, refusedBy: withTeam(dossier, now), hops: dossier.hops + 1 };
  // Until the next team takes it, whoever offered it first is the owner when no team had it.
  const offered = offer(ended, { ...doing, urgency: undefined, official: undefined }, sender);
  if (typeof offered === "string") return offered;
  const { handoff } = offered;
  const before = underlying(dossier) === "offered" ? (dossier.handoff?.before ?? "triage") : dossier.status;
  return step(ended, doing, doer, { status: "offered", handoff: handoff && { ...handoff, before } });
}

function withTeam({ refusedBy }: Dossier, team: string | undefined): Dossier["refusedBy"] {
  return team === undefined || refusedBy.includes(team) ? refusedBy : [...refusedBy, team];
}

function ended({ handoff }: Dossier, state: Handoff["state"] | undefined): Handoff | undefined {
  return handoff && state ? { ...handoff, state } : handoff;
}
