import type { Instant } from "../calendar.ts";
import type { Versioned } from "../commit.ts";
import type { Official } from "../official.ts";
import type { Register } from "../register.ts";
import type { Timer, TimerId } from "../timer.ts";
import type { VakteamChannels } from "../vakteamChannel.ts";
import type { VakteamId } from "../vakteam.ts";
import type { Digest } from "./digest.ts";
import type { Dossier } from "./dossier.ts";
import type { Intake } from "./intake.ts";
import type { Numbering } from "./number.ts";

/** All that is known of the work in hand when a step is decided. */
export interface Work {
  /** Every dossier that is open, of all teams. */
  readonly open: readonly Versioned<Dossier>[];
  /** Closed ones that a message may mean: by number, by kern, by topic. */
  readonly past: readonly Versioned<Dossier>[];
  /** The one in this conversation about which this person was asked something. */
  readonly drafting?: Versioned<Dossier> | undefined;
  readonly intakes: ReadonlyMap<VakteamId, Versioned<Intake>>;
  /** Bundles that are still to be sent. */
  readonly digests: ReadonlyMap<string, Versioned<Digest>>;
  readonly timers: ReadonlyMap<TimerId, Versioned<Timer>>;
  readonly numbering?: Versioned<Numbering> | undefined;
}

/** For moments that are not about work. */
export const NO_WORK: Work = {
  open: [],
  past: [],
  intakes: new Map(),
  digests: new Map(),
  timers: new Map(),
};

/** What every decision on work needs, whether somebody acts or a moment comes. */
export interface WorkMoment {
  readonly at: Instant;
  readonly register: Register;
  readonly work: Work;
  readonly vakteamChannels: VakteamChannels;
  readonly newId: () => string;
}

/** Somebody in the register acts. */
export interface WorkAct extends WorkMoment {
  readonly official: Official;
}
