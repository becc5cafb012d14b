import type { NamedCapacity, PlanFacts } from "../bot/domain/kernbudget/facts.ts";
import { euros } from "../bot/domain/kernbudget/amount.ts";
import type { ShownPlanRefusal, ShownPlanTap } from "../bot/domain/kernbudget/shownPlan.ts";
import { plain } from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

const { kernbudget: words } = nl;

/** "als kernwethouder Hank en als portefeuillehouder Beheer openbare ruimte" */
export function capacitiesIn(capacities: readonly NamedCapacity[]): string {
  return capacities
    .map(({ role, scope }) => words.as(role, scope === undefined ? undefined : plain(scope)))
    .join(words.and);
}

/** A member of the college by office and surname: "wethouder Fictema"; anybody else by name. */
function addressed({ decides: { name = "", capacities } }: PlanFacts): string {
  const [, ...surname] = name.split(" ");
  const title =
    capacities[0]?.role === "kernwethouder"
      ? "wethouder"
      : capacities[0]?.role === "kernbestuurder"
        ? "burgemeester"
        : undefined;
  const last = surname.join(" ");
  const capital = `${last.charAt(0).toUpperCase()}${last.slice(1)}`;
  return plain(title === undefined || last === "" ? name : `${title} ${capital}`);
}

export function planRefusalText({ why, facts }: ShownPlanRefusal): string {
  switch (why) {
    case "askedOther":
      return words.askedOther(addressed(facts));
    case "portefeuilleFirst": {
      const [first] = facts.decides.waitsFor;
      return first
        ? words.portefeuilleFirst(plain(first.name), plain(first.portefeuille))
        : nl.refusals.outdated;
    }
    case "overCeiling":
      return facts.possibleCents > 0 ? words.overCeiling(euros(facts.possibleCents)) : words.overCeilingEmpty;
    default:
      return words.refusals[why];
  }
}

export function planTapText({ plans }: ShownPlanTap): string {
  const [only, second] = plans;
  if (only && !second) return words.tapOne(euros(only.askedCents));
  const named = plans.map(({ kern, applicant, askedCents }) =>
    words.openPlan(plain(kern), plain(applicant), euros(askedCents)),
  );
  return words.tapWhich(named.join("; "));
}
