import { euros } from "../bot/domain/kernbudget/amount.ts";
import type { PlanFacts } from "../bot/domain/kernbudget/facts.ts";
import type { ShownPlan } from "../bot/domain/kernbudget/shownPlan.ts";
import { shortDay } from "./dates.ts";
import { facts, plain, type Element } from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

const { kernbudget: words } = nl;

/** Everything that is known of a plan, what counts most for a decision first. */
export function factsOfPlan({ plan, facts: known }: ShownPlan, isDecider: boolean): readonly Element[] {
  const { comparison, pot, leverage } = known;
  const isOpen = plan.decision === undefined;
  const fits = known.possibleCents >= known.askedCents;
  const free = pot.freeCents + known.balance.reservedCents - known.askedCents;
  return facts([
    [words.advice, isOpen || known.advice?.text !== undefined ? adviceOf(known) : undefined],
    [
      words.after,
      !isDecider
        ? undefined
        : fits
          ? words.afterGrant(euros(free))
          : words.afterFull(euros(known.possibleCents)),
    ],
    [words.by, isOpen && known.term ? shortDay(known.term.decideBy) : undefined],
    [words.decides, isOpen && !isDecider && plan.status === "ready" ? deciderOf(known) : undefined],
    [
      words.own,
      known.ownPercent === undefined || plan.askedCents === 0
        ? undefined
        : words.ownValue(known.ownPercent, known.ownPercentNeeded),
    ],
    [
      words.others,
      leverage.asked === 0
        ? undefined
        : [
            words.othersValue(euros(leverage.promised), euros(leverage.asked - leverage.promised)),
            ...(known.leverageTenths === undefined ? [] : [words.leverage(tenths(known.leverageTenths))]),
          ].join(", "),
    ],
    [
      words.pot,
      words.potValue(
        euros(pot.freeCents),
        euros(pot.ceilingCents),
        euros(pot.committedCents),
        euros(pot.reservedCents),
      ),
    ],
    [
      words.compare,
      !isOpen
        ? undefined
        : comparison.before === 0
          ? words.first(comparison.others.length)
          : words.compareValue(comparison.others.length, comparison.before),
    ],
    [
      words.criteria,
      plan.status === "assessed" || plan.status === "ready" || plan.status === "onCollegeList"
        ? words.criteriaMet(known.criteria.filter(({ met }) => met).length, known.criteria.length)
        : undefined,
    ],
    [words.touches, known.portefeuilles.map((name) => plain(name)).join(", ") || words.touchesNone],
    [words.activity, known.activityOn && shortDay(known.activityOn)],
    [words.volunteers, plan.volunteers === undefined ? undefined : String(plan.volunteers)],
    [words.case, known.caseNumber && plain(known.caseNumber)],
  ]);
}

function adviceOf({ advice }: PlanFacts): string {
  if (!advice) return words.noAdvice;
  return advice.text === undefined
    ? words.adviceWaits(plain(advice.from))
    : words.adviceBy(plain(advice.from), plain(advice.text));
}

function deciderOf({ decides }: PlanFacts): string {
  if (decides.by === "college" || decides.name === undefined) return words.decidesCollege;
  const waits = decides.waitsFor.map(({ name, portefeuille }) =>
    words.waitsFor(plain(name), plain(portefeuille)),
  );
  return [plain(decides.name), ...waits].join("; ");
}

/** 20 → "2,0" */
function tenths(value: number): string {
  return `${Math.floor(value / 10)},${value % 10}`;
}

/** In what the plan departs from the scheme, and what is not clear about its term. */
export function planWarnings(known: PlanFacts): readonly string[] {
  const readings = [...new Set(known.term?.readings.map(({ decideBy }) => shortDay(decideBy)))];
  const isAssessed = known.criteria.some(({ met }) => met);
  return [
    ...(known.shortNotice === undefined || known.activityOn === undefined
      ? []
      : [words.shortNotice(shortDay(known.activityOn), known.shortNotice)]),
    ...((known.ownPercent ?? 0) < known.ownPercentNeeded && known.askedCents > 0 ? [words.ownTooSmall] : []),
    ...(isAssessed
      ? known.criteria.filter(({ met }) => !met).map((criterion) => words.notMet(plain(criterion.text)))
      : []),
    ...(readings.length > 1 ? [words.termUnclear(readings.join(", "))] : []),
  ];
}
