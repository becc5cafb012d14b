import type { Model } from "./model.ts";

/** A person on the page with the chat they have open. */
export interface Seat {
  readonly person: string;
  readonly chat: string;
}

export const MOST_COLUMNS = 4;

/** Roles shown when the address names nobody: both ends of a handoff, and the board. */
const FIRST_ROLES = [
  ["gebiedsregisseur"],
  ["aanspreekpunt", "vakambtenaar"],
  ["kernwethouder", "portefeuillehouder"],
];

/** Who is shown: `?wie=<person>[:<chat>],…`. Unknown people are left out; unknown chats become the personal one. */
export function readAddress(search: string, model: Model): readonly Seat[] {
  const wanted = (new URLSearchParams(search).get("wie") ?? "")
    .split(",")
    .map((part) => part.trim().split(":"));
  const seats = wanted.flatMap(([person, chat]) => seatFor(model, person, chat));
  const chosen = seats.filter(
    (seat, index) => seats.findIndex((other) => other.person === seat.person) === index,
  );
  return chosen.length > 0 ? chosen.slice(0, MOST_COLUMNS) : firstSeats(model);
}

/** The address that shows these seats again; a personal chat needs no name. */
export function writeAddress(seats: readonly Seat[]): string {
  const parts = seats.map(({ person, chat }) =>
    chat === personalChat(person) ? person : `${person}:${chat}`,
  );
  return `?wie=${parts.map((part) => encodeURIComponent(part).replaceAll("%3A", ":")).join(",")}`;
}

export function seatFor(model: Model, person: string | undefined, chat?: string): Seat[] {
  if (person === undefined || model.person(person) === undefined) return [];
  const own = model.chatsOf(person);
  const open = own.find((one) => one.id === chat) ?? own[0];
  return open === undefined ? [] : [{ person, chat: open.id }];
}

function firstSeats(model: Model): readonly Seat[] {
  const holding = (role: string): readonly string[] =>
    model.people.filter((person) => person.roles.some((one) => one.role === role)).map((person) => person.id);
  const people = FIRST_ROLES.flatMap((roles) => roles.flatMap(holding).slice(0, 1));
  const chosen = people.length > 0 ? people : model.people.slice(0, 1).map((person) => person.id);
  return [...new Set(chosen)].flatMap((person) => seatFor(model, person));
}

function personalChat(person: string): string {
  return `personal.${person}`;
}
