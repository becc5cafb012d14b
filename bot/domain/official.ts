import { placeIn, type Day, type Period } from "./calendar.ts";
import type { KernId } from "./kern.ts";
import type { PortefeuilleId } from "./portefeuille.ts";
import type { VakteamId } from "./vakteam.ts";

export type OfficialId = string;

/** Somebody who works for the municipality, or a member of its college. */
export interface Official {
  readonly id: OfficialId;
  readonly name: string;
  /** Entra object id, the only identity that is believed. Absent until functioneel beheer has linked the person. */
  readonly entraId?: string | undefined;
  /** False for people who left. */
  readonly active: boolean;
}

/** The roles the register knows. One person may hold several; each is a capacity (hoedanigheid) of its own. */
export const ROLES = [
  "gebiedsregisseur",
  "kernwethouder",
  "kernbestuurder", // a member of the college who is no wethouder: the burgemeester
  "portefeuillehouder",
  "vakambtenaar",
  "aanspreekpunt",
  "teamleider",
  "programmamanager",
  "directie",
  "bestuurssecretariaat",
  "functioneel beheer",
] as const;
export type RoleName = (typeof ROLES)[number];

/** A role of one person, for one scope, during a period. At most one of kern, vakteam, portefeuille is set. */
export interface Role extends Period {
  readonly id: string;
  readonly official: OfficialId;
  readonly role: RoleName;
  readonly kern?: KernId | undefined;
  readonly vakteam?: VakteamId | undefined;
  readonly portefeuille?: PortefeuilleId | undefined;
  /** Who takes over when the holder is absent. */
  readonly deputy?: OfficialId | undefined;
}

/** Days somebody is not there. The reason is never kept. */
export interface Absence extends Period {
  readonly id: string;
  readonly official: OfficialId;
  readonly from: Day;
  readonly to: Day;
  readonly deputy?: OfficialId | undefined;
}

/** The absence this person has on this day, if any. */
export function absenceOn(absences: Iterable<Absence>, official: OfficialId, day: Day): Absence | undefined {
  for (const absence of absences) {
    if (absence.official === official && placeIn(absence, day) === "within") return absence;
  }
  return undefined;
}
