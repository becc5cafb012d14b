import { dayOf } from "../calendar.ts";
import type { Change, Versioned } from "../commit.ts";
import { rolesOf } from "../contact.ts";
import type { Decision } from "../decision.ts";
import { newToken } from "../token.ts";
import { setTimer } from "../timer.ts";
import type { VakteamId } from "../vakteam.ts";
import { channelOf } from "../vakteamChannel.ts";
import { alsoAt, consequencesOf, type Changed } from "./changed.ts";
import { nextMoment } from "../workingDays.ts";
import type { Digest } from "./digest.ts";
import type { Dossier, Place } from "./dossier.ts";
import { afterDelivery, intakeOf } from "./intake.ts";
import { isWaiting } from "./load.ts";
import { deliver } from "./offering.ts";
import { nextToDeliver } from "./queue.ts";
import { remindersNow } from "./reminders.ts";
import { inBundles, peopleFor, speakersOf, type Told } from "./told.ts";
import type { WorkMoment } from "./work.ts";

const NOBODY = { act: "time", capacity: "" } as const;

/** The moment of delivery of a team has come: as many offers as there is room for lie before it from now on. */
export function deliverOffers(moment: WorkMoment, vakteam: VakteamId): Decision {
  const { work, at, register } = moment;
  const known = work.intakes.get(vakteam);
  const intake = intakeOf(known?.row, vakteam);
  const open = work.open.map(({ row }) => row);
  const going = new Set(nextToDeliver(open, intake, at).map(({ id }) => id));
  const places = placesOf(moment, vakteam);
  const changed = work.open
    .filter(({ row }) => going.has(row.id))
    .map((before): Changed => ({ before, after: alsoAt(deliver(before.row, at), ...places) }));
  const { changes, say } = consequencesOf(moment, changed);
  const row = afterDelivery(intake, at, changed.length);
  const isLeft = open.some((dossier) => isWaiting(dossier, vakteam) && !going.has(dossier.id));
  const unheard = places.length > 0 ? [] : noOne(moment, changed);
  return {
    ...NOBODY,
    changes: [
      // The intake of this team is written once, with what was delivered.
      ...changes.filter(
        ({ collection, id }) => !(collection === "intake" && id === vakteam) && !isLook(id, vakteam),
      ),
      { collection: "intake", id: vakteam, expect: known?.version ?? 0, row },
      ...(isLeft ? [lookAgain(moment, vakteam)] : []),
      ...inBundles(moment, unheard),
    ],
    say,
    why: `${changed.length} offers delivered to ${vakteam}`,
  };

  function noOne(_: WorkMoment, all: readonly Changed[]): readonly Told[] {
    const told = rolesOf(register, { role: "programmamanager" }, dayOf(at)).map(({ official }) => official);
    return all.flatMap(({ after }) =>
      told.map((to) => ({ to, line: { kind: "noOne" as const, dossier: after.id, text: "" } })),
    );
  }
}

function isLook(id: string, vakteam: VakteamId): boolean {
  return id === `intake:${vakteam}:deliver`;
}

function lookAgain({ work, at }: WorkMoment, vakteam: VakteamId): Change {
  const set = work.timers.get(`intake:${vakteam}:deliver`);
  return setTimer({ kind: "intake", id: vakteam }, "deliver", nextMoment(at), set);
}

/** Where a team sees an offer: its channel, else those who speak for it. */
function placesOf({ vakteamChannels, register, at }: WorkMoment, vakteam: VakteamId): readonly Place[] {
  const conversation = channelOf(vakteamChannels, vakteam);
  if (conversation !== undefined) return [{ conversation }];
  return speakersOf(register, vakteam, dayOf(at)).flatMap((id): Place[] => {
    const entraId = register.officials.get(id)?.entraId;
    return entraId === undefined ? [] : [{ entraId }];
  });
}

/** A moment of one dossier: whoever must do something hears of it in their bundle; an offer to a regisseur arrives. */
export function remindOf(moment: WorkMoment, current: Versioned<Dossier>): Decision {
  const { at, register } = moment;
  const day = dayOf(at);
  const dossier = current.row;
  const told = remindersNow(dossier, at).flatMap(({ kind, to }) =>
    to
      .flatMap((whom) => peopleFor(register, dossier, whom, day))
      .map((official): Told => ({ to: official, line: { kind, dossier: dossier.id, text: "" } })),
  );
  const after = offerToRegisseur(moment, { ...dossier, reminded: at });
  const { changes, say } = consequencesOf(moment, [{ before: current, after }]);
  return {
    ...NOBODY,
    changes: [...changes, ...inBundles(moment, told)],
    // Reminders change nothing on the card; an arriving offer does.
    say: after.handoff === dossier.handoff ? [] : say,
    why:
      told.length > 0 ? `reminded of ${told.map(({ line }) => line.kind).join(", ")}` : "looked at in time",
  };
}

function offerToRegisseur({ at, register }: WorkMoment, dossier: Dossier): Dossier {
  const { handoff } = dossier;
  if (handoff?.state !== "queued" || handoff.regisseur === undefined || handoff.deliverAt > at)
    return dossier;
  const entraId = register.officials.get(handoff.regisseur)?.entraId;
  return alsoAt(deliver(dossier, at), ...(entraId === undefined ? [] : [{ entraId }]));
}

/** A bundle goes out, to somebody who works here. */
export function sendBundle(moment: WorkMoment, current: Versioned<Digest>): Decision {
  const { register, work } = moment;
  const { row: digest } = current;
  const first = work.open.find(({ row }) => digest.lines.some(({ dossier }) => dossier === row.id));
  const entraId = register.officials.get(digest.official)?.entraId;
  const subject = first && ({ kind: "dossier", id: first.row.id } as const);
  const issued = subject && newToken(moment, subject, first.version, entraId === undefined ? [] : [entraId]);
  return {
    ...NOBODY,
    changes: [
      ...(issued ? [issued.change] : []),
      { collection: "digest", id: digest.id, expect: current.version, row: { ...digest, sent: true } },
    ],
    say:
      digest.sent || entraId === undefined
        ? []
        : [{ to: { entraId }, notice: { about: "digest", digest: digest.id }, token: issued?.token }],
    why: "the bundle of the day",
  };
}
