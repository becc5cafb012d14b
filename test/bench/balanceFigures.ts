import type { Day } from "../../bot/domain/calendar.ts";
import type { KernId } from "../../bot/domain/kern.ts";
import type { OfficialId } from "../../bot/domain/official.ts";
import { workingDaysBetween } from "../../bot/domain/workingDays.ts";
import { median, quantile } from "./report.ts";

/** What became of one item. */
export interface Outcome {
  readonly kern: KernId;
  readonly came: Day;
  /** Absent when it was still open at the end. */
  readonly answered?: Day | undefined;
  readonly hops: number;
  /** Who did it; absent when no vakteam had to. */
  readonly by?: OfficialId | undefined;
  readonly units: number;
}

/** A year under one policy. */
export interface Year {
  readonly outcomes: readonly Outcome[];
  /** Weighted work in hand per team at the end of each week. */
  readonly teamWeeks: readonly number[];
  /** Unrequested messages: person and day → how many. */
  readonly messages: ReadonlyMap<string, number>;
  /** Days on which people work, times people. */
  readonly personDays: number;
  readonly lastDay: Day;
}

/** The figures of the product's promise, as numbers with their unit in the name. */
export function figuresOf(policy: string, year: Year, limit: number): Readonly<Record<string, number>> {
  const { outcomes, teamWeeks, messages, personDays, lastDay } = year;
  const days = outcomes.map(({ came, answered }) => workingDaysBetween(came, answered ?? lastDay));
  const open = outcomes.filter(({ answered }) => answered === undefined);
  const done = outcomes.filter(({ by }) => by !== undefined);
  const light = outcomes.filter(({ by, answered }) => answered !== undefined && by === undefined);
  const quiet = Array.from({ length: Math.max(0, personDays - messages.size) }, () => 0);
  return {
    [`${policy}: items`]: outcomes.length,
    [`${policy}: team-weeks over the limit`]: teamWeeks.filter((units) => units > limit).length,
    [`${policy}: worst age of open work, working days`]: Math.max(
      0,
      ...open.map(({ came }) => workingDaysBetween(came, lastDay)),
    ),
    [`${policy}: median working days to answer`]: median(days),
    [`${policy}: p85 working days to answer`]: quantile(days, 0.85),
    [`${policy}: hops per item`]: mean(done.map(({ hops }) => hops)),
    [`${policy}: unrequested messages per official per day, p95`]: quantile(
      [...messages.values(), ...quiet],
      0.95,
    ),
    [`${policy}: Gini between kernen of days to answer`]: gini(meansBy(outcomes, days)),
    [`${policy}: Gini between colleagues of work done`]: gini([...sumBy(done).values()]),
    [`${policy}: share solved by village, regular door or store`]:
      light.length / Math.max(1, outcomes.length),
    [`${policy}: share answered within the year`]: 1 - open.length / Math.max(1, outcomes.length),
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((total, value) => total + value, 0) / values.length;
}

function meansBy(outcomes: readonly Outcome[], days: readonly number[]): readonly number[] {
  const byKern = Map.groupBy(
    outcomes.map(({ kern }, index) => ({ kern, days: days[index] ?? 0 })),
    ({ kern }) => kern,
  );
  return [...byKern.values()].map((same) => mean(same.map((one) => one.days)));
}

function sumBy(outcomes: readonly Outcome[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { by, units } of outcomes) if (by !== undefined) sums.set(by, (sums.get(by) ?? 0) + units);
  return sums;
}

/** 0 when all are equal, near 1 when one has everything. */
export function gini(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (sorted.length === 0 || total === 0) return 0;
  const weighted = sorted.reduce(
    (sum, value, index) => sum + value * (2 * (index + 1) - sorted.length - 1),
    0,
  );
  return weighted / (sorted.length * total);
}
