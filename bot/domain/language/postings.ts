import type MiniSearch from "minisearch";
import type { TopicId } from "../topic.ts";

/** That a topic has a stem: how strongly the search ranks it for this stem alone, and the best place it stands in. */
export interface Posting {
  readonly topic: TopicId;
  readonly score: number;
  /** How much the field says that has the stem, 0..1. */
  readonly worth: number;
}

/** How much a word tells by the field it was found in. */
const WORTH_OF_FIELD: ReadonlyMap<string, number> = new Map([
  ["names", 1],
  ["parts", 0.7],
  ["description", 0.6],
  ["background", 0.3],
]);

/**
 * The topics that have a stem of the catalogue, by the search library's own ranking. Each stem is searched once: a
 * query is the sum of its stems, and sentences use the same few thousand stems over and over.
 */
export function makePostings(search: MiniSearch): (stem: string) => readonly Posting[] {
  const known = new Map<string, readonly Posting[]>();
  return (stem) => {
    let postings = known.get(stem);
    if (postings === undefined) {
      postings = search.search(stem).map(({ id, score, match }) => ({
        topic: String(id),
        score,
        worth: Math.max(...(match[stem] ?? []).map((field) => WORTH_OF_FIELD.get(field) ?? 0)),
      }));
      known.set(stem, postings);
    }
    return postings;
  };
}
