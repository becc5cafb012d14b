import type { Day } from "../bot/domain/calendar.ts";
import { isOpen, type Dossier } from "../bot/domain/dossier/dossier.ts";
import type { Act } from "../bot/domain/dossier/moves.ts";
import type { Known, ShownDossier } from "../bot/domain/dossier/shownDossier.ts";
import { button } from "./actions.ts";
import { shortDay } from "./dates.ts";
import { dossierLead } from "./dossierLead.ts";
import { dossierNews } from "./dossierNews.ts";
import { card, facts, heading, plain, subtle, text, type Action, type Card } from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

/** Steps for which the press is enough: nothing needs to be filled in. */
const AT_ONCE: readonly Act[] = ["take", "resume", "withdraw", "discuss"];
/** What others wait for: its button stands out. */
const MOST_WANTED: readonly Act[] = ["take", "reply", "feedback"];
/** Buttons beside "Meer". */
const IN_SIGHT = 3;

/**
 * A dossier as it stands, for whoever looks. The first screen says what, where, who promised what, by when. An answer
 * comes before what it was about.
 */
export function dossierCard(shown: ShownDossier, token: string): Card {
  const { dossier, names, sight } = shown;
  const summary = `${dossier.number}: ${dossier.title} – ${nl.status[dossier.status]}`;
  const topic = names.topic === undefined ? undefined : plain(names.topic);
  const about = facts(factsOf(shown));
  const news = sight === "all" ? dossierNews(shown) : [];
  return card(
    summary,
    [
      heading(plain(dossier.title)),
      subtle([dossier.number, topic].filter((part) => part !== undefined).join(" · ")),
      ...(sight === "all" ? dossierLead(shown) : []),
      ...(dossier.status === "answered" ? [...news, ...about] : [...about, ...news]),
      ...(sight === "outline" ? [subtle(nl.dossier.outline)] : []),
    ],
    buttonsFor(shown, token),
  );
}

/** Somebody who has nothing to do with it learns that, and whom to go to. */
export function hiddenCard({ dossier, names }: Pick<ShownDossier, "dossier" | "names">): Card {
  const words = nl.dossier;
  const contact = dossier.shares[0]?.contact;
  const name = contact === undefined ? undefined : names.people[contact];
  return card(words.hidden, [
    heading(words.hiddenNumber(dossier.number)),
    text(words.hidden),
    text(words.goTo(plain(name ?? ""))),
  ]);
}

/** What is always to be known, and while it lies before a team or is worked on what that team needs. */
function factsOf(shown: ShownDossier): Parameters<typeof facts>[0] {
  const words = nl.dossier;
  const { dossier, today } = shown;
  const kernen = kernenOf(shown);
  const isOver = !isOpen(dossier);
  return [
    [dossier.shares.length > 1 ? words.kernen : words.kern, kernen === "" ? words.everywhere : kernen],
    [words.promised, isOver ? undefined : promisedIn(shown)],
    [words.due, dossier.due === undefined || isOver ? undefined : dueOn(dossier.due, today)],
    [words.status, statusOf(dossier)],
    [words.owner, ownerOf(shown)],
    ...(isOver || dossier.status === "answered" ? [] : contentOf(shown)),
    [words.reference, filled(dossier.reference ?? "")],
  ];
}

function contentOf({ dossier, sight }: ShownDossier): Parameters<typeof facts>[0] {
  const words = nl.dossier;
  const { urgency } = dossier.handoff ?? {};
  return [
    [words.urgency, urgency && words.urgent(nl.urgency[urgency.kind], plain(urgency.why))],
    [words.asked, sight === "all" ? nl.asked[dossier.asked] : undefined],
    [words.done, filled(dossier.done)],
    [words.driehoek, filled(dossier.driehoek)],
  ];
}

/** Where it stands, with the day it waits for. */
export function statusOf({ status, waits, shares }: Dossier): string {
  const words = nl.dossier;
  if (status === "closed" && !shares.some(({ feedback }) => feedback?.told)) return words.closedOnly;
  if (!waits) return nl.status[status];
  const day = shortDay(waits.until);
  switch (status) {
    case "scheduled":
      return words.scheduledOn(day);
    case "onHold":
      return words.holdUntil(day);
    case "awaitingDecision":
      return words.decisionOn(day);
    default:
      return nl.status[status];
  }
}

function dueOn(due: Day, today: Day): string {
  const words = nl.dossier;
  const day = shortDay(due);
  if (due > today) return day;
  return due === today ? words.today(day) : words.past(day);
}

function ownerOf({ dossier: { owner }, names }: Known): string {
  const name = plain(names.people[owner.official] ?? owner.official);
  return owner.vakteam === undefined ? name : `${name} (${plain(names.vakteams[owner.vakteam] ?? "")})`;
}

/** Names of the kernen that wait for it. */
export function kernenOf({ dossier: { shares }, names }: Known): string {
  return shares
    .flatMap(({ kern }) => (kern === undefined ? [] : plain(names.kernen[kern] ?? kern)))
    .join(", ");
}

/** Who promised residents what, by when; the same promise once. */
export function promisedIn({ dossier: { shares, sort }, names }: Known): string | undefined {
  if (sort === "question") return undefined;
  const promises = shares.flatMap(({ promised, contact }) => {
    if (!promised) return [];
    const by = promised.by === undefined ? undefined : shortDay(promised.by);
    return nl.dossier.promisedBy(plain(names.people[contact] ?? contact), plain(promised.text), by);
  });
  return promises.length === 0 ? nl.dossier.nothingPromised : [...new Set(promises)].join("; ");
}

function filled(typed: string): string | undefined {
  return typed === "" ? undefined : plain(typed);
}

function buttonsFor({ steps }: ShownDossier, token: string): readonly Action[] {
  const shown = steps.slice(0, IN_SIGHT).map((act) => stepAction(act, token, MOST_WANTED.includes(act)));
  // "Waarom deze collega?" and what happened are behind "Meer" too.
  return steps.length === 0 ? [] : [...shown, button(nl.stepForm.more, "more", token)];
}

/** The button of a step: the press itself, or its form. */
function stepAction(act: Act, token: string, isWanted: boolean): Action {
  const style = isWanted ? "positive" : undefined;
  if (AT_ONCE.includes(act)) return button(nl.stepButton[act], act, token, style);
  return button(nl.stepButton[act], `${act}Form`, token, style);
}
