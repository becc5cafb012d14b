import { dayOf, timeOf, type Instant } from "../bot/domain/calendar.ts";
import { underlying } from "../bot/domain/dossier/dossier.ts";
import type { ShownDossier } from "../bot/domain/dossier/shownDossier.ts";
import { shortDay } from "./dates.ts";
import { plain, subtle, text, type Element } from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

/** The first thing to know about a dossier as it stands, for whoever looks: what is asked of them, or what happened. */
export function dossierLead(shown: ShownDossier): readonly Element[] {
  const { dossier, viewer } = shown;
  const asked = dossier.consults.findLast(({ of, reply }) => of === viewer && !reply);
  if (asked) return [strong(nl.dossier.question(nameOf(shown, asked.by), plain(asked.question)))];
  switch (underlying(dossier)) {
    case "offered":
      return ofOffer(shown);
    case "answered":
      return ofAnswer(shown);
    case "closed":
      return ofClosed(shown);
    case "inProgress":
    case "scheduled":
    case "onHold":
    case "awaitingDecision":
      return ofWork(shown);
    case "communityLed":
    case "partnerLed":
      return ofLight(shown);
    case "triage":
    case "registered":
      return ofReturned(shown);
    case "cancelled":
      return ofCancelled(shown);
    case "reopened":
      return [text(nl.dossier.reopened(plain(whyLast(shown, "reopen"))))];
    case "regularChannel":
      return [text(nl.dossier.regularRoute)];
    case "replyRequested":
      return [];
  }
}

function ofOffer(shown: ShownDossier): readonly Element[] {
  const { dossier, viewer, names } = shown;
  const words = nl.dossier;
  const { handoff } = dossier;
  if (!handoff) return [];
  const isSender = viewer === handoff.from;
  const to = plain(names.vakteams[handoff.vakteam ?? ""] ?? names.people[handoff.regisseur ?? ""] ?? "");
  if (handoff.state === "queued") {
    const waits =
      handoff.expectedOn === undefined
        ? words.queued(momentOf(handoff.deliverAt), to)
        : words.queuedFull(to, shortDay(handoff.expectedOn));
    return [text(isSender ? `${waits} ${words.undo}` : waits)];
  }
  if (isSender) return [text(words.delivered(to))];
  if (handoff.regieReason !== undefined)
    return [
      strong(words.take),
      text(words.regie(nl.regieReason[handoff.regieReason].toLowerCase(), nameOf(shown, handoff.from))),
    ];
  const named = handoff.named === undefined ? undefined : names.people[handoff.named];
  return [
    strong(words.take),
    ...(dossier.sort === "question" ? [] : [text(words.keepsContact(contactOf(shown)))]),
    ...(named === undefined
      ? []
      : [subtle(viewer === handoff.named ? words.namedYou : words.named(plain(named)))]),
  ];
}

function ofWork(shown: ShownDossier): readonly Element[] {
  const { dossier, viewer, today } = shown;
  const words = nl.dossier;
  const { official, vakteam } = dossier.owner;
  const taken = dossier.history.findLast(({ act }) => act === "take" || act === "assign");
  if (!taken || vakteam === undefined) return [];
  const name = nameOf(shown, official);
  const isContact = dossier.shares.some(({ contact }) => contact === viewer);
  if (isContact && dossier.sort !== "question" && viewer !== official) return [text(words.takenFor(name))];
  const when = whenOf(taken.at, today);
  if (taken.act === "assign") return [text(words.assigned(nameOf(shown, taken.who), name, when))];
  return [text(words.taken(name, when))];
}

function ofAnswer(shown: ShownDossier): readonly Element[] {
  const { dossier, viewer } = shown;
  const words = nl.dossier;
  const mine = dossier.shares.find(({ contact, feedback }) => contact === viewer && !feedback);
  if (!mine) return [];
  if (dossier.sort === "question") return [strong(words.forAsker)];
  const by = mine.promised?.by ?? dossier.due;
  return [strong(words.tell(by && shortDay(by)))];
}

/** Whoever gave the answer reads that it was used. */
function ofClosed({ dossier, names, viewer }: ShownDossier): readonly Element[] {
  if (viewer === undefined || viewer !== dossier.answer?.by) return [];
  const told = dossier.shares.filter(({ feedback }) => feedback?.told);
  const where = told.flatMap(({ kern }) => names.kernen[kern ?? ""] ?? []);
  return [text(nl.dossier.thanks(where.map(plain).join(", ")))];
}

function ofLight({ dossier: { waits } }: ShownDossier): readonly Element[] {
  return waits ? [text(nl.dossier.asksHow(shortDay(waits.until)))] : [];
}

function ofReturned(shown: ShownDossier): readonly Element[] {
  const words = nl.dossier;
  const { dossier, names } = shown;
  const { handoff } = dossier;
  if (handoff?.state === "withdrawn") return [text(words.withdrawn)];
  if (handoff?.state !== "returned" || !handoff.reason) return [];
  const by = plain(names.vakteams[handoff.vakteam ?? ""] ?? names.people[handoff.regisseur ?? ""] ?? "");
  const { kind, text: why, from } = handoff.reason;
  return [
    text(words.returned(by, nl.returnReason[kind].toLowerCase())),
    text(plain(why)),
    ...(from === undefined ? [] : [text(words.returnedFrom(shortDay(from)))]),
  ];
}

function ofCancelled(shown: ShownDossier): readonly Element[] {
  const words = nl.dossier;
  const last = shown.dossier.history.at(-1);
  if (last?.act === "bundle") return [text(words.bundledInto(plain(last.why)))];
  return [text(words.cancelled(plain(whyLast(shown, "cancel"))))];
}

function whyLast({ dossier: { history } }: ShownDossier, act: string): string {
  return history.findLast((step) => step.act === act)?.why ?? "";
}

function contactOf(shown: ShownDossier): string {
  return nameOf(shown, shown.dossier.shares[0]?.contact ?? "");
}

function nameOf({ names }: ShownDossier, official: string): string {
  return plain(names.people[official] ?? official);
}

/** "om 10:12" on the day itself, else the day. */
function whenOf(at: Instant, today: string): string {
  const day = dayOf(at);
  return day === today ? nl.dossier.at(timeOf(at)) : nl.dossier.on(shortDay(day));
}

function momentOf(at: Instant): string {
  return `${shortDay(dayOf(at))} ${nl.dossier.at(timeOf(at))}`;
}

function strong(words: string): Element {
  return text(words, { weight: "bolder" });
}
