import type { Day } from "../calendar.ts";
import { capacitiesOf } from "../contact.ts";
import type { OfficialId } from "../official.ts";
import type { Register } from "../register.ts";
import type { Dossier } from "./dossier.ts";
import { capacityIn, partiesOf } from "./parties.ts";

/** How much of a dossier somebody may see: all of it, its outline (no remarks, no contact), or nothing. */
export type Sight = "all" | "outline" | "nothing";

/**
 * Who may read. A member of the college sees the outline of what plays in the own kernen or portefeuille, directie the
 * outline of everything. Everybody else sees what they have to do with.
 */
export function sightOf(register: Register, official: OfficialId, dossier: Dossier, day: Day): Sight {
  const parties = partiesOf(register, official, dossier, day);
  const near = [
    "owner",
    "contact",
    "sender",
    "vakteam",
    "regisseurAsked",
    "asked",
    "contributor",
    "programmamanager",
  ] as const;
  if (near.some((party) => parties.has(party))) return "all";
  if (dossier.registeredBy === official) return "all";
  const roles = capacitiesOf(register, official, day);
  const kernen = dossier.shares.map(({ kern }) => kern);
  const portefeuille = register.topics.get(dossier.topic ?? "")?.portefeuille;
  const touched = roles.some(
    ({ role, ...scope }) =>
      role === "directie" ||
      ((role === "kernwethouder" || role === "kernbestuurder") && kernen.includes(scope.kern)) ||
      (role === "portefeuillehouder" && portefeuille !== undefined && scope.portefeuille === portefeuille),
  );
  if (touched) return "outline";
  const teams = [dossier.owner.vakteam, dossier.handoff?.vakteam];
  return teams.some((team) => team !== undefined && capacityIn(register, official, team, day))
    ? "all"
    : "nothing";
}

/** What a member of the college or a passer-by may read: what plays where and how it stands. No remarks, no content. */
export function outlineOf(dossier: Dossier): Dossier {
  const { consults, contributions, history, handoff, shares, waits } = dossier;
  return {
    ...dossier,
    done: "",
    driehoek: "",
    reference: undefined,
    draft: undefined,
    answer: undefined,
    waits: waits && { ...waits, what: "" },
    handoff: handoff && { ...handoff, candidates: [], reason: undefined, urgency: undefined },
    shares: shares.map((share) => ({
      ...share,
      feedback: share.feedback && { ...share.feedback, text: "" },
    })),
    consults: consults.map(({ of, by, at, back }) => ({ of, by, at, back, question: "" })),
    contributions: contributions.map(({ id, vakteam, askedBy, askedAt }) => ({
      id,
      vakteam,
      askedBy,
      askedAt,
      asked: "",
    })),
    history: history.map((step) => ({ ...step, why: "" })),
  };
}
