import { instantAt, type Day, type Instant } from "../calendar.ts";
import { addWorkingDays } from "../workingDays.ts";
import type { LineKind } from "./digest.ts";
import { isOpen, underlying, type Dossier, type Status } from "./dossier.ts";

/** Whom a reminder is for. */
export type Reminded = "owner" | "contact" | "team" | "speaker" | "teamleider" | "programmamanager";

/** A moment at which somebody must be reminded; it falls away when the dossier has moved on. */
export interface Reminder {
  readonly at: Instant;
  readonly kind: LineKind;
  readonly to: readonly Reminded[];
}

/** In time for the first bundle of the day. */
const TIME = "09:00";
/** Working days within which a team says something on an offer. */
const FIRST_REACTION = 3;
/** Working days without a word to residents. */
const SILENCE = 15;

const LIGHT: readonly Status[] = ["communityLed", "partnerLed", "regularChannel"];
const WAITING: readonly Status[] = ["onHold", "scheduled", "awaitingDecision", "communityLed", "partnerLed"];

/** The next moment after those that have been; undefined when nothing more comes. */
export function nextReminder(dossier: Dossier, now: Instant): Instant | undefined {
  const after = dossier.reminded ?? dossier.registeredAt;
  const next = remindersOf(dossier)
    .map(({ at }) => at)
    .filter((at) => at > after)
    .toSorted()[0];
  // What should have been meanwhile comes at the next look.
  return next !== undefined && next < now ? now : next;
}

/** The reminders that are due at this moment and were not given before. */
export function remindersNow(dossier: Dossier, now: Instant): readonly Reminder[] {
  const after = dossier.reminded ?? dossier.registeredAt;
  const due = remindersOf(dossier).filter(({ at }) => at > after && at <= now);
  // Of several that came together only the latest of a kind says how it is now.
  return due.filter(({ kind }, index) => due.findLastIndex((other) => other.kind === kind) === index);
}

/** Everything that will be reminded of if nothing happens, in no particular order. */
export function remindersOf(dossier: Dossier): readonly Reminder[] {
  if (!isOpen(dossier)) return [];
  return [
    ...ofOffer(dossier),
    ...ofDue(dossier),
    ...ofWaiting(dossier),
    ...ofPromises(dossier),
    ...ofSilence(dossier),
  ];
}

function ofOffer({ handoff, status, consults }: Dossier): readonly Reminder[] {
  if (underlying({ status, consults }) !== "offered" || !handoff) return [];
  // A team's offers are delivered together, by its intake; one to a regisseur by its own moment, with its own card.
  if (handoff.state === "queued")
    return handoff.regisseur === undefined ? [] : [{ at: handoff.deliverAt, kind: "asked", to: [] }];
  if (handoff.deliveredAt === undefined) return [];
  const day = handoff.deliveredAt.slice(0, 10);
  return [
    { at: on(addWorkingDays(day, FIRST_REACTION)), kind: "dueSoon", to: ["speaker"] },
    { at: on(addWorkingDays(day, FIRST_REACTION + 2)), kind: "assign", to: ["teamleider"] },
    { at: on(addWorkingDays(day, FIRST_REACTION + 7)), kind: "assign", to: ["programmamanager"] },
  ];
}

/** Before, on and after the day something must come back: nearer the top as it gets later, never about a person. */
function ofDue(dossier: Dossier): readonly Reminder[] {
  const { due } = dossier;
  const status = underlying(dossier);
  if (due === undefined || status === "answered" || status === "offered" || LIGHT.includes(status)) return [];
  const hasTeam = dossier.owner.vakteam !== undefined;
  const later: readonly Reminder[] = hasTeam
    ? [
        { at: on(addWorkingDays(due, 2)), kind: "overdue", to: ["speaker"] },
        { at: on(addWorkingDays(due, 5)), kind: "assign", to: ["teamleider"] },
        { at: on(addWorkingDays(due, 10)), kind: "overdue", to: ["programmamanager"] },
      ]
    : [{ at: on(addWorkingDays(due, 10)), kind: "overdue", to: ["programmamanager"] }];
  return [
    { at: on(addWorkingDays(due, -1)), kind: "dueSoon", to: ["owner"] },
    { at: on(due), kind: "due", to: ["owner"] },
    ...later,
  ];
}

function ofWaiting(dossier: Dossier): readonly Reminder[] {
  const { waits } = dossier;
  if (!waits || !WAITING.includes(underlying(dossier))) return [];
  const to: Reminded = LIGHT.includes(underlying(dossier)) ? "contact" : "owner";
  return [{ at: on(waits.until), kind: "waitOver", to: [to] }];
}

/** Two working days before a promise to residents, to whoever works on it and whoever must tell. */
function ofPromises({ shares }: Dossier): readonly Reminder[] {
  return shares.flatMap(({ promised, feedback }): Reminder[] =>
    promised?.by === undefined || feedback
      ? []
      : [{ at: on(addWorkingDays(promised.by, -2)), kind: "promise", to: ["owner", "contact"] }],
  );
}

/** Residents have not heard for three weeks. Counted from the latest thing that was done. */
function ofSilence({ history, registeredAt, shares }: Dossier): readonly Reminder[] {
  if (shares.every(({ feedback }) => feedback)) return [];
  const latest = (history.findLast(({ who }) => who !== "kernwijzer")?.at ?? registeredAt).slice(0, 10);
  return [{ at: on(addWorkingDays(latest, SILENCE)), kind: "silence", to: ["contact"] }];
}

function on(day: Day): Instant {
  return instantAt(day, TIME);
}
