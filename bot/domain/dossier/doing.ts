import type { Day, Instant } from "../calendar.ts";
import type { KernId } from "../kern.ts";
import type { OfficialId, RoleName } from "../official.ts";
import type { Refusal } from "../refusal.ts";
import type { Register } from "../register.ts";
import type { VakteamId } from "../vakteam.ts";
import type { Dossier, Step, Weight } from "./dossier.ts";
import type { RegieReason, ReturnReason, Urgency } from "./handoff.ts";
import type { Act } from "./moves.ts";

/** A step somebody wants to take, with what they filled in. Every step says which of it it needs. */
export interface Doing {
  readonly act: Act;
  /** Reason, answer, question or remark; never about one resident. */
  readonly text: string;
  readonly day?: Day | undefined;
  readonly vakteam?: VakteamId | undefined;
  readonly official?: OfficialId | undefined;
  readonly kern?: KernId | undefined;
  readonly weight?: Weight | undefined;
  readonly returnReason?: ReturnReason | undefined;
  readonly regieReason?: RegieReason | undefined;
  readonly urgency?: Urgency | undefined;
  /** For feedback: residents were told, or there is a reason that they are not. */
  readonly told?: boolean | undefined;
  /** For an answer to a contribution: which one. */
  readonly contribution?: string | undefined;
}

/** Who takes a step, when, and what is known then. */
export interface Doer {
  readonly official: OfficialId;
  /** The capacity that gives the right to this step. */
  readonly capacity: RoleName;
  readonly at: Instant;
  readonly day: Day;
  readonly register: Register;
  readonly newId: () => string;
}

/** The dossier after a step, or why it was not taken. */
export type Taken = Dossier | Refusal;

/** Records a step: nothing of what was before is lost. */
export function step(dossier: Dossier, { act, text }: Doing, doer: Doer, changes: Partial<Dossier>): Dossier {
  const after = { ...dossier, ...changes };
  const taken: Step = {
    at: doer.at,
    who: doer.official,
    capacity: doer.capacity,
    act,
    status: after.status,
    why: text,
  };
  return { ...after, history: [...dossier.history, taken] };
}
