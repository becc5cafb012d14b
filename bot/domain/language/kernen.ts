import type { KernId } from "../kern.ts";
import { standingOf, type OtherUses, type Standing } from "./kernEvidence.ts";
import type { KernNames, NamedKern } from "./kernNames.ts";
import type { Sentence, Word } from "./sentence.ts";

/** The kernen a sentence speaks of. */
export interface FoundKernen {
  readonly certain: readonly KernId[];
  readonly ambiguous: readonly KernId[];
  /** Kernen named by a word the catalogue knows too, with the position of that word: what the rest is about decides. */
  readonly undecided: ReadonlyMap<number, KernId>;
  /** Positions of words that name a kern, certainly or perhaps. */
  readonly positions: ReadonlySet<number>;
}

interface Mention {
  readonly named: NamedKern;
  readonly start: number;
  readonly standing: Standing;
}

/** Finds every kern in a sentence and weighs whether it is meant. */
export function findKernen(sentence: Sentence, names: KernNames, uses: OtherUses): FoundKernen {
  const mentions = resolved(mentionsIn(sentence.words, names, uses), sentence.words);
  const certain = mentions.filter(({ standing }) => standing === "kern").flatMap(kernenOf);
  const asked = mentions.filter(({ standing }) => standing === "ask");
  const undecided = mentions.filter(({ standing }) => standing === "topicDecides");
  const taken = mentions.filter(({ standing }) => standing === "kern" || standing === "ask");
  return {
    certain: [...new Set(certain)],
    ambiguous: [...new Set(asked.flatMap(kernenOf))].filter((kern) => !certain.includes(kern)),
    undecided: new Map(undecided.flatMap(({ named, start }) => named.kernen.map((kern) => [start, kern]))),
    positions: new Set(taken.flatMap(({ named, start }) => positionsFrom(start, named.length))),
  };
}

/**
 * Every kern a text names, whatever else the words may mean. Names as written go before misspelt ones, names of one
 * kern before names that several share.
 */
export function kernenNamed(sentence: Sentence, names: KernNames): readonly KernId[] {
  const texts = sentence.words.map((word) => word.text);
  const written = [...texts.keys()].flatMap((start) => names.at(texts, start) ?? []);
  const named =
    written.length > 0 ? written : [...texts.keys()].flatMap((start) => names.misspeltAt(texts, start) ?? []);
  const ofOneKern = named.filter(({ kernen }) => kernen.length === 1);
  return [...new Set((ofOneKern.length > 0 ? ofOneKern : named).flatMap(({ kernen }) => kernen))];
}

function mentionsIn(words: readonly Word[], names: KernNames, uses: OtherUses): Mention[] {
  const texts = words.map((word) => word.text);
  const mentions: Mention[] = [];
  for (let start = 0; start < words.length; start++) {
    const named = names.at(texts, start) ?? misspelt(texts, start, names, uses);
    if (named === undefined) continue;
    mentions.push({ named, start, standing: standingOf(named, words, start, uses) });
    start += named.length - 1;
  }
  return mentions;
}

function misspelt(texts: readonly string[], start: number, names: KernNames, uses: OtherUses) {
  const text = texts[start] ?? "";
  return uses.isWord(text) || uses.isTopicWord(text) ? undefined : names.misspeltAt(texts, start);
}

/**
 * What mentions tell about each other: in "andel, giessen en wijk" the last is a kern because its neighbours are;
 * beside a certain kern a doubtful word elsewhere is no kern.
 */
function resolved(mentions: readonly Mention[], words: readonly Word[]): Mention[] {
  const settled = [...mentions];
  const order = [...settled.keys()];
  for (const index of [...order, ...order.toReversed()]) {
    const mention = settled[index];
    if (mention === undefined || mention.standing === "kern" || mention.standing === "word") continue;
    const besideKern = [settled[index - 1], settled[index + 1]].some(
      (other) => other?.standing === "kern" && areListed(mention, other, words),
    );
    if (besideKern && mention.named.kernen.length === 1) settled[index] = { ...mention, standing: "kern" };
  }
  const certain = new Set(settled.filter(({ standing }) => standing === "kern").flatMap(kernenOf));
  if (certain.size === 0) return settled;
  return settled.map((mention) => {
    const isDoubtful = mention.standing === "ask" || mention.standing === "topicDecides";
    if (!isDoubtful) return mention;
    const isShared =
      mention.named.kernen.length > 1 && !mention.named.kernen.some((kern) => certain.has(kern));
    return isShared ? mention : { ...mention, standing: "word" };
  });
}

/** One follows the other with at most "en" or "of" between them. */
function areListed(a: Mention, b: Mention, words: readonly Word[]): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const between = words.slice(first.start + first.named.length, second.start);
  return between.length === 0 || (between.length === 1 && ["en", "of"].includes(between[0]?.text ?? ""));
}

function kernenOf(mention: Mention): readonly KernId[] {
  return mention.named.kernen;
}

function positionsFrom(start: number, length: number): number[] {
  return Array.from({ length }, (_, offset) => start + offset);
}
