import type { Day } from "../calendar.ts";
import type { OfficialId } from "../official.ts";
import type { VakteamId } from "../vakteam.ts";
import { isOpen, underlying, vakteamOf, WEIGHTS, type Dossier } from "./dossier.ts";
import type { Intake } from "./intake.ts";

/** How much a vakteam has in hand. Figures are per team, never per person. */
export interface TeamLoad {
  readonly vakteam: VakteamId;
  /** Weighted units in hand and before the team. */
  readonly units: number;
  readonly limit: number;
  readonly dossiers: number;
  /** Offers that wait for room or for the next moment of delivery, in order of age. */
  readonly waiting: readonly Dossier[];
  /** Since when the oldest one is in hand. */
  readonly oldest?: Day | undefined;
}

/** A dossier that takes part of a team's room: it lies before the team, or is being worked on. Waiting offers do not. */
export function takesRoom(dossier: Dossier, vakteam: VakteamId): boolean {
  if (!isOpen(dossier) || vakteamOf(dossier) !== vakteam) return false;
  return underlying(dossier) !== "offered" || dossier.handoff?.state === "delivered";
}

export function isWaiting(dossier: Dossier, vakteam: VakteamId): boolean {
  return (
    underlying(dossier) === "offered" &&
    dossier.handoff?.state === "queued" &&
    dossier.handoff.vakteam === vakteam
  );
}

export function unitsOf({ weight }: Dossier): number {
  return WEIGHTS[weight];
}

export function loadOf(open: readonly Dossier[], { id: vakteam, limit }: Intake): TeamLoad {
  const inHand = open.filter((dossier) => takesRoom(dossier, vakteam));
  const waiting = open
    .filter((dossier) => isWaiting(dossier, vakteam))
    .toSorted((a, b) => (a.handoff?.at ?? "").localeCompare(b.handoff?.at ?? "") || a.id.localeCompare(b.id));
  return {
    vakteam,
    units: inHand.reduce((total, dossier) => total + unitsOf(dossier), 0),
    limit,
    dossiers: inHand.length,
    waiting,
    oldest: inHand.map(({ registeredAt }) => registeredAt.slice(0, 10)).toSorted()[0],
  };
}

/** Weighted work of one person in hand, for choosing whom to name; never shown as a figure about a person. */
export function personLoad(open: readonly Dossier[], official: OfficialId): number {
  return open
    .filter(({ owner }) => owner.official === official)
    .reduce((total, dossier) => total + unitsOf(dossier), 0);
}
