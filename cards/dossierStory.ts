import { dayOf, timeOf } from "../bot/domain/calendar.ts";
import type { Act } from "../bot/domain/dossier/moves.ts";
import { isDraft, type Dossier } from "../bot/domain/dossier/dossier.ts";
import type { ShownDossier } from "../bot/domain/dossier/shownDossier.ts";
import { button, buttonWithoutInputs } from "./actions.ts";
import { briefly } from "./briefly.ts";
import { shortDay } from "./dates.ts";
import {
  card,
  footnote,
  heading,
  plain,
  subtle,
  text,
  type Action,
  type Card,
  type Element,
} from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

const STEPS_SHOWN = 12;
/** Longest remark with a step, in characters; the whole of it stands where it was said. */
const REMARK = 200;

/** Every step this person may take now, in one list; and what is only to be read. */
export function moreCard(shown: ShownDossier, token: string): Card {
  const { stepForm } = nl;
  const { dossier, steps } = shown;
  return card(
    stepForm.pick,
    [heading(plain(dossier.title)), subtle(dossier.number), ...(steps.length > 0 ? [pick(shown)] : [])],
    [
      ...(steps.length > 0 ? [button(stepForm.next, "pick", token, "positive")] : []),
      ...(namesSomebody(dossier) ? [buttonWithoutInputs(stepForm.why, "whyMe", token)] : []),
      buttonWithoutInputs(stepForm.timeline, "timeline", token),
      back(token),
    ],
  );
}

function pick({ steps, dossier }: ShownDossier): Element {
  const titleOf = (act: Act) =>
    act === "offer" && isDraft(dossier) ? nl.handover.editOrOther : nl.stepButton[act];
  return {
    type: "Input.ChoiceSet",
    id: "step",
    label: nl.stepForm.pick,
    style: "compact",
    isRequired: true,
    errorMessage: nl.stepForm.pickRequired,
    choices: steps.map((act) => ({ title: titleOf(act), value: act })),
  };
}

function namesSomebody({ handoff }: Dossier): boolean {
  return handoff !== undefined && (handoff.candidates.length > 0 || handoff.regieReason !== undefined);
}

/** "Waarom deze collega?": what was looked at when somebody was named. No figures about a person. */
export function whyCard({ dossier, names }: ShownDossier, token: string): Card {
  const words = nl.dossierWhy;
  const { handoff } = dossier;
  const top = [heading(words.title), subtle(`${dossier.number} · ${plain(dossier.title)}`)];
  if (!handoff || !namesSomebody(dossier))
    return card(words.summary, [...top, text(words.nobody)], [back(token)]);
  if (handoff.regieReason) {
    const reason = nl.regieReason[handoff.regieReason].toLowerCase();
    return card(words.summary, [...top, text(words.regie(reason))], [back(token)]);
  }
  const team = plain(names.vakteams[handoff.vakteam ?? ""] ?? "");
  const considered = handoff.candidates.map(({ official, verdict }) =>
    text(`- ${plain(names.people[official] ?? official)}: ${nl.verdict[verdict]}`, { spacing: "small" }),
  );
  const outcome = handoff.named === undefined ? words.nobody : words.anybody;
  return card(words.summary, [...top, text(words.team(team)), ...considered, text(outcome)], [back(token)]);
}

/** What happened, the latest first: who, when, in which step, and why. */
export function timelineCard({ dossier, names }: ShownDossier, token: string): Card {
  const words = nl.timeline;
  const steps = dossier.history.toReversed();
  const lines = steps.slice(0, STEPS_SHOWN).flatMap(({ at, who, act, why }) => {
    const name = who === "kernwijzer" ? words.system : plain(names.people[who] ?? who);
    const line = text(words.line(shortDay(dayOf(at)), timeOf(at), name, nl.stepDone[act] ?? act));
    return why === "" ? [line] : [line, subtle(plain(briefly(why, REMARK)))];
  });
  const more = steps.length > STEPS_SHOWN ? [footnote(words.more(steps.length - STEPS_SHOWN))] : [];
  const title = words.title(dossier.number);
  return card(
    title,
    [heading(title), subtle(plain(dossier.title)), ...lines, ...more, footnote(nl.dossier.keeps)],
    [back(token)],
  );
}

function back(token: string): Action {
  return buttonWithoutInputs(nl.buttons.back, "back", token);
}
