import type { Instant } from "./calendar.ts";
import { remindOfAccess } from "./admitting.ts";
import type { Versioned } from "./commit.ts";
import type { Decision } from "./decision.ts";
import { deliverOffers, remindOf, sendBundle } from "./dossier/time.ts";
import { NO_WORK, type Work } from "./dossier/work.ts";
import type { Kernbudget } from "./kernbudget/kernbudget.ts";
import { timeForPlan } from "./kernbudget/time.ts";
import { remindOfProposal } from "./proposing.ts";
import type { Register } from "./register.ts";
import type { Rows } from "./rows.ts";
import type { TimedKind, Timer } from "./timer.ts";
import type { VakteamChannels } from "./vakteamChannel.ts";

/** A moment that has come: the timer as it stands, and the row it is about. */
export type Due = {
  readonly [K in TimedKind]: {
    readonly kind: K;
    readonly timer: Versioned<Timer>;
    readonly current: Versioned<Rows[K]> | undefined;
  };
}[TimedKind];

/** What may be known when time decides; nobody acts, so there is no person and no conversation. */
export interface TimeView {
  readonly at: Instant;
  readonly register: Register;
  readonly vakteamChannels: VakteamChannels;
  /** The work in hand, for moments that are about it. */
  readonly work?: Work | undefined;
  /** The money for plans, for moments that are about it. */
  readonly kernbudget?: Kernbudget | undefined;
  /** Absent when another instance was first, or the moment was moved. */
  readonly due?: Due | undefined;
  readonly newId: () => string;
}

/** What a moment leads to. The timer itself goes with it, unless the decision sets it again. */
export function decideTime(view: TimeView): Decision {
  const { due } = view;
  if (!due) return { ...NOTHING, why: "nothing is due" };
  const decision = decideDue(view, due);
  const { id } = due.timer.row;
  const setAgain = decision.changes.some((change) => change.collection === "timer" && change.id === id);
  if (setAgain) return decision;
  const gone = { collection: "timer", id, expect: due.timer.version, row: null } as const;
  return { ...decision, changes: [...decision.changes, gone] };
}

const NOTHING = { changes: [], say: [], act: "time", capacity: "" } as const;
const GONE: Decision = { ...NOTHING, why: "what it was about is gone" };

function decideDue(view: TimeView, due: Due): Decision {
  const moment = { ...view, work: view.work ?? NO_WORK };
  switch (due.kind) {
    case "question":
    case "conversation":
      return { ...NOTHING, why: `a ${due.kind} waits for nothing` };
    case "dossier":
      return due.current ? remindOf(moment, due.current) : GONE;
    case "intake":
      return deliverOffers(moment, due.timer.row.subject.id);
    case "digest":
      return due.current ? sendBundle(moment, due.current) : GONE;
    case "plan":
      return timeForPlan(view, due);
    case "proposal":
      return remindOfProposal(view, due.current?.row);
    case "accessRequest":
      return due.current ? remindOfAccess(view, due.current) : GONE;
  }
}
