import type { TopicId } from "../topic.ts";
import { bestNameFit, typedWords } from "./nameFit.ts";
import type { TopicCandidate } from "./reading.ts";
import type { TopicIndex } from "./topicIndex.ts";
import type { QueryWord } from "./topicQuery.ts";

const MOST_TOPICS = 5;
/** Only the first so many that the search finds are compared name by name. */
const MOST_COMPARED = 16;
/** What a name adds that has all typed words and nothing else, for each word's worth of mass. */
const NAME_BONUS = 30;
/** What a name adds that is all that was typed: then that is the topic. */
const EXACT_BONUS = 15;
const EXACT_OWN_NAME_BONUS = 25;
/** Officials ask about their own municipality: another organisation's task must fit better to come first. */
const WORTH_OF_ELSEWHERE = 0.9;
/** Evidence of so much mass makes a topic half sure. */
const HALF_EVIDENCE = 0.5;
const LOWEST_SCORE = 0.25;
const LOWEST_SHARE_OF_BEST = 0.35;

/** A topic with the typed words that led to it. */
export interface RankedTopic extends TopicCandidate {
  readonly matched: ReadonlySet<QueryWord>;
}

interface Ranked {
  readonly topic: TopicId;
  readonly strength: number;
  readonly evidence: Evidence;
}

interface Evidence {
  readonly matched: ReadonlySet<QueryWord>;
  /** Mass of the typed words the topic has, each by how good the place is where it has them. */
  readonly mass: number;
}

/** The topics that fit these words, best first; empty when none fits well enough. */
export function rankTopics(query: readonly QueryWord[], index: TopicIndex): readonly RankedTopic[] {
  const found = findByStem(query, index);
  const everything = query.reduce((sum, word) => sum + word.mass, 0);
  const typed = typedWords(query);
  const ranked = found.map(({ topic, score, worthByStem }): Ranked => {
    const evidence = evidenceIn(worthByStem, query);
    const fit = bestNameFit(index.names.get(topic), typed);
    const bySearch = score * (0.5 + (0.5 * evidence.mass) / everything);
    const exactness = ((fit.share * fit.mass) / everything) ** 4;
    const exactBonus = exactness * (fit.isOwnName ? EXACT_OWN_NAME_BONUS : EXACT_BONUS);
    const own = bySearch + NAME_BONUS * fit.mass * fit.share + exactBonus;
    return { topic, strength: index.elsewhere.has(topic) ? own * WORTH_OF_ELSEWHERE : own, evidence };
  });
  ranked.sort((a, b) => b.strength - a.strength || (a.topic < b.topic ? -1 : 1));
  return scored(ranked, everything);
}

/** A topic that has at least one stem of the query. */
interface Found {
  readonly topic: TopicId;
  score: number;
  /** How good the place is where the topic has each stem. */
  readonly worthByStem: Map<string, number>;
}

/** The topics that have these stems, those with many stems and strong ones first; only the first few count. */
function findByStem(query: readonly QueryWord[], index: TopicIndex): readonly Found[] {
  const found = new Map<TopicId, Found>();
  for (const [stem, worth] of worthOfStems(query)) {
    for (const posting of index.postings(stem)) {
      let one = found.get(posting.topic);
      if (one === undefined) {
        one = { topic: posting.topic, score: 0, worthByStem: new Map() };
        found.set(posting.topic, one);
      }
      one.score += posting.score * worth;
      one.worthByStem.set(stem, posting.worth);
    }
  }
  return [...found.values()]
    .sort((a, b) => b.score * b.worthByStem.size - a.score * a.worthByStem.size)
    .slice(0, MOST_COMPARED);
}

/** Scores the first by how much of what was typed it explains, the others by their strength against the first. */
function scored(ranked: readonly Ranked[], everything: number): RankedTopic[] {
  const first = ranked[0];
  if (first === undefined) return [];
  const { mass } = first.evidence;
  const best = Math.sqrt((mass / everything) * (mass / (mass + HALF_EVIDENCE)));
  if (best < LOWEST_SCORE) return [];
  return ranked
    .filter(({ strength }) => strength >= first.strength * LOWEST_SHARE_OF_BEST)
    .slice(0, MOST_TOPICS)
    .map(({ topic, strength, evidence }) => ({
      topic,
      score: (best * strength) / first.strength,
      matched: evidence.matched,
    }));
}

function worthOfStems(query: readonly QueryWord[]): Map<string, number> {
  const worth = new Map<string, number>();
  for (const { hits, importance } of query) {
    for (const [stem, hit] of hits) worth.set(stem, Math.max(worth.get(stem) ?? 0, hit * importance));
  }
  return worth;
}

function evidenceIn(worthByStem: ReadonlyMap<string, number>, query: readonly QueryWord[]): Evidence {
  const matched = new Set<QueryWord>();
  let mass = 0;
  for (const word of query) {
    let best = 0;
    for (const [stem, hit] of word.hits) best = Math.max(best, hit * (worthByStem.get(stem) ?? 0));
    if (best > 0) matched.add(word);
    mass += word.mass * best;
  }
  return { matched, mass };
}
