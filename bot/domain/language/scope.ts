import type { Topic, TopicId } from "../topic.ts";
import type { Reading, TopicCandidate } from "./reading.ts";

/** A lead of this much over the second makes the first topic the answer. */
const CLEAR_LEAD = 1.3;
const SCORE_TO_BE_CERTAIN = 0.45;
/** Whether the first topic stands out enough to answer without showing a second. */
export function isCertain([first, second]: readonly TopicCandidate[]): boolean {
  if (first === undefined || first.score < SCORE_TO_BE_CERTAIN) return false;
  return second === undefined || first.score >= second.score * CLEAR_LEAD;
}

/** Whose task it is, by the first topic; the ranking already puts a municipal topic before another's that fits as well. */
export function scopeOf(
  candidates: readonly TopicCandidate[],
  topics: ReadonlyMap<TopicId, Topic>,
): Reading["scope"] {
  const first = candidates[0];
  if (first === undefined) return "unknown";
  return topics.get(first.topic)?.elsewhere === undefined ? "municipality" : "elsewhere";
}
