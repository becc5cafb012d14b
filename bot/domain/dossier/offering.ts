import type { Instant } from "../calendar.ts";
import { rolesOf } from "../contact.ts";
import { step, type Doer, type Doing, type Taken } from "./doing.ts";
import type { Dossier } from "./dossier.ts";
import type { Candidate, Handoff } from "./handoff.ts";

/** What is worked out before an offer: when it can be delivered, and whom it names. */
export interface OfferPlan {
  readonly deliverAt: Instant;
  readonly expectedOn?: string | undefined;
  readonly candidates: readonly Candidate[];
}

/** Offers a dossier to a vakteam, or with a reason to a regisseur. The sender stays the owner until it is taken. */
export function offer(dossier: Dossier, doing: Doing, doer: Doer, plan?: OfferPlan): Taken {
  const toRegisseur = doing.official !== undefined && doing.vakteam === undefined;
  if (!toRegisseur && !doer.register.vakteams.has(doing.vakteam ?? "")) return "badInput";
  if (toRegisseur) {
    if (!isRegisseur(doer, doing.official)) return "badInput";
    if (doing.regieReason === undefined) return "regieReasonMissing";
  }
  if (doing.urgency !== undefined && doing.text === "") return "reasonMissing";
  const handoff: Handoff = {
    from: doer.official,
    capacity: doer.capacity,
    at: doer.at,
    vakteam: doing.vakteam,
    regisseur: toRegisseur ? doing.official : undefined,
    regieReason: doing.regieReason,
    state: "queued",
    deliverAt: plan?.deliverAt ?? doer.at,
    expectedOn: plan?.expectedOn,
    urgency: doing.urgency && { kind: doing.urgency, why: doing.text },
    before: dossier.status,
    named: plan?.candidates.find(({ verdict }) => verdict === "named")?.official,
    candidates: plan?.candidates ?? [],
  };
  return step(dossier, doing, doer, { status: "offered", handoff, due: doing.day ?? dossier.due });
}

/** The undo time is over and the team has room: it lies before the team now. */
export function deliver(dossier: Dossier, at: Instant): Dossier {
  const { handoff } = dossier;
  if (!handoff || handoff.state !== "queued") return dossier;
  const delivered: Handoff = { ...handoff, state: "delivered", deliveredAt: at };
  const taken = { at, who: "kernwijzer", capacity: "", act: "deliver", status: dossier.status, why: "" };
  return { ...dossier, handoff: delivered, history: [...dossier.history, taken] };
}

/** Takes an offer back; the team sees that it is gone. */
export function withdraw(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  const { handoff } = dossier;
  if (!handoff) return "outdated";
  return step(dossier, doing, doer, {
    status: handoff.before,
    handoff: { ...handoff, state: "withdrawn" },
  });
}

function isRegisseur({ register, day }: Doer, official: string | undefined): boolean {
  return rolesOf(register, { role: "gebiedsregisseur" }, day).some((role) => role.official === official);
}
