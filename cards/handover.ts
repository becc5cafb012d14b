import type { DraftAsks } from "../bot/domain/dossier/dossier.ts";
import { missingIn } from "../bot/domain/dossier/draft.ts";
import type { ShownHandover } from "../bot/domain/dossier/shownDossier.ts";
import { button, buttonOn, buttonWithoutInputs } from "./actions.ts";
import { shortDay } from "./dates.ts";
import { kernenOf, promisedIn } from "./dossier.ts";
import { regieReasonField } from "./dossierForm.ts";
import {
  card,
  facts,
  heading,
  plain,
  subtle,
  text,
  type Action,
  type Card,
  type Element,
} from "./elements.ts";
import {
  dayField,
  handoverFields,
  kernField,
  teamField,
  textField,
  urgencyFields,
} from "./handoverFields.ts";
import { beforeHandover } from "./handoverGuard.ts";
import { nl } from "./texts.nl/index.ts";

/** Buttons beside "Meer". */
const IN_SIGHT = 3;

type Missing = Exclude<DraftAsks, "regie">;

/** What the sender sees before anything is sent. One thing at a time while something is missing. */
export function handoverCard(shown: ShownHandover, token: string): Card {
  const missing = missingIn(shown.dossier);
  if (shown.editing) return editingCard(shown, token);
  if (shown.regisseur !== undefined) return regieCard(shown, missing === "kern" ? missing : undefined, token);
  return missing && missing !== "regie" ? askingCard(shown, missing, token) : sendingCard(shown, token);
}

/** Everything as it was understood, on one screen; the fields are behind "Aanpassen". */
function sendingCard(shown: ShownHandover, token: string): Card {
  const words = nl.handover;
  const { dossier, contact } = shown;
  const isFull = shown.load?.expectedOn !== undefined;
  const isUrgent = dossier.draft?.urgent === true;
  const told = contact === undefined ? words.contact : words.contactIs(plain(contact));
  return card(
    words.summary(dossier.title),
    [
      heading(words.title),
      text(words.intro),
      ...about(dossier),
      ...beforeHandover(shown),
      ...known(shown),
      ...(dossier.sort === "question" ? [] : [text(told)]),
      ...(dossier.draft?.vakteam === undefined ? [teamField(shown, token)] : []),
      ...(isFull || isUrgent ? urgencyFields(shown, isUrgent) : []),
    ],
    sendButtons(shown, isFull, token),
  );
}

/** Three at most beside "Meer", where the village, a partner and the fields are too. */
function sendButtons({ bundle }: ShownHandover, isFull: boolean, token: string): readonly Action[] {
  const words = nl.handover;
  const [same] = bundle;
  const style = same ? undefined : "positive";
  const sending = isFull
    ? [button(words.queue, "queue", token, style), button(words.urgently, "offer", token)]
    : [button(words.send, "offer", token, style)];
  const all = [
    ...(same ? [buttonOn(words.bundle(same.number), "bundle", token, same.id, "positive")] : []),
    ...sending,
    buttonWithoutInputs(words.edit, "offerForm", token),
  ];
  return [...all.slice(0, IN_SIGHT), buttonWithoutInputs(nl.stepForm.more, "more", token)];
}

/** Every field, for who wants to change what was understood, or hands over what was recorded before. */
function editingCard(shown: ShownHandover, token: string): Card {
  const words = nl.handover;
  const isDraft = shown.dossier.draft !== undefined;
  return card(
    words.summary(shown.dossier.title),
    [
      heading(words.title),
      subtle(`${shown.dossier.number} · ${plain(shown.dossier.title)}`),
      text(words.intro),
      ...(isDraft ? [] : beforeHandover(shown)),
      ...handoverFields(shown, token),
    ],
    [
      ...(isDraft
        ? [button(words.keep, "fill", token, "positive")]
        : [button(words.send, "offer", token, "positive"), button(words.queue, "queue", token)]),
      buttonWithoutInputs(nl.buttons.back, "back", token),
    ],
  );
}

/** The next thing that must be said, with what is known already. Typing it works too. */
function askingCard(shown: ShownHandover, missing: Missing, token: string): Card {
  const words = nl.handover;
  return card(
    words.summary(shown.dossier.title),
    [
      heading(words.title),
      ...about(shown.dossier),
      ...known(shown),
      text(askOf(shown, missing), { weight: "bolder" }),
      fieldFor(shown, missing, token),
      subtle(words.type),
    ],
    [button(words.fill, "fill", token, "positive"), buttonWithoutInputs(nl.stepForm.more, "more", token)],
  );
}

function about({ title, number }: ShownHandover["dossier"]): readonly Element[] {
  return [text(plain(title), { weight: "bolder" }), subtle(number)];
}

function known(shown: ShownHandover): readonly Element[] {
  const { dossier, names } = shown;
  const { dossier: labels } = nl;
  const team = dossier.draft?.vakteam;
  return facts([
    [labels.kern, kernenOf(shown) || undefined],
    [labels.team, team === undefined ? undefined : plain(names.vakteams[team] ?? team)],
    [labels.asked, nl.asked[dossier.asked]],
    [labels.promised, promisedIn(shown)],
    [labels.due, dossier.due === undefined ? undefined : shortDay(dossier.due)],
    [labels.done, dossier.done === "" ? undefined : plain(dossier.done)],
    [labels.driehoek, dossier.driehoek === "" ? undefined : plain(dossier.driehoek)],
  ]);
}

function askOf({ dossier }: ShownHandover, missing: Missing): string {
  const words = nl.handover;
  if (missing === "kern") return words.asksKern;
  if (missing === "driehoek") return words.asksDriehoek;
  return words.asksPromisedDay(plain(dossier.shares[0]?.promised?.text ?? ""));
}

function fieldFor(shown: ShownHandover, missing: Missing, token: string): Element {
  const words = nl.handover;
  if (missing === "kern") return kernField(shown, token);
  if (missing === "promisedDay") return dayField("promisedDay", words.promisedDay, undefined, true);
  return textField("driehoek", words.driehoek, "");
}

/** From a vakteam to a regisseur: first why, because explaining is the vakteam's own work. */
function regieCard(shown: ShownHandover, missing: Missing | undefined, token: string): Card {
  const words = nl.handover;
  const { dossier, regisseur = "" } = shown;
  return card(
    words.regieTitle,
    [
      heading(words.regieTitle),
      subtle(`${dossier.number} · ${plain(dossier.title)}`),
      text(words.regie),
      text(words.regieWhy(plain(regisseur)), { weight: "bolder" }),
      regieReasonField(),
      textField("text", words.regieText, ""),
      ...(missing === undefined ? [] : [fieldFor(shown, missing, token)]),
    ],
    [
      buttonWithoutInputs(nl.stepButton.keep, "keepForm", token, "positive"),
      button(words.regieSend, "offer", token),
    ],
  );
}
