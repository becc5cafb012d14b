import type { Topic, TopicId } from "../topic.ts";
import type { Reading, TopicCandidate } from "./reading.ts";

/** A lead of this much makes the first topic the answer. */
const CLEAR_LEAD = 1.35;
const SCORE_TO_BE_CERTAIN = 0.4;
/** Below this a topic says too little to tell whose task it is. */
const SCORE_TO_TELL = 0.25;

/** Whether the first topic stands out enough to answer without showing a second. */
export function isCertain(candidates: readonly TopicCandidate[]): boolean {
  const [first, second] = candidates;
  if (first === undefined || first.score < SCORE_TO_BE_CERTAIN) return false;
  return second === undefined || odds(first.score) >= odds(second.score) * CLEAR_LEAD;
}

/** Scores crowd together near 1; their odds keep the distance between a good fit and a better one. */
function odds(score: number): number {
  return score / (1 - score);
}

/** Whose task it is, by the first topic weighed against the first one that says otherwise. */
export function scopeOf(
  candidates: readonly TopicCandidate[],
  topics: ReadonlyMap<TopicId, Topic>,
): Reading["scope"] {
  const first = candidates[0];
  if (first === undefined || first.score < SCORE_TO_TELL) return "unknown";
  return isElsewhere(first, topics) ? "elsewhere" : "municipality";
}

function isElsewhere(candidate: TopicCandidate, topics: ReadonlyMap<TopicId, Topic>): boolean {
  return topics.get(candidate.topic)?.elsewhere !== undefined;
}
