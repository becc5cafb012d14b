import { join } from "node:path";
import { practiceChannels } from "./practice/channels.ts";
import { PRACTICE_START } from "./practice/clock.ts";
import { describeProblem } from "./registerFormat/problem.ts";
import { importInto } from "./registerFormat/importInto.ts";
import { loadRegister } from "./registry.ts";
import { readDraft } from "./registerFormat/files.ts";
import { initStoreAt, openStoreAt, type Place } from "../storage/place.ts";
import { StoreRefused } from "../storage/refused.ts";
import type { Store } from "../storage/store.ts";

/** The municipality that ships with the product. */
export const PRACTICE_MUNICIPALITY = join(import.meta.dirname, "practice/altena");

export type OpenedStore =
  | { readonly ok: true; readonly store: Store }
  /** A sentence for the person who starts the product. */
  | { readonly ok: false; readonly problem: string };

export interface OpenOptions {
  /** Whether this is the practice room, which makes and fills its own store on first start. */
  readonly seedPractice: boolean;
  /** Hears of trouble the store goes on after: a connection that broke, a damaged file that was set aside. */
  readonly tell: (error: Error) => void;
}

/**
 * Opens the store in a data folder or a database. A missing store is not an empty one: only the practice room makes its own, on
 * first start, filled with the practice municipality.
 */
export async function openStore(place: Place, options: OpenOptions): Promise<OpenedStore> {
  try {
    const store = await openOrMake(place, options);
    // Also after a first start that broke off between making the store and filling it.
    const isEmpty = options.seedPractice && (await store.all("kern")).length === 0;
    const opened: OpenedStore = isEmpty ? await fillForPractice(store) : { ok: true, store };
    if (options.seedPractice && opened.ok) await linkChannels(store);
    return opened;
  } catch (error) {
    if (error instanceof StoreRefused) return { ok: false, problem: error.message };
    throw error;
  }
}

async function openOrMake(place: Place, { seedPractice, tell }: OpenOptions): Promise<Store> {
  try {
    return await openStoreAt(place, tell);
  } catch (error) {
    if (!seedPractice || !(error instanceof StoreRefused) || error.reason !== "noStore") throw error;
    await initStoreAt(place, tell);
    return openStoreAt(place, tell);
  }
}

async function fillForPractice(store: Store): Promise<OpenedStore> {
  const draft = await readDraft(PRACTICE_MUNICIPALITY);
  const outcome = await importInto(store, draft, { replace: false, who: "kernwijzer", at: PRACTICE_START });
  if (outcome.kind === "imported") return { ok: true, store };
  await store.close();
  const why = outcome.kind === "refused" ? outcome.problems.map(describeProblem).join("\n") : outcome.kind;
  return { ok: false, problem: `The practice municipality could not be read: ${why}` };
}

/** Gives the vakteams of the practice room their channels, unless somebody did before. */
async function linkChannels(store: Store): Promise<void> {
  if ((await store.all("vakteamChannel")).length > 0) return;
  const known = new Set((await store.all("conversation")).map(({ row }) => row.id));
  const changes = practiceChannels(await loadRegister(store)).filter(
    ({ collection, id }) => collection !== "conversation" || !known.has(id),
  );
  const journal = {
    who: "kernwijzer",
    capacity: "",
    at: PRACTICE_START,
    act: "linkChannel",
    why: "practice room",
  };
  if (changes.length > 0) await store.commit({ changes, journal, outbox: [], reply: null });
}
