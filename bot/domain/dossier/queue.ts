import type { Instant } from "../calendar.ts";
import type { KernId } from "../kern.ts";
import type { Dossier } from "./dossier.ts";
import { leftThisWeek, type Intake } from "./intake.ts";
import { loadOf, takesRoom, unitsOf } from "./load.ts";

/**
 * The offers that lie before a team from this moment on: as many as there is room for. A legal term goes first and does
 * not wait for room; a wish of the board changes nothing. Between kernen it is fair: the one for which the team has the
 * least in hand goes first, then whoever waits longest, so that one busy village does not fill a team.
 */
export function nextToDeliver(open: readonly Dossier[], intake: Intake, at: Instant): readonly Dossier[] {
  const { waiting, units } = loadOf(open, intake);
  const due = waiting.filter(({ handoff }) => handoff !== undefined && handoff.deliverAt <= at);
  const going = due.filter(isUrgent);
  let room = intake.limit - units - going.reduce((total, dossier) => total + unitsOf(dossier), 0);
  let left = leftThisWeek(intake, at) - going.length;
  const inHand = [...open.filter((dossier) => takesRoom(dossier, intake.id)), ...going];
  let rest = due.filter((dossier) => !isUrgent(dossier));
  while (left > 0) {
    const next = fairest(rest, inHand);
    // The fairest waits for room; a smaller one does not slip past it.
    if (!next || unitsOf(next) > room) break;
    going.push(next);
    inHand.push(next);
    rest = rest.filter((dossier) => dossier !== next);
    room -= unitsOf(next);
    left -= 1;
  }
  return going;
}

function isUrgent({ handoff }: Dossier): boolean {
  return handoff?.urgency?.kind === "legalTerm" || handoff?.urgency?.kind === "danger";
}

function fairest(rest: readonly Dossier[], inHand: readonly Dossier[]): Dossier | undefined {
  const share = (dossier: Dossier) => Math.min(...dossier.shares.map(({ kern }) => unitsFor(kern, inHand)));
  // `rest` is in order of age, and sorting keeps that order among equals.
  return rest.toSorted((a, b) => share(a) - share(b))[0];
}

function unitsFor(kern: KernId | undefined, inHand: readonly Dossier[]): number {
  return inHand
    .filter(({ shares }) => shares.some((share) => share.kern === kern))
    .reduce((total, dossier) => total + unitsOf(dossier) / dossier.shares.length, 0);
}
