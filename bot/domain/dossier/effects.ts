import { regisseurOf } from "../contact.ts";
import type { OfficialId } from "../official.ts";
import type { VakteamId } from "../vakteam.ts";
import type { LineKind } from "./digest.ts";
import type { Dossier } from "./dossier.ts";
import type { Act } from "./moves.ts";
import { contacts, peopleFor, speakersOf, type Told } from "./told.ts";
import type { WorkMoment } from "./work.ts";
import { dayOf } from "../calendar.ts";

/** Who hears of a step, besides those on whose cards it shows in place. */
export interface Effects {
  /** Those who must do something now: they get the card. */
  readonly cards: readonly OfficialId[];
  /** Those for whom it can wait until the next bundle. */
  readonly lines: readonly Told[];
}

const NOTHING: Effects = { cards: [], lines: [] };

type EffectsOf = (moment: WorkMoment, before: Dossier, after: Dossier, by: OfficialId) => Effects;

/** Steps that somebody else must hear of. The others only show on cards that stand already. */
const EFFECTS: Readonly<Partial<Record<Act, EffectsOf>>> = {
  take: (_, { handoff }, after, by) => lines(after, "taken", [handoff?.from], by),
  assign: (_, { handoff }, after, by) => ({
    cards: without([after.owner.official], by),
    lines: lines(after, "taken", [handoff?.from], by).lines,
  }),
  keep: (moment, before, after, by) => {
    const { draft } = before;
    const known = draft?.regisseur ?? moment.register.kernen.get(after.shares[0]?.kern ?? "")?.id;
    const regisseur =
      draft?.regisseur ??
      (known === undefined ? undefined : regisseurOf(moment.register, known, dayOf(moment.at)));
    const told = after.history.at(-1)?.why ?? "";
    return lines(after, "info", [regisseur], by, told);
  },
  askBack: (_, _before, after) => ({ cards: stillThere(after.consults.at(-1)?.of), lines: [] }),
  reply: (_, before, after, by) =>
    lines(after, "info", [before.consults.at(-1)?.by], by, after.consults.at(-1)?.reply?.text),
  consult: (_, _before, after) => ({ cards: stillThere(after.consults.at(-1)?.of), lines: [] }),
  contribute: (moment, _, after) => {
    const asked = after.contributions.at(-1);
    return lines(after, "asked", speakers(moment, asked?.vakteam), undefined, asked?.asked);
  },
  contribution: (_, _before, after, by) => lines(after, "info", [after.owner.official], by),
  giveBack: (moment, _, after, by) =>
    lines(after, "returned", contacts(moment.register, after, dayOf(moment.at)), by),
  answer: (moment, _, after, by) => ({
    cards: without(contacts(moment.register, after, dayOf(moment.at)), by),
    lines: [],
  }),
  notUsable: (moment, _, after, by) =>
    lines(after, "asked", peopleFor(moment.register, after, "owner", dayOf(moment.at)), by),
  feedback: (moment, _, after, by) =>
    after.status === "closed"
      ? lines(after, "feedbackDone", [after.answer?.by], by, kernenOf(moment, after))
      : NOTHING,
  reopen: (moment, _, after, by) =>
    lines(after, "asked", peopleFor(moment.register, after, "owner", dayOf(moment.at)), by),
};

export function effectsOf(
  act: Act,
  moment: WorkMoment,
  before: Dossier,
  after: Dossier,
  by: OfficialId,
): Effects {
  return EFFECTS[act]?.(moment, before, after, by) ?? NOTHING;
}

function lines(
  { id }: Dossier,
  kind: LineKind,
  to: readonly (OfficialId | undefined)[],
  by: OfficialId | undefined,
  text = "",
): Effects {
  const told = without(to, by).map((official): Told => ({ to: official, line: { kind, dossier: id, text } }));
  return { cards: [], lines: told };
}

/** Nobody is told of their own act. */
function without(
  people: readonly (OfficialId | undefined)[],
  by: OfficialId | undefined,
): readonly OfficialId[] {
  return [...new Set(people)].filter((id) => id !== undefined).filter((id) => id !== by);
}

function stillThere(official: OfficialId | undefined): readonly OfficialId[] {
  return official === undefined ? [] : [official];
}

function speakers({ register, at }: WorkMoment, vakteam: VakteamId | undefined): readonly OfficialId[] {
  return vakteam === undefined ? [] : speakersOf(register, vakteam, dayOf(at));
}

/** The kernen whose residents were told, by name. */
function kernenOf({ register }: WorkMoment, { shares }: Dossier): string {
  return shares.flatMap(({ kern }) => register.kernen.get(kern ?? "")?.name ?? []).join(", ");
}
