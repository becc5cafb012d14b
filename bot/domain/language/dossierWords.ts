import type { KernId } from "../kern.ts";
import type { TopicId } from "../topic.ts";
import { splitAtColon } from "./colon.ts";
import { editsBetween } from "./editDistance.ts";
import { foldedWords } from "./folding.ts";
import type { Reader, Reading } from "./reading.ts";
import { readable } from "./sentence.ts";
import { allowedEdits } from "./spelling.ts";
import { stemOf } from "./stem.ts";
import { isContent } from "./terms.ts";

/** What is known of a dossier when it is looked for. */
export interface Wanted {
  readonly id: string;
  readonly title: string;
  readonly kernen: readonly KernId[];
  readonly topic?: TopicId | undefined;
}

/** Dossiers that words may mean. */
export interface FoundByWords {
  /** Ids, best first; only those that share a kern, a topic or a word of the title. */
  readonly found: readonly string[];
  /** The first does not stand out: ask which one is meant. */
  readonly ambiguous: boolean;
}

// A dossier is named in a few words; more is a story.
const MOST_WORDS = 30;
// A kern tells less than a word of the title: many dossiers share it.
const WORTH_OF_KERN = 0.8;
const WORTH_OF_TOPIC = 1;
const WORTH_OF_MISSPELT = 0.8;
const WORTH_OF_PART = 0.7;
const SHORTEST_PART = 4;
/** The second may score at most this share of the first, or it is ambiguous. */
const CLEAR = 0.75;

/**
 * Finds the dossier that a sentence means without its number: "afsluiten genderen wipkip". A kern that is named for
 * certain must be one of the dossier's. Of "antwoord op …: …" only what comes before the colon counts.
 */
export function findByWords(dossiers: readonly Wanted[], typed: string, reader: Reader): FoundByWords {
  const text = splitAtColon(readable(typed))?.head ?? readable(typed);
  const reading = reader.read(text);
  const words = [...new Set(foldedWords(text).filter(isContent))].slice(0, MOST_WORDS);
  const byTitle = titleScores(dossiers, words);
  const scored = dossiers
    .filter(({ kernen }) => isThere(kernen, reading))
    .map((dossier) => {
      const subject = (byTitle.get(dossier.id) ?? 0) + topicScore(dossier, reading);
      // "wipkip in andel" is not about the drempel in Andel: the kern alone counts when nothing else is told.
      const isElse = reading.certain && subject === 0;
      return { id: dossier.id, score: isElse ? 0 : subject + kernScore(dossier, reading) };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = scored;
  return {
    found: scored.map(({ id }) => id),
    ambiguous: first !== undefined && second !== undefined && second.score > first.score * CLEAR,
  };
}

/** How well the words fit each title. A word that many titles hold tells little about which is meant. */
function titleScores(dossiers: readonly Wanted[], words: readonly string[]): ReadonlyMap<string, number> {
  const titles = dossiers.map(({ id, title }) => ({ id, own: foldedWords(title).filter(isContent) }));
  const scores = new Map<string, number>();
  for (const word of words) {
    const like = titles
      .map(({ id, own }) => ({ id, best: Math.max(0, ...own.map((one) => likenessOf(word, one))) }))
      .filter(({ best }) => best > 0);
    for (const { id, best } of like) scores.set(id, (scores.get(id) ?? 0) + best / Math.sqrt(like.length));
  }
  return scores;
}

function isThere(kernen: readonly KernId[], reading: Reading): boolean {
  return reading.kernen.length === 0 || kernen.some((kern) => reading.kernen.includes(kern));
}

function kernScore({ kernen }: Wanted, reading: Reading): number {
  const named = [...reading.kernen, ...reading.ambiguousKernen];
  return kernen.some((kern) => named.includes(kern)) ? WORTH_OF_KERN : 0;
}

function topicScore({ topic }: Wanted, reading: Reading): number {
  return WORTH_OF_TOPIC * (reading.topics.find((candidate) => candidate.topic === topic)?.score ?? 0);
}

/** 1 for the same word in any form, less for a misspelt one and for part of a compound. */
function likenessOf(typed: string, own: string): number {
  const [a, b] = [stemOf(typed), stemOf(own)];
  if (a === b) return 1;
  const edits = allowedEdits(Math.min(typed.length, own.length));
  if (typed[0] === own[0] && edits > 0 && editsBetween(typed, own, edits) !== undefined)
    return WORTH_OF_MISSPELT;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const isPart = short.length >= SHORTEST_PART && (long.startsWith(short) || long.endsWith(short));
  return isPart ? WORTH_OF_PART : 0;
}
