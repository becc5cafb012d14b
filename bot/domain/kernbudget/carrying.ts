import { dayOf, type Day, type Instant } from "../calendar.ts";
import type { Change, Versioned } from "../commit.ts";
import { isPresent } from "../contact.ts";
import { justAnswer, type Decision, type Pressing, type Saying, type View } from "../decision.ts";
import type { Incoming } from "../incoming.ts";
import type { OfficialId } from "../official.ts";
import type { Register } from "../register.ts";
import { setTimer } from "../timer.ts";
import { newToken } from "../token.ts";
import { nextOfficeMoment, withinOfficeHours } from "../workingDays.ts";
import type { PlanSources } from "./facts.ts";
import { moveOf } from "./ledger.ts";
import { involvedIn } from "./parties.ts";
import type { Plan, PlanStep } from "./plan.ts";
import type { PlanRefusal } from "./refusal.ts";

/** A press on a plan by somebody in the register: what every step needs to know. */
export interface PlanPress {
  readonly incoming: Pressing;
  readonly view: View;
  readonly sources: PlanSources;
  readonly current: Versioned<Plan>;
  readonly official: OfficialId;
  readonly day: Day;
  readonly at: Instant;
}

export function planNotice(plan: Plan) {
  return { about: "plan", plan: plan.id } as const;
}

/** Nothing changes, and the person reads why. */
export function refusePlan(incoming: Incoming, plan: Plan, why: PlanRefusal): Decision {
  return justAnswer(incoming, { about: "planRefusal", plan: plan.id, why }, why);
}

/**
 * Stores a plan after a step, moves its money in the same commit, and shows it to everybody who has to do with it: at
 * once in office hours, else when those begin. Whoever acted sees it at once.
 */
export function carryOut(
  press: PlanPress,
  plan: Plan,
  more: { readonly changes?: readonly Change[] } = {},
): Decision {
  const { incoming, view, sources, current, official, day, at } = press;
  const step = plan.history.at(-1);
  const version = current.version + 1;
  const { token, change } = newToken(view, { kind: "plan", id: plan.id }, version);
  const move = moveOf(sources.scheme.pot, plan.ledger.slice(current.row.ledger.length));
  const others = involvedIn(sources, plan, day).filter((id) => id !== official);
  const now = withinOfficeHours(at);
  const say = [official, ...(now ? others : [])].flatMap((id) =>
    toOfficial(sources.register, id, plan, token, day),
  );
  return {
    changes: [
      { collection: "plan", id: plan.id, expect: current.version, row: plan },
      change,
      ...(now ? [] : [tellLater(plan, step, at)]),
      ...(more.changes ?? []),
    ],
    moves: move && [move],
    say,
    answer: incoming.act.kind === "press" ? { notice: planNotice(plan), token } : undefined,
    act: step?.act ?? "",
    capacity: step?.capacity ?? "",
    why: step?.why ?? "",
  };
}

/** A moment of its own for every step: one that is set twice would need the version it has. */
function tellLater({ id, history }: Plan, step: PlanStep | undefined, at: Instant): Change {
  const subject = { kind: "plan", id } as const;
  return setTimer(subject, `tell-${history.length}-${step?.act ?? ""}`, nextOfficeMoment(at));
}

/** The card of a plan in one official's own chat; it changes in place. Nobody who is away is disturbed. */
export function toOfficial(
  register: Register,
  official: OfficialId,
  plan: Plan,
  token: string,
  day: Day,
): readonly Saying[] {
  const entraId = register.officials.get(official)?.entraId;
  if (entraId === undefined || !isPresent(register, official, day)) return [];
  return [{ to: { entraId }, notice: planNotice(plan), token, card: `plan:${plan.id}:${entraId}` }];
}

/** A step by whoever pressed. */
export function stepBy(
  { official, at }: PlanPress,
  act: PlanStep["act"],
  capacity: string,
  why = "",
): PlanStep {
  return { act, by: official, capacity, at, why };
}

/** The moment to tell has come: everybody who has to do with it sees it as it stands. */
export function tellAll(
  view: { readonly at: Instant; readonly newId: () => string },
  sources: PlanSources,
  { row: plan, version }: Versioned<Plan>,
): Pick<Decision, "changes" | "say"> {
  const day = dayOf(view.at);
  const { token, change } = newToken(view, { kind: "plan", id: plan.id }, version);
  const say = involvedIn(sources, plan, day).flatMap((id) =>
    toOfficial(sources.register, id, plan, token, day),
  );
  return { changes: [change], say };
}
