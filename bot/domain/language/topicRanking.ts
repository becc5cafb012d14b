import type { TopicId } from "../topic.ts";
import type { TopicCandidate } from "./reading.ts";
import type { TopicIndex } from "./topicIndex.ts";
import type { QueryWord } from "./topicQuery.ts";

const MOST_TOPICS = 5;
const SHORTLIST = 30;
const LONGEST_NAME = 5;
/** What finding a whole name or synonym in the text adds, for each of its words. */
const NAME_BONUS = 12;
/** What it adds when the name is all that matters in the text; less as more of the text is about something else. */
const WHOLE_TEXT_BONUS = 12;
/** What it adds when it is the topic's own name rather than a synonym. */
const OWN_NAME_BONUS = 8;
/** What a compound adds that a name has all parts of; less when it has some. */
const COMPOUND_BONUS = 20;
const LEAST_PARTS_SHARED = 2;
/** Officials ask about their own municipality: another organisation's task must fit better to come first. */
const WORTH_OF_ELSEWHERE = 0.9;
/** A raw score this high becomes 0.5. */
const HALF_SCORE = 20;
const LOWEST_SCORE = 0.15;
const LOWEST_SHARE_OF_BEST = 0.3;

/** A topic with the query words that led to it. */
export interface RankedTopic extends TopicCandidate {
  readonly matched: ReadonlySet<QueryWord>;
}

/** The topics that fit these words, best first; empty when none fits well enough. */
export function rankTopics(query: readonly QueryWord[], index: TopicIndex): readonly RankedTopic[] {
  const worth = worthOfStems(query);
  if (worth.size === 0) return [];
  const stems = [...worth.keys()];
  const results = index.search.search(stems.join(" "), { boostTerm: (stem) => worth.get(stem) ?? 0 });
  const bonuses = nameBonuses(query, index);
  const importance = query.reduce((sum, word) => sum + word.importance, 0);
  // The best by words alone, and every topic that is called by its name: no other can come first.
  const shortlist = results.filter((result, at) => at < SHORTLIST || bonuses.has(String(result.id)));
  const ranked = shortlist.map((result) => {
    const found = new Set(result.queryTerms);
    const covered = query.reduce((sum, word) => sum + word.importance * bestHit(word, found), 0);
    const sum = result.score / result.queryTerms.length;
    const id = String(result.id);
    const own = sum * (0.5 + (0.5 * covered) / importance) + (bonuses.get(id) ?? 0);
    const raw = index.elsewhere.has(id) ? own * WORTH_OF_ELSEWHERE : own;
    return { topic: id, score: raw / (raw + HALF_SCORE), found };
  });
  ranked.sort((a, b) => b.score - a.score || (a.topic < b.topic ? -1 : 1));
  const floor = Math.max(LOWEST_SCORE, (ranked[0]?.score ?? 0) * LOWEST_SHARE_OF_BEST);
  return ranked
    .slice(0, MOST_TOPICS)
    .filter(({ score }) => score >= floor)
    .map(({ topic, score, found }) => ({
      topic,
      score,
      matched: new Set(query.filter((word) => bestHit(word, found) > 0)),
    }));
}

function worthOfStems(query: readonly QueryWord[]): Map<string, number> {
  const worth = new Map<string, number>();
  for (const { weights, importance } of query) {
    for (const [stem, weight] of weights)
      worth.set(stem, Math.max(worth.get(stem) ?? 0, weight * importance));
  }
  return worth;
}

function bestHit(word: QueryWord, found: ReadonlySet<string>): number {
  let best = 0;
  for (const [stem, weight] of word.weights) if (found.has(stem) && weight > best) best = weight;
  return best;
}

/** Topics of which a whole name or synonym stands in the text. */
function nameBonuses(query: readonly QueryWord[], index: TopicIndex): Map<TopicId, number> {
  const bonuses = new Map<TopicId, number>();
  const everything = query.reduce((sum, word) => sum + word.importance, 0);
  for (let start = 0; start < query.length; start++) {
    for (let length = 1; length <= LONGEST_NAME && start + length <= query.length; length++) {
      const words = query.slice(start, start + length);
      const name = words.map((word) => word.stem).join(" ");
      const named = words.reduce((sum, word) => sum + word.importance, 0);
      const bonus = named * NAME_BONUS + WHOLE_TEXT_BONUS * (named / everything) ** 2;
      for (const topic of index.byName.get(name) ?? []) {
        const own = index.ownNames.get(topic) === name ? (OWN_NAME_BONUS * named) / everything : 0;
        bonuses.set(topic, Math.max(bonuses.get(topic) ?? 0, bonus + own));
      }
    }
  }
  // A compound that the catalogue has itself is found by its own name; "paspoort" is no "pas" and no "poort".
  for (const word of query) if (!index.stems.has(word.stem)) addCompoundBonuses(word, index, bonuses);
  return bonuses;
}

/** "hondenlosloopveldje" fits "losloopgebied voor honden" better than anything else about dogs. */
function addCompoundBonuses(
  { parts, importance }: QueryWord,
  index: TopicIndex,
  bonuses: Map<TopicId, number>,
): void {
  if (parts.length < LEAST_PARTS_SHARED) return;
  const wanted = new Set(parts);
  for (const part of wanted) {
    for (const name of index.byPart.get(part) ?? []) {
      const shared = wanted.intersection(name.parts).size;
      if (shared < LEAST_PARTS_SHARED) continue;
      const bonus = (importance * COMPOUND_BONUS * shared) / wanted.size;
      bonuses.set(name.topic, Math.max(bonuses.get(name.topic) ?? 0, bonus));
    }
  }
}
