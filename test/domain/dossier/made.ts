import type { Dossier, Weight } from "../../../bot/domain/dossier/dossier.ts";
import type { Handoff } from "../../../bot/domain/dossier/handoff.ts";
import { DEFAULT_INTAKE, type Intake } from "../../../bot/domain/dossier/intake.ts";

/** Tuesday 14 April 2026, ten past ten in the municipality. */
export const AT = "2026-04-14T08:10:00.000Z";
export const DAY = "2026-04-14";

/** A dossier with everything an empty one has, and these differences. */
export function dossier(id: string, changes: Partial<Dossier> = {}): Dossier {
  return {
    id,
    number: `D-2026-${id}`,
    sort: "dossier",
    title: "Bankje bij de haven",
    topic: "honden",
    shares: [{ kern: "veen", contact: "mieke", since: AT }],
    status: "triage",
    owner: { official: "mieke", capacity: "gebiedsregisseur" },
    weight: "middle",
    asked: "answer",
    done: "",
    driehoek: "",
    registeredBy: "mieke",
    registeredAt: AT,
    places: [],
    hops: 0,
    consults: [],
    contributions: [],
    refusedBy: [],
    history: [],
    ...changes,
  };
}

/** What a colleague of a team works on. */
export function inHand(id: string, changes: Partial<Dossier> = {}): Dossier {
  const owner = { official: "esra", capacity: "aanspreekpunt", vakteam: "bor" } as const;
  return dossier(id, { status: "inProgress", owner, ...changes });
}

/** What was sent to team BOR and waits. */
export function waiting(id: string, handoff: Partial<Handoff> = {}, changes: Partial<Dossier> = {}): Dossier {
  const sent: Handoff = {
    from: "mieke",
    capacity: "gebiedsregisseur",
    at: AT,
    vakteam: "bor",
    state: "queued",
    deliverAt: AT,
    before: "triage",
    candidates: [],
    ...handoff,
  };
  return dossier(id, { status: "offered", handoff: sent, ...changes });
}

export function ofWeight(weight: Weight): Pick<Dossier, "weight"> {
  return { weight };
}

export function intake(changes: Partial<Intake> = {}): Intake {
  return { id: "bor", ...DEFAULT_INTAKE, delivered: [], turn: 0, changes: [], ...changes };
}

/** So many days before the moment of the tests. */
export function daysAgo(days: number): string {
  return new Date(Date.parse(AT) - days * 86_400_000).toISOString();
}
