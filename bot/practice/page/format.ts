import type { RoleLine } from "../view.ts";
import { texts } from "./texts.ts";

const ZONE = { timeZone: "Europe/Amsterdam" } as const;
const time = new Intl.DateTimeFormat("nl-NL", { ...ZONE, hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("nl-NL", { ...ZONE, weekday: "long", day: "numeric", month: "long" });
const shortDay = new Intl.DateTimeFormat("nl-NL", {
  ...ZONE,
  weekday: "short",
  day: "numeric",
  month: "short",
});
const fullDay = new Intl.DateTimeFormat("nl-NL", {
  ...ZONE,
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** "09:12". */
export function timeOf(at: string): string {
  return time.format(new Date(at));
}

/** "dinsdag 14 april". */
export function dayOf(at: string): string {
  return day.format(new Date(at));
}

/** "di 14 apr 09:12". */
export function shortMoment(at: string): string {
  return `${shortDay.format(new Date(at))} ${timeOf(at)}`;
}

/** "dinsdag 14 april 2026 09:12". */
export function fullMoment(at: string): string {
  return `${fullDay.format(new Date(at))} ${timeOf(at)}`;
}

/** First and last letter of a name's capitals: "Roos van Bedacht" → "RB". */
export function initialsOf(name: string): string {
  const capitals = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  const letters = capitals.length > 1 ? [capitals[0], capitals.at(-1)] : [name];
  return letters
    .map((word) => word?.slice(0, 1) ?? "")
    .join("")
    .toUpperCase();
}

/** One of eight tints, always the same for one person. */
export function tintOf(id: string): number {
  return [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7) % 8;
}

/** "gebiedsregisseur Veen, Andel en 9 andere · programmamanager". */
export function rolesOf(roles: readonly RoleLine[], most = 3): string {
  return roles
    .map(({ role, scopes }) => [role, listOf(scopes, most)].filter((part) => part !== "").join(" "))
    .join(" · ");
}

function listOf(names: readonly string[], most: number): string {
  if (names.length > most)
    return `${names.slice(0, most - 1).join(", ")} ${texts.more(names.length - most + 1)}`;
  const last = names.at(-1);
  return last === undefined || names.length === 1
    ? (last ?? "")
    : `${names.slice(0, -1).join(", ")} ${texts.and(last)}`;
}
