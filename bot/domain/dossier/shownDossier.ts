import type { Day } from "../calendar.ts";
import type { OfficialId } from "../official.ts";
import type { ShownPerPerson } from "../shown.ts";
import type { DigestLine } from "./digest.ts";
import type { Contribution, Dossier } from "./dossier.ts";
import type { Act } from "./moves.ts";
import type { Sight } from "./reading.ts";

/** Names of all that a dossier refers to, by id; what left the register keeps its id. */
export interface DossierNames {
  readonly people: Readonly<Record<string, string>>;
  readonly kernen: Readonly<Record<string, string>>;
  readonly vakteams: Readonly<Record<string, string>>;
  readonly topic?: string | undefined;
}

/** How full a team is. */
export interface ShownLoad {
  readonly vakteam: string;
  readonly units: number;
  readonly limit: number;
  /** Offers that wait for room. */
  readonly waiting: number;
  /** When those that wait are expected to begin, each day once; empty when that is not known. */
  readonly waitingUntil: readonly Day[];
  /** When the next one is expected to begin; absent when there is room. */
  readonly expectedOn?: Day | undefined;
  /** Since when the oldest one is in hand. */
  readonly oldest?: Day | undefined;
}

export interface Known {
  readonly dossier: Dossier;
  readonly names: DossierNames;
}

export interface ShownDossier extends ShownPerPerson, Known {
  readonly about: "dossier" | "dossierMore" | "dossierWhy" | "dossierTimeline";
  readonly sight: Sight;
  /** What the viewer may do now, the most likely first; empty for everybody in a group or channel. */
  readonly steps: readonly Act[];
  readonly viewer?: OfficialId | undefined;
  /** The day on which it is looked at. */
  readonly today: Day;
  readonly load?: ShownLoad | undefined;
}

export interface ShownDossierForm extends Known {
  readonly about: "dossierForm";
  readonly step: Act;
  readonly vakteams: readonly { readonly id: string; readonly name: string }[];
  /** Whom it can be given to, for steps that need a colleague. */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  /** What the team of the viewer was asked and can answer now. */
  readonly contributions: readonly Contribution[];
}

/** What must be said before it can be offered. */
export interface ShownHandover extends Known {
  readonly about: "handover";
  /** With every field to change, rather than as it will be sent. */
  readonly editing: boolean;
  readonly vakteams: readonly { readonly id: string; readonly name: string }[];
  readonly kernen: readonly { readonly id: string; readonly name: string }[];
  readonly load?: ShownLoad | undefined;
  /** Work in hand to which this may be added. */
  readonly bundle: readonly {
    readonly id: string;
    readonly number: string;
    readonly kernen: readonly string[];
  }[];
  /** Where such things go first: meldpunt, loket. */
  readonly channel?: { readonly name: string; readonly how: string } | undefined;
  /** Who normally does this and is away, and who is there in their place. */
  readonly away?: ShownAway | undefined;
  /** Who keeps contact with the residents, when that is not the viewer. */
  readonly contact?: string | undefined;
  /** The regisseur it would go to, when it is asked of gebiedsregie. */
  readonly regisseur?: string | undefined;
  /** A wethouder wants it: who decides on the subject. */
  readonly portefeuillehouder?: string | undefined;
  readonly earlier: readonly ShownEarlier[];
}

export interface ShownAway {
  readonly name: string;
  /** Last day away; absent for somebody who left. */
  readonly until?: Day | undefined;
  readonly instead?: string | undefined;
}

/** An answer that was given before to the same subject. */
export interface ShownEarlier {
  readonly text: string;
  readonly number: string;
  readonly on: Day;
  readonly by: string;
}

export interface ShownDossierList {
  readonly about: "dossierList";
  readonly of: "mine" | "kern" | "promised" | "vakteam" | "which";
  /** The kern or team that was asked about. */
  readonly scope?: string | undefined;
  readonly lines: readonly Known[];
  readonly more: number;
  readonly load?: ShownLoad | undefined;
}

export interface ShownDigest {
  readonly about: "digest";
  readonly lines: readonly (Known & { readonly line: DigestLine })[];
}
