import type { Status } from "./dossier.ts";
import type { Party } from "./parties.ts";

/** A step somebody may take with a dossier. */
interface Move {
  readonly from: readonly Status[];
  /** Absent when the status stays, or depends on what is filled in. */
  readonly to?: Status;
  readonly by: readonly Party[];
}

const NEW = ["registered", "triage", "reopened"] as const;
const WORK = ["inProgress", "scheduled", "onHold", "awaitingDecision"] as const;
const LIGHT = ["communityLed", "partnerLed", "regularChannel"] as const;
const OPEN = [...NEW, "offered", "replyRequested", ...WORK, ...LIGHT, "answered"] as const;

/**
 * Who may do what, and when. Authority is judged at the moment of the act; a member of the college as such, a secretary
 * and a deputy who was not called in take no step.
 */
export const MOVES = {
  // What becomes of what was heard.
  discuss: { from: ["registered", "reopened"], to: "triage", by: ["owner", "contact", "programmamanager"] },
  toVillage: { from: NEW, to: "communityLed", by: ["owner", "contact", "programmamanager"] },
  toPartner: { from: NEW, to: "partnerLed", by: ["owner", "contact", "programmamanager"] },
  toChannel: { from: NEW, to: "regularChannel", by: ["owner", "contact", "programmamanager"] },
  toOpgave: { from: NEW, to: "inProgress", by: ["owner", "contact", "programmamanager"] },
  cancel: { from: [...NEW, ...LIGHT], to: "cancelled", by: ["owner", "contact", "programmamanager"] },
  // Handing over.
  offer: { from: [...NEW, "inProgress"], to: "offered", by: ["owner", "contact", "programmamanager"] },
  bundle: { from: OPEN, by: ["official"] },
  withdraw: { from: ["offered"], by: ["sender"] },
  take: { from: ["offered", "reopened"], to: "inProgress", by: ["vakteam", "regisseurAsked"] },
  assign: { from: ["offered", "reopened", ...WORK], by: ["speaker"] },
  askBack: { from: ["offered", ...WORK], to: "replyRequested", by: ["vakteam", "owner", "regisseurAsked"] },
  reply: { from: ["replyRequested"], by: ["asked", "contact"] },
  giveBack: { from: ["offered", ...WORK], to: "triage", by: ["vakteam", "owner", "regisseurAsked"] },
  redirect: { from: ["offered", ...WORK], to: "offered", by: ["vakteam", "owner"] },
  // A vakambtenaar does it, where a regisseur was thought of.
  keep: { from: NEW, to: "inProgress", by: ["owner"] },
  // At work.
  schedule: { from: ["inProgress", "onHold"], to: "scheduled", by: ["owner", "speaker"] },
  hold: { from: ["inProgress", "scheduled"], to: "onHold", by: ["owner", "speaker"] },
  resume: { from: ["scheduled", "onHold", "awaitingDecision"], to: "inProgress", by: ["owner", "speaker"] },
  awaitDecision: { from: ["triage", "inProgress"], to: "awaitingDecision", by: ["owner"] },
  weigh: { from: ["offered", ...WORK], by: ["vakteam", "owner"] },
  moveDue: { from: WORK, by: ["owner", "speaker"] },
  consult: { from: OPEN, by: ["owner", "contact"] },
  contribute: { from: [...NEW, ...WORK], by: ["owner", "contact"] },
  contribution: { from: OPEN, by: ["contributor"] },
  note: { from: OPEN, by: ["owner", "contact", "vakteam", "sender", "programmamanager"] },
  // To the end.
  answer: { from: [...NEW, ...WORK], to: "answered", by: ["owner", "vakteam"] },
  notUsable: { from: ["answered"], to: "inProgress", by: ["contact"] },
  feedback: { from: [...LIGHT, "answered"], by: ["contact", "programmamanager"] },
  reopen: {
    from: ["closed", "cancelled"],
    to: "reopened",
    by: ["owner", "contact", "vakteam", "sender", "programmamanager", "directie"],
  },
} as const satisfies Readonly<Record<string, Move>>;

export type Act = keyof typeof MOVES;

export function mayFrom(act: Act, status: Status): boolean {
  return (MOVES[act] as Move).from.includes(status);
}
