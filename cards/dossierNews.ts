import type { KernShare } from "../bot/domain/dossier/dossier.ts";
import { underlying } from "../bot/domain/dossier/dossier.ts";
import type { ShownDossier } from "../bot/domain/dossier/shownDossier.ts";
import { briefly } from "./briefly.ts";
import { shortDay } from "./dates.ts";
import { draftFor } from "./draftForResidents.ts";
import { plain, subtle, text, type Element } from "./elements.ts";
import { loadLines } from "./load.ts";
import { nl } from "./texts.nl/index.ts";

/** Questions, and contributions, on one card; older ones are in what happened. */
const SHOWN = 3;
/** Longest remark that stands here in full, in characters. */
const REMARK = 400;
/** Kernen that were told, on one card. */
const HEARD_SHOWN = 6;

/** What is said and agreed in a dossier besides its facts; only for those who may read all of it. */
export function dossierNews(shown: ShownDossier): readonly Element[] {
  return [
    ...ofBundle(shown),
    ...ofWaiting(shown),
    ...ofAnswer(shown),
    ...ofFeedback(shown),
    ...ofConsults(shown),
    ...ofContributions(shown),
    ...(underlying(shown.dossier) === "offered" ? loadLines(shown.load) : []),
  ];
}

function ofBundle({ dossier, names }: ShownDossier): readonly Element[] {
  if (dossier.shares.length < 2 || dossier.status === "closed") return [];
  return [text(nl.dossier.bundled(kernenIn(dossier.shares, names.kernen)))];
}

function ofWaiting({ dossier: { waits, status } }: ShownDossier): readonly Element[] {
  const said = nl.dossier.waitsFor;
  if (!waits || waits.what === "" || !isOneOf(status, said)) return [];
  return [text(said[status](plain(waits.what)))];
}

/** The answer as it was given, and for whoever tells the residents a text to start from. */
function ofAnswer(shown: ShownDossier): readonly Element[] {
  const { dossier, names, viewer } = shown;
  const { answer, sort } = dossier;
  if (!answer || dossier.status !== "answered") return [];
  const mine = dossier.shares.filter(({ contact, feedback }) => contact === viewer && !feedback);
  return [
    text(nl.dossier.answer(plain(names.people[answer.by] ?? answer.by)), { weight: "bolder" }),
    text(plain(answer.text), { spacing: "small" }),
    ...(sort === "question" || mine.length === 0 ? [] : [draftFor(shown, mine)]),
  ];
}

/** Which kernen heard, and which still have to. */
function ofFeedback({ dossier: { shares, status }, names }: ShownDossier): readonly Element[] {
  const words = nl.dossier;
  const heard = shares.flatMap(({ kern, feedback }) => {
    if (!feedback) return [];
    const name = kern === undefined ? undefined : plain(names.kernen[kern] ?? kern);
    const line = feedback.told ? words.feedbackDone : words.feedbackNone;
    return [subtle(line(name, shortDay(feedback.on), remark(feedback.text)))];
  });
  const open = shares.filter(({ feedback }) => !feedback);
  const shown = heard.slice(0, HEARD_SHOWN);
  const isWaiting = status === "answered" && shares.length > 1 && open.length > 0;
  return isWaiting ? [...shown, subtle(words.feedbackOpen(kernenIn(open, names.kernen)))] : shown;
}

/** What was asked and said in between, the latest last; the question to the viewer stands above already. */
function ofConsults({ dossier, names, viewer }: ShownDossier): readonly Element[] {
  const latest = dossier.consults.filter(({ of, reply }) => of !== viewer || reply).slice(-SHOWN);
  return latest.flatMap(({ by, of, question, reply }) => [
    text(nl.dossier.question(plain(names.people[by] ?? by), remark(question))),
    reply
      ? text(nl.dossier.reply(plain(names.people[of] ?? of), remark(reply.text)), { spacing: "small" })
      : subtle(nl.dossier.waitsForReply(plain(names.people[of] ?? of))),
  ]);
}

function ofContributions({ dossier, names }: ShownDossier): readonly Element[] {
  return dossier.contributions.slice(-SHOWN).flatMap(({ vakteam, asked, answer }) => {
    const team = plain(names.vakteams[vakteam] ?? vakteam);
    const question = text(nl.dossier.contribution(team, remark(asked)));
    if (!answer) return [question];
    const given = nl.dossier.reply(plain(names.people[answer.by] ?? answer.by), remark(answer.text));
    return [question, text(given, { spacing: "small" })];
  });
}

function isOneOf<T extends object>(key: PropertyKey, of: T): key is keyof T {
  return key in of;
}

function remark(typed: string): string {
  return plain(briefly(typed, REMARK));
}

function kernenIn(shares: readonly KernShare[], names: Readonly<Record<string, string>>): string {
  return nl.list(shares.flatMap(({ kern }) => names[kern ?? ""] ?? []).map(plain));
}
