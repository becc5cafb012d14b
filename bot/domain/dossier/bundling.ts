import { dayOf, type Day } from "../calendar.ts";
import type { Versioned } from "../commit.ts";
import { refuse, type Decision } from "../decision.ts";
import type { Incoming } from "../incoming.ts";
import { alsoAt, consequencesOf } from "./changed.ts";
import type { Here } from "./decided.ts";
import { step } from "./doing.ts";
import { isOpen, vakteamOf, type Dossier } from "./dossier.ts";
import { capacityFor, partiesOf } from "./parties.ts";
import { inBundles, peopleFor, type Told } from "./told.ts";
import type { WorkAct } from "./work.ts";

/** Days within which the same question in another kern is the same work. */
export const BUNDLE_WITHIN = 30;

/** Work in hand to which this may be added: the same subject at a team, asked of late; the oldest first. */
export function bundleWith(
  open: readonly Dossier[],
  { id, topic }: Pick<Dossier, "id" | "topic">,
  today: Day,
): readonly Dossier[] {
  return open
    .filter((other) => other.id !== id && topic !== undefined && other.topic === topic)
    .filter((other) => vakteamOf(other) !== undefined && isRecent(other, today))
    .toSorted((a, b) => a.registeredAt.localeCompare(b.registeredAt));
}

function isRecent({ shares }: Dossier, today: Day): boolean {
  return shares.some(({ since }) => days(since.slice(0, 10), today) <= BUNDLE_WITHIN);
}

function days(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/**
 * Adds the kernen of one dossier to another: one load, one answer, and each kern hears by itself. The one that was added
 * ends; whoever works on it reads of it in the bundle of the day.
 */
export function bundleOf(
  incoming: Incoming,
  moment: WorkAct,
  current: Versioned<Dossier>,
  into: string | undefined,
  here: Here,
): Decision {
  const { register, at, official, work } = moment;
  const day = dayOf(at);
  const target = work.open.find(({ row }) => row.id === into || row.number === into);
  const from = current.row;
  if (!target || target.row.id === from.id || !isOpen(from)) return refuse(incoming, "badInput");
  const capacity = capacityFor("offer", partiesOf(register, official.id, from, day));
  if (!capacity) return refuse(incoming, "notAllowed");
  if (!bundleWith([target.row], from, day).includes(target.row)) return refuse(incoming, "badInput");
  const doer = { official: official.id, capacity, at, day, register, newId: moment.newId };
  const names = from.shares.flatMap(({ kern }) => register.kernen.get(kern ?? "")?.name ?? []).join(", ");
  const known = new Set(target.row.shares.map(({ kern }) => kern));
  const added = from.shares.filter(({ kern }) => !known.has(kern));
  const bundled = step(target.row, { act: "bundle", text: names }, doer, {
    shares: [...target.row.shares, ...added],
  });
  const ended = step(from, { act: "bundle", text: target.row.number }, doer, {
    status: "cancelled",
    draft: undefined,
    places: [],
  });
  // The card of what was added shows from now on what it was added to.
  const after = alsoAt(bundled, ...from.places, here.place);
  const { changes, say, token } = consequencesOf(moment, [
    { before: current.version === 0 ? undefined : current, after: ended },
    { before: target, after },
  ]);
  const lines = peopleFor(register, after, "owner", day).map((to): Told => ({
    to,
    line: { kind: "added", dossier: after.id, text: names },
  }));
  return {
    changes: [...changes, ...inBundles(moment, lines)],
    say,
    answer: { notice: { about: "dossier", dossier: after.id }, token },
    act: "bundle",
    capacity,
    why: `${from.number} into ${target.row.number}`,
  };
}
