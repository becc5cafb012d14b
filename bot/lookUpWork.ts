import type { Instant } from "./domain/calendar.ts";
import { dayOf } from "./domain/calendar.ts";
import type { Versioned } from "./domain/commit.ts";
import type { Dossier } from "./domain/dossier/dossier.ts";
import type { Work } from "./domain/dossier/work.ts";
import type { KernId } from "./domain/kern.ts";
import type { TopicId } from "./domain/topic.ts";
import type { Store } from "../storage/store.ts";

/** What of the past may be meant, besides everything that is open. */
export interface PastAsked {
  readonly kernen?: readonly KernId[] | undefined;
  readonly topics?: readonly TopicId[] | undefined;
  readonly numbers?: readonly string[] | undefined;
}

/**
 * All work in hand. The intakes are read before the dossiers: whatever changes in between also changes an intake, so a
 * decision on older dossiers than these does not get through.
 */
export async function lookUpWork(
  store: Store,
  at: Instant,
  past: PastAsked = {},
  drafting?: Versioned<Dossier>,
): Promise<Work> {
  const intakes = await store.all("intake");
  const [open, named, digests, timers, numbering] = await Promise.all([
    store.list("dossier", "open", "yes"),
    namedIn(store, past),
    store.list("digest", "pending", "yes"),
    store.all("timer"),
    store.get("numbering", dayOf(at).slice(0, 4)),
  ]);
  const isOpen = new Set(open.map(({ row }) => row.id));
  return {
    open,
    past: named.filter(({ row }) => !isOpen.has(row.id)),
    drafting,
    intakes: byId(intakes),
    digests: byId(digests),
    timers: byId(timers),
    numbering,
  };
}

/** The dossier about which this person was asked something in this conversation; the latest when there are more. */
export async function draftingIn(store: Store, key: string): Promise<Versioned<Dossier> | undefined> {
  const found = await store.list("dossier", "drafting", key);
  return found.toSorted((a, b) => b.row.registeredAt.localeCompare(a.row.registeredAt))[0];
}

async function namedIn(
  store: Store,
  { kernen = [], topics = [], numbers = [] }: PastAsked,
): Promise<readonly Versioned<Dossier>[]> {
  const lists = await Promise.all([
    ...kernen.map((kern) => store.list("dossier", "kern", kern)),
    ...topics.map((topic) => store.list("dossier", "topic", topic)),
    ...numbers.map((number) => store.list("dossier", "number", number)),
  ]);
  return [...new Map(lists.flat().map((found) => [found.row.id, found])).values()];
}

function byId<T extends { readonly id: string }>(
  rows: readonly Versioned<T>[],
): ReadonlyMap<string, Versioned<T>> {
  return new Map(rows.map((row) => [row.row.id, row]));
}
