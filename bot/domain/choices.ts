import type { Day } from "./calendar.ts";
import { capacityInBeheer, officialsToLink } from "./beheer.ts";
import { capacitiesOf, isPresent } from "./contact.ts";
import type { Pressed } from "./decision.ts";
import { colleaguesFor, membersFor, vakteamsFor } from "./dossier/choosable.ts";
import { fold } from "./language/folding.ts";
import type { Reader } from "./language/reading.ts";
import { vakteamsToLink } from "./linking.ts";
import type { Official } from "./official.ts";
import { mayDecide } from "./proposalAuthority.ts";
import type { Register } from "./register.ts";

/** What a field on a card can search in while somebody types. */
export const DATASETS = ["topics", "kernen", "vakteams", "officials", "members"] as const;
export type Dataset = (typeof DATASETS)[number];

export interface Choice {
  readonly title: string;
  /** The id of what is chosen. */
  readonly value: string;
}

/** Somebody types in a field; the page that is asked for is `top` long and begins after `skip`. */
export interface Searching {
  readonly dataset: Dataset;
  readonly text: string;
  readonly skip: number;
  readonly top: number;
}

/** Teams asks for this many at a time; more is never given. */
export const LARGEST_PAGE = 15;

/** Who searches, on which card, and what is known then. */
export interface SearchView {
  readonly register: Register;
  readonly reader: Reader;
  readonly day: Day;
  readonly official?: Official | undefined;
  /** What the card is about; absent when it told none. */
  readonly subject?: Pressed | undefined;
}

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** One page of what may be chosen and fits what was typed, the best first; everything when nothing was typed. */
export function choicesFor(view: SearchView, { dataset, text, skip, top }: Searching): readonly Choice[] {
  const page = [Math.max(skip, 0), Math.max(skip, 0) + Math.min(Math.max(top, 0), LARGEST_PAGE)] as const;
  return matching(candidates(view, dataset), text, alsoMeant(view, dataset, text))
    .slice(...page)
    .map(({ id, name }) => ({ title: name, value: id }));
}

/** Only what may be chosen on this card by this person. */
function candidates(view: SearchView, dataset: Dataset): readonly Candidate[] {
  const { register, official, subject, day } = view;
  switch (dataset) {
    case "topics":
      return [...register.topics.values()].map((topic) => ({ ...topic, aliases: topic.synonyms }));
    case "kernen":
      return [...register.kernen.values()];
    case "vakteams":
      return vakteamsOn(view);
    case "officials":
      if (!official) return [];
      if (subject?.kind !== "dossier") return eligible(view);
      return withTeams(view, colleaguesFor(register, official.id, day));
    case "members":
      return subject?.kind === "dossier" ? people(membersFor(register, subject.current.row, day)) : [];
  }
}

/** Officials somebody can be linked to, by name and by what they do here. */
export function officialsNamed(register: Register, day: Day): readonly Candidate[] {
  return officialsToLink(register).map(({ id, name }) => {
    const [held] = capacitiesOf(register, id, day);
    const team = held?.vakteam === undefined ? held?.role : register.vakteams.get(held.vakteam)?.name;
    return { id, name: team === undefined ? name : `${name} (${team})`, aliases: [] };
  });
}

function vakteamsOn({ register, official, subject, day }: SearchView): readonly Candidate[] {
  if (subject?.kind === "dossier") return vakteamsFor(register, subject.current.row);
  if (subject?.kind !== "conversation") return [...register.vakteams.values()];
  return official ? vakteamsToLink(register, official.id, day) : [];
}

/** Colleagues who can do what the card is about: decide on a proposal, or else answer for a vakteam. Present ones only. */
function eligible(view: SearchView): readonly Candidate[] {
  const { register, subject, day, official: who } = view;
  if (subject?.kind === "accessRequest")
    return who && capacityInBeheer(register, who.id, day) ? officialsNamed(register, day) : [];
  const deciders = subject?.kind === "proposal" ? mayDecide(register, subject.current.row, day) : undefined;
  const fitting = [...register.officials.values()].filter(({ id }) => {
    const fits = deciders ? deciders.includes(id) : teamsOf(view, id).length > 0;
    return fits && isPresent(register, id, day);
  });
  return withTeams(view, fitting);
}

function teamsOf({ register, day }: SearchView, official: string): readonly string[] {
  return capacitiesOf(register, official, day).flatMap(({ vakteam }) => vakteam ?? []);
}

/** People with the same first name are told apart by their team. */
function withTeams(view: SearchView, officials: readonly Official[]): readonly Candidate[] {
  return people(officials).map((one) => {
    const [team] = teamsOf(view, one.id).map((id) => view.register.vakteams.get(id)?.name ?? id);
    return team === undefined ? one : { ...one, name: `${one.name} (${team})` };
  });
}

function people(officials: readonly Official[]): readonly Candidate[] {
  return officials.map(({ id, name }) => ({ id, name, aliases: [] }));
}

/** Topics as the reader of Dutch understands the words: inflected, misspelt or compounded. */
function alsoMeant({ reader }: SearchView, dataset: Dataset, text: string): readonly string[] {
  return dataset === "topics" && text.trim() !== "" ? reader.read(text).topics.map(({ topic }) => topic) : [];
}

function matching(all: readonly Candidate[], text: string, meant: readonly string[]): readonly Candidate[] {
  const typed = fold(text).trim();
  return all
    .map((candidate) => ({ candidate, distance: distanceOf(candidate, typed, meant) }))
    .filter(({ distance }) => distance !== undefined)
    .toSorted((a, b) => (a.distance ?? 0) - (b.distance ?? 0) || inOrder(a.candidate, b.candidate))
    .map(({ candidate }) => candidate);
}

/** How far a candidate is from what was typed: its name begins so, a word of it, it holds it, another name does. */
function distanceOf(
  { id, name, aliases }: Candidate,
  typed: string,
  meant: readonly string[],
): number | undefined {
  const folded = fold(name);
  if (folded.startsWith(typed)) return 0;
  if (folded.includes(` ${typed}`)) return 1;
  if (folded.includes(typed)) return 2;
  if (aliases.some((alias) => fold(alias).startsWith(typed))) return 3;
  return meant.includes(id) ? 4 : undefined;
}

const dutch = new Intl.Collator("nl");

function inOrder(a: Candidate, b: Candidate): number {
  return dutch.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}
