import { euros } from "../bot/domain/kernbudget/amount.ts";
import type { PlanVerb } from "../bot/domain/kernbudget/verbs.ts";
import type { ShownPlan } from "../bot/domain/kernbudget/shownPlan.ts";
import { button, buttonWithoutInputs } from "./actions.ts";
import { shortDay } from "./dates.ts";
import {
  card,
  facts,
  heading,
  plain,
  subtle,
  text,
  warning,
  type Action,
  type Card,
  type Element,
} from "./elements.ts";
import { factsOfPlan, planWarnings } from "./planFacts.ts";
import { capacitiesIn } from "./planWords.ts";
import { nl } from "./texts.nl/index.ts";

const { kernbudget: words } = nl;

/** Buttons on the card itself; what is left is behind "Meer". */
const MOST_BUTTONS = 3;

/**
 * A plan as one person sees it. Who is asked something reads the question, the amount, the advice, what follows from
 * it, the last day and the capacity first: it is read on a phone between two meetings.
 */
export function planCard(shown: ShownPlan, token: string): Card {
  const { facts: known, steps } = shown;
  const isDecider = steps.some((step) => step === "grant" || step === "grantPartForm" || step === "agree");
  const needsReason = steps.includes("grant") && planWarnings(known).length > 0;
  const reason: readonly Element[] = needsReason
    ? [
        {
          type: "Input.Text",
          id: "reason",
          label: words.fields.reasonNeeded,
          isMultiline: true,
          maxLength: 500,
        },
      ]
    : [];
  return card(
    words.summary(euros(known.askedCents), known.kern),
    [
      heading(titleOf(shown)),
      text(whatOf(shown), { weight: "bolder" }),
      ...(known.purpose === "" ? [] : [text(plain(known.purpose))]),
      ...questionOf(shown, isDecider),
      ...statusOf(shown),
      ...factsOfPlan(shown, isDecider),
      ...planWarnings(known).map((line) => warning(line)),
      ...reason,
      subtle(words.source(plain(known.legalSource))),
    ],
    buttons(steps, token),
  );
}

/** The steps that did not fit on the card, to choose one of. */
export function planMoreCard(shown: ShownPlan, token: string): Card {
  const rest = shown.steps.slice(MOST_BUTTONS);
  const step: Element = {
    type: "Input.ChoiceSet",
    id: "step",
    label: words.more,
    style: "expanded",
    isRequired: true,
    errorMessage: words.moreRequired,
    choices: rest.map((value) => ({ title: words.steps[value], value })),
  };
  return card(
    words.summary(euros(shown.facts.askedCents), shown.facts.kern),
    [heading(titleOf(shown)), text(whatOf(shown), { weight: "bolder" }), step],
    [button(words.steps.pick, "pick", token), buttonWithoutInputs(words.steps.back, "back", token)],
  );
}

function buttons(steps: readonly PlanVerb[], token: string): readonly Action[] {
  const first = steps.slice(0, MOST_BUTTONS).map((step, at) => {
    const isYes = at === 0 && ["grant", "agree", "consent", "sendLetter"].includes(step);
    return button(words.steps[step], step, token, isYes ? "positive" : undefined);
  });
  return steps.length > MOST_BUTTONS
    ? [...first, buttonWithoutInputs(words.steps.more, "more", token)]
    : first;
}

function titleOf({ facts: known, steps }: ShownPlan): string {
  if (steps.includes("consent")) return words.consentTitle;
  if (steps.includes("adviseForm")) return words.adviceTitle;
  if (steps.includes("grantPartForm") || steps.includes("agree")) return words.titles[known.decides.mode];
  return steps.includes("sendLetter") ? words.letterTitle : words.title;
}

function whatOf({ facts: known, plan }: ShownPlan): string {
  return words.what(
    plan.askedCents === 0 ? words.noAmount : euros(known.askedCents),
    known.applicant === "" ? words.noApplicant : plain(known.applicant),
    known.kern === "" ? words.noKern : plain(known.kern),
  );
}

/** What is asked of the viewer, and in which capacity. */
function questionOf({ facts: known, steps }: ShownPlan, isDecider: boolean): readonly Element[] {
  if (isDecider) {
    const { decides } = known;
    const capacities = capacitiesIn(decides.capacities);
    const asked = decides.mode === "B" ? words.capacityConsent(capacities) : words.capacity(capacities);
    return [
      text(asked),
      ...(decides.insteadOf === undefined ? [] : [text(words.insteadOf(plain(decides.insteadOf)))]),
    ];
  }
  if (steps.includes("consent")) {
    const mine = known.decides.waitsFor.map(({ portefeuille }) => plain(portefeuille)).join(", ");
    return [text(words.consentAsk(mine))];
  }
  return steps.includes("adviseForm") ? [text(words.adviseAsk)] : [];
}

/** How it stands. Until the letter is out nothing may be promised, whatever was agreed or granted. */
function statusOf({ plan, facts: known, names }: ShownPlan): readonly Element[] {
  const { decision } = plan;
  const explained = plan.history.at(-1);
  const lines: Element[] = [text(words.statuses[plan.status], { weight: "bolder" })];
  if (plan.status === "onCollegeList" && plan.collegeOn !== undefined)
    lines.push(text(words.collegeOn(shortDay(plan.collegeOn))));
  if (decision) {
    const capacities = capacitiesIn(
      decision.capacities.map(
        (one) => known.decides.capacities.find((other) => other.role === one.role) ?? one,
      ),
    );
    const name = plain(names[decision.by] ?? decision.by);
    lines.push(
      ...facts([
        [words.granted, decision.cents > 0 ? euros(decision.cents) : undefined],
        [words.condition, decision.condition && plain(decision.condition)],
        [words.motivation, decision.motivation === "" ? undefined : plain(decision.motivation)],
        [words.decidedBy, words.decidedAs(name, capacities)],
        [
          words.college,
          decision.college &&
            words.collegeNumber(shortDay(decision.college.on), plain(decision.college.number)),
        ],
      ]),
    );
    const isOut = decision.letterSentOn !== undefined;
    lines.push(isOut ? text(words.mayTell) : warning(words.notYet));
  } else if (plan.status === "ready" || plan.status === "onCollegeList") {
    lines.push(warning(words.notYetAtAll));
  }
  if (explained?.act === "explain") lines.push(...facts([[words.question, plain(explained.why)]]));
  return lines;
}
