import type { ShownLoad } from "../bot/domain/dossier/shownDossier.ts";
import { longDay, shortDay } from "./dates.ts";
import { plain, subtle, warning, type Element } from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

/** Days on which what waits is expected to begin; further ones say little. */
const DAYS_SHOWN = 3;

/** How full a team is, and when it has room again. Figures of a team, never of a person. */
export function loadLines(load: ShownLoad | undefined): readonly Element[] {
  if (!load) return [];
  const words = nl.load;
  const full = words.now(plain(load.vakteam), number(load.units), number(load.limit));
  if (load.expectedOn === undefined) return [subtle(full)];
  return [warning(full, ...waiting(load), words.room(shortDay(load.expectedOn)))];
}

/** The same, for somebody who asks how full a team is: with how long the oldest is in hand. */
export function loadReport(load: ShownLoad | undefined): readonly Element[] {
  if (!load) return [];
  const oldest = load.oldest === undefined ? [] : [subtle(nl.load.oldest(longDay(load.oldest)))];
  return [...loadLines(load), ...oldest];
}

function waiting({ waiting: count, waitingUntil }: ShownLoad): readonly string[] {
  if (count === 0) return [];
  const days = waitingUntil.slice(0, DAYS_SHOWN).map(shortDay);
  return [nl.load.waiting(count, days.length === 0 ? undefined : nl.list(days))];
}

function number(units: number): string {
  return String(units).replace(".", ",");
}
