import type { OfficialId } from "../official.ts";
import type { Instant } from "../calendar.ts";
import type { PlanFacts, NamedCapacity } from "./facts.ts";
import type { PlanDecision, PlanId } from "./plan.ts";

/** Goes up when a record of before would be read wrongly. */
const FORMAT = 1;

/**
 * What is kept of one decision, to be read without anything else: who decided what, in which capacity, on behalf of
 * whom, and exactly what the card said at that moment.
 */
export interface DecisionRecord {
  readonly format: typeof FORMAT;
  /** The plan and the version of it that was decided on. */
  readonly id: string;
  readonly plan: PlanId;
  readonly version: number;
  readonly by: { readonly id: OfficialId; readonly name: string };
  readonly capacities: readonly NamedCapacity[];
  readonly onBehalfOf: "college";
  readonly insteadOf?: string | undefined;
  readonly at: Instant;
  readonly outcome: PlanDecision["outcome"];
  readonly cents: number;
  readonly motivation: string;
  readonly condition?: string | undefined;
  readonly college?: PlanDecision["college"];
  /** What the card showed. */
  readonly shown: PlanFacts;
  /** Over everything above, written canonically. */
  readonly hash: string;
}

/** The record of a decision. `digest` turns text into a hash of fixed length, in hexadecimal. */
export function recordOf(
  record: Omit<DecisionRecord, "format" | "id" | "hash" | "onBehalfOf">,
  digest: (text: string) => string,
): DecisionRecord {
  const whole = {
    format: FORMAT,
    id: `${record.plan}:${record.version}`,
    onBehalfOf: "college" as const,
    ...record,
  } as const;
  return { ...whole, hash: digest(canonical(whole)) };
}

/** Whether a record still says what it said when it was made. */
export function isWhole({ hash, ...rest }: DecisionRecord, digest: (text: string) => string): boolean {
  return digest(canonical(rest)) === hash;
}

/** JSON with the keys of every object in order, so that equal values give equal texts. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const pairs = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${pairs.join(",")}}`;
}
