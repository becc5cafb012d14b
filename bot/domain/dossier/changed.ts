import type { Instant } from "../calendar.ts";
import type { Change, Versioned } from "../commit.ts";
import type { Saying } from "../decision.ts";
import { setTimer } from "../timer.ts";
import { newToken } from "../token.ts";
import type { VakteamId } from "../vakteam.ts";
import { nextMoment } from "../workingDays.ts";
import type { Dossier, Place } from "./dossier.ts";
import { intakeOf, touched } from "./intake.ts";
import { isWaiting, takesRoom } from "./load.ts";
import { nextReminder } from "./reminders.ts";
import type { WorkMoment } from "./work.ts";

/** A dossier before and after a step; `before` is absent for a new one. */
export interface Changed {
  readonly before?: Versioned<Dossier> | undefined;
  readonly after: Dossier;
}

/** Everything that is stored and shown because dossiers changed. */
export interface Consequences {
  readonly changes: readonly Change[];
  /** Their cards, wherever they stand. */
  readonly say: readonly Saying[];
  /** Stands for the last of them in the buttons of its cards. */
  readonly token: string;
}

/** The rows of the dossiers, their moments, the intake of every team whose work changed, and their cards in place. */
export function consequencesOf(moment: WorkMoment, changed: readonly Changed[]): Consequences {
  const shown = changed.map(({ before, after }) => {
    const { token, change } = newToken(moment, { kind: "dossier", id: after.id }, (before?.version ?? 0) + 1);
    return { token, change, say: after.places.map((place) => cardAt(place, after, token)) };
  });
  return {
    changes: [
      ...changed.flatMap(({ before, after }): Change[] => [
        { collection: "dossier", id: after.id, expect: before?.version ?? 0, row: after },
        ...reminder(moment, after),
      ]),
      ...shown.map(({ change }) => change),
      ...intakeChanges(moment, changed),
    ],
    say: shown.flatMap(({ say }) => say),
    token: shown.at(-1)?.token ?? "",
  };
}

/** The card of a dossier at one place. */
export function cardAt(place: Place, { id }: Dossier, token: string): Saying {
  const card = place.card ?? `dossier:${id}:${whereOf(place)}`;
  return { to: place, notice: { about: "dossier", dossier: id }, token, card };
}

/** Cards of one dossier that are kept up to date. */
const MOST_PLACES = 12;

/** The dossier with one more place where its card stands. */
export function alsoAt(dossier: Dossier, ...places: readonly Place[]): Dossier {
  const isNew = (place: Place) => !dossier.places.some((known) => samePlace(known, place));
  // The oldest cards are left as they are: a press on them shows how it stands.
  return { ...dossier, places: [...dossier.places, ...places.filter(isNew)].slice(-MOST_PLACES) };
}

function samePlace(a: Place, b: Place): boolean {
  return whereOf(a) === whereOf(b) && a.card === b.card;
}

function whereOf(place: Place): string {
  return "entraId" in place ? place.entraId : place.conversation;
}

/** The one next moment of a dossier: set, moved or taken away. */
function reminder({ work, at }: WorkMoment, after: Dossier): readonly Change[] {
  const subject = { kind: "dossier", id: after.id } as const;
  const next = nextReminder(after, at);
  const set = work.timers.get(`dossier:${after.id}:next`);
  if (next === undefined)
    return set ? [{ collection: "timer", id: set.row.id, expect: set.version, row: null }] : [];
  return set?.row.at === next ? [] : [setTimer(subject, "next", next, set)];
}

/** Touches the intake of every team whose work changed, and lets it look at its queue when there is reason to. */
function intakeChanges(moment: WorkMoment, changed: readonly Changed[]): readonly Change[] {
  const teams = new Set(changed.flatMap(({ before, after }) => teamsOf(before?.row, after)));
  return [...teams].flatMap((vakteam) => {
    const known = moment.work.intakes.get(vakteam);
    const row = touched(intakeOf(known?.row, vakteam));
    const change: Change = { collection: "intake", id: vakteam, expect: known?.version ?? 0, row };
    const deliverAt = whenToLook(moment, vakteam, changed);
    if (deliverAt === undefined) return [change];
    const set = moment.work.timers.get(`intake:${vakteam}:deliver`);
    if (set && set.row.at <= deliverAt) return [change];
    return [change, setTimer({ kind: "intake", id: vakteam }, "deliver", deliverAt, set)];
  });
}

/** The teams in whose hands something came or went. */
function teamsOf(before: Dossier | undefined, after: Dossier): readonly VakteamId[] {
  const teams = [
    before?.owner.vakteam,
    before?.handoff?.vakteam,
    after.owner.vakteam,
    after.handoff?.vakteam,
  ];
  return [...new Set(teams)].flatMap((team) => {
    if (team === undefined) return [];
    const state = (dossier: Dossier | undefined) =>
      dossier && [takesRoom(dossier, team), isWaiting(dossier, team), dossier.weight].join(" ");
    return state(before) === state(after) ? [] : [team];
  });
}

/**
 * When a team's queue must be looked at: the moment of the earliest offer that waits. Where room was made, what waited
 * longer than its own moment goes at the next moment of delivery.
 */
function whenToLook(
  { work, at }: WorkMoment,
  vakteam: VakteamId,
  changed: readonly Changed[],
): Instant | undefined {
  const now = new Map(changed.map(({ after }) => [after.id, after]));
  const all = [...work.open.map(({ row }) => now.get(row.id) ?? row), ...now.values()];
  const waiting = all.filter((dossier) => isWaiting(dossier, vakteam));
  const earliest = waiting.map(({ handoff }) => handoff?.deliverAt ?? at).toSorted()[0];
  return earliest === undefined || earliest > at ? earliest : nextMoment(at);
}
