import { dayOf, type Day } from "../domain/calendar.ts";
import { contactFor, portefeuillehouderOf } from "../domain/contact.ts";
import { bundleWith } from "../domain/dossier/bundling.ts";
import type { Dossier } from "../domain/dossier/dossier.ts";
import { vakteamsFor } from "../domain/dossier/choosable.ts";
import type { ShownAway, ShownEarlier } from "../domain/dossier/shownDossier.ts";
import { whoOwns } from "../domain/ownership.ts";
import type { Register } from "../domain/register.ts";
import type { Shown } from "../domain/shown.ts";
import { namesFor } from "./dossierNames.ts";
import { loadNow } from "./load.ts";
import { byName, type Showing } from "./showing.ts";

/** Answers that were given before, on one card. */
const EARLIER = 2;

/** What the sender sees before anything is sent: what is missing, how full the team is, where the same was asked. */
export async function showHandover(showing: Showing, dossier: Dossier, editing = false): Promise<Shown> {
  const { store, register, day, viewer } = showing;
  const team = dossier.draft?.vakteam;
  const open = (await store.list("dossier", "open", "yes")).map(({ row }) => row);
  const topic = register.topics.get(dossier.topic ?? "");
  const past = dossier.topic === undefined ? [] : await store.list("dossier", "topic", dossier.topic);
  const holder = topic && portefeuillehouderOf(register, topic.id, day);
  const contact = dossier.shares[0]?.contact;
  return {
    about: "handover",
    editing,
    dossier,
    names: namesFor(register, dossier),
    vakteams: byName(vakteamsFor(register, dossier)),
    kernen: byName(register.kernen.values()),
    load: team === undefined ? undefined : await loadNow(showing, team, dossier.weight),
    bundle: bundleWith(open, dossier, day).map(({ id, number, shares }) => ({
      id,
      number,
      kernen: shares.flatMap(({ kern }) => register.kernen.get(kern ?? "")?.name ?? []),
    })),
    away: awayFrom(register, dossier, day),
    contact: contact === viewer.official?.id ? undefined : register.officials.get(contact ?? "")?.name,
    channel: topic?.channel === undefined ? undefined : register.channels.get(topic.channel),
    regisseur: dossier.draft?.regisseur && register.officials.get(dossier.draft.regisseur)?.name,
    portefeuillehouder: holder === undefined ? undefined : register.officials.get(holder)?.name,
    earlier: past.flatMap(({ row }) => earlier(register, row)).slice(0, EARLIER),
  };
}

/** Whoever normally does this in the team it goes to, when they are away today. */
function awayFrom(register: Register, { topic, shares, draft }: Dossier, day: Day): ShownAway | undefined {
  const finding = topic === undefined ? undefined : whoOwns(register, topic, shares[0]?.kern, day);
  if (finding?.outcome !== "owned" || finding.rule.vakteam !== draft?.vakteam) return undefined;
  const { skipped, official } = contactFor(register, finding.rule, day);
  const [first] = skipped;
  if (!first || first.official !== finding.rule.person) return undefined;
  return {
    name: register.officials.get(first.official)?.name ?? first.official,
    until: first.until,
    instead: official && register.officials.get(official)?.name,
  };
}

/** An answer that was given and used before. */
function earlier(register: Register, { answer, number, status }: Dossier): readonly ShownEarlier[] {
  if (!answer || status !== "closed") return [];
  const by = register.officials.get(answer.by)?.name ?? answer.by;
  return [{ text: answer.text, number, on: dayOf(answer.at), by }];
}
