import type { Instant } from "./calendar.ts";
import { remindOfAccess } from "./admitting.ts";
import type { Versioned } from "./commit.ts";
import type { Decision } from "./decision.ts";
import { remindOfProposal } from "./proposing.ts";
import type { Register } from "./register.ts";
import type { Rows } from "./rows.ts";
import type { SubjectKind } from "./token.ts";
import type { Timer } from "./timer.ts";

/** A moment that has come: the timer as it stands, and the row it is about. */
export type Due = {
  readonly [K in SubjectKind]: {
    readonly kind: K;
    readonly timer: Versioned<Timer>;
    readonly current: Versioned<Rows[K]> | undefined;
  };
}[SubjectKind];

/** What may be known when time decides; nobody acts, so there is no person and no conversation. */
export interface TimeView {
  readonly at: Instant;
  readonly register: Register;
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

function decideDue(view: TimeView, due: Due): Decision {
  switch (due.kind) {
    case "question":
    case "conversation":
      return { ...NOTHING, why: `a ${due.kind} waits for nothing` };
    case "proposal":
      return remindOfProposal(view, due.current?.row);
    case "accessRequest":
      return due.current ? remindOfAccess(view, due.current) : { ...NOTHING, why: "the request is gone" };
  }
}
