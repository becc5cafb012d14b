import { dayOf } from "../calendar.ts";
import type { Versioned } from "../commit.ts";
import { isPresent } from "../contact.ts";
import type { Decision } from "../decision.ts";
import type { OfficialId } from "../official.ts";
import { withinOfficeHours } from "../workingDays.ts";
import { alsoAt, consequencesOf } from "./changed.ts";
import type { Dossier, Place } from "./dossier.ts";
import { effectsOf, type Effects } from "./effects.ts";
import type { Act } from "./moves.ts";
import { inBundles, type Told } from "./told.ts";
import type { WorkAct } from "./work.ts";

/** Where somebody acts: the card of what they did stands there afterwards. */
export interface Here {
  readonly place: Place;
}

/**
 * What a step that was taken leads to: the dossier, its cards everywhere, those who must act get theirs, the others
 * read it in their bundle. `before` is absent for a new dossier.
 */
export function decided(
  moment: WorkAct,
  act: Act,
  before: Versioned<Dossier> | undefined,
  after: Dossier,
  here: Here,
): Decision {
  const by = moment.official.id;
  const effects = before ? effectsOf(act, moment, before.row, after, by) : { cards: [], lines: [] };
  return decidedWith(moment, before, after, here, effects);
}

export function decidedWith(
  moment: WorkAct,
  before: Versioned<Dossier> | undefined,
  after: Dossier,
  here: Here,
  effects: Effects,
): Decision {
  const { now, later } = whenToTell(moment, effects.cards);
  const placed = alsoAt(after, here.place, ...now.map((entraId) => freshCard(after, entraId)));
  const { changes, say, token } = consequencesOf(moment, [{ before, after: placed }]);
  const waiting = later.map((to): Told => ({ to, line: { kind: "asked", dossier: after.id, text: "" } }));
  const last = after.history.at(-1);
  return {
    changes: [...changes, ...inBundles(moment, [...effects.lines, ...waiting])],
    say,
    answer: { notice: { about: "dossier", dossier: after.id }, token },
    act: last?.act ?? "dossier",
    capacity: last?.capacity ?? "",
    why: last?.why ?? "",
  };
}

/** A card of its own, below what came before: one that only changes higher up in the chat is not noticed. */
function freshCard({ id, history }: Dossier, entraId: string): Place {
  return { entraId, card: `dossier:${id}:${entraId}:${history.length}` };
}

/** Nobody is disturbed outside working hours or while away: for them it waits for their next bundle. */
function whenToTell(
  { register, at }: WorkAct,
  people: readonly OfficialId[],
): { readonly now: readonly string[]; readonly later: readonly OfficialId[] } {
  const inHours = withinOfficeHours(at);
  const now: string[] = [];
  const later: OfficialId[] = [];
  for (const id of people) {
    const entraId = register.officials.get(id)?.entraId;
    if (inHours && entraId !== undefined && isPresent(register, id, dayOf(at))) now.push(entraId);
    else later.push(id);
  }
  return { now, later };
}
