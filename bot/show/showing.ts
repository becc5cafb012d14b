import { dayOf, type Day, type Instant } from "../domain/calendar.ts";
import { capacitiesOf } from "../domain/contact.ts";
import type { Notice } from "../domain/notice.ts";
import type { Register } from "../domain/register.ts";
import type { Viewer } from "../domain/shown.ts";
import type { Store } from "../../storage/store.ts";

/** The moment something is shown, and to whom. */
export interface Showing {
  readonly store: Store;
  readonly register: Register;
  readonly at: Instant;
  readonly day: Day;
  readonly viewer: Viewer;
}

export function showingOf(
  store: Store,
  register: Register,
  at: Instant,
  entraId: string | undefined,
): Showing {
  const day = dayOf(at);
  return { store, register, at, day, viewer: viewerOf(register, entraId, day) };
}

function viewerOf(register: Register, entraId: string | undefined, day: Day): Viewer {
  const official = [...register.officials.values()].find(
    (one) => entraId !== undefined && one.entraId === entraId,
  );
  const roles = official ? capacitiesOf(register, official.id, day).map(({ role }) => role) : [];
  return { official, roles: [...new Set(roles)] };
}

export function byName<T extends { readonly name: string }>(rows: Iterable<T>): readonly T[] {
  return [...rows].toSorted((a, b) => a.name.localeCompare(b.name, "nl"));
}

/** What a notice refers to; throws when it is not there, which a notice made by `decide` cannot cause. */
export function known<T>(found: T | undefined, { about }: Notice): T {
  if (found === undefined) throw new Error(`a ${about} to show refers to something that is not in the store`);
  return found;
}
