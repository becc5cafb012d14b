import { join } from "node:path";
import { practiceChannels } from "./practice/channels.ts";
import { practiceDossiers } from "./practice/dossiers.ts";
import { seedKernbudget } from "./practice/kernbudget.ts";
import { PRACTICE_START } from "./practice/clock.ts";
import { describeProblem } from "./registerFormat/problem.ts";
import { importInto } from "./registerFormat/importInto.ts";
import { loadRegister } from "./registry.ts";
import { readDraft } from "./registerFormat/files.ts";
import { initStoreAt, openStoreAt, type Place } from "../storage/place.ts";
import { StoreRefused } from "../storage/refused.ts";
import type { CommitOutcome, Store } from "../storage/store.ts";

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
    const problem = options.seedPractice ? await fillForPractice(store) : undefined;
    if (problem === undefined) return { ok: true, store };
    await store.close();
    return { ok: false, problem };
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
    const made = await initStoreAt(place, tell).catch((refused: unknown) => {
      if (refused instanceof StoreRefused && refused.reason === "notEmpty") return refused;
      throw refused;
    });
    return openStoreAt(place, tell).catch((again: unknown) => {
      // Another room may have made it in between; otherwise something else is there.
      const isOther = made !== undefined && again instanceof StoreRefused && again.reason === "noStore";
      throw isOther ? made : again;
    });
  }
}

/** Tries to fill a store: another room that fills the same database at this moment is waited for. */
const TRIES = 5;

/** Puts the practice municipality there, unless somebody did before. Answers what stands in the way. */
async function fillForPractice(store: Store): Promise<string | undefined> {
  let why = "";
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const outcome = await fill(store);
    if (outcome === "filled") return undefined;
    why = outcome.why;
    if (outcome.kind === "refused") break;
  }
  return `The practice municipality could not be read: ${why}`;
}

type Filled = "filled" | { readonly kind: "refused" | "held up"; readonly why: string };

async function fill(store: Store): Promise<Filled> {
  if ((await store.all("kern")).length === 0) {
    const draft = await readDraft(PRACTICE_MUNICIPALITY);
    const outcome = await importInto(store, draft, { replace: false, who: "kernwijzer", at: PRACTICE_START });
    if (outcome.kind === "refused")
      return { kind: "refused", why: outcome.problems.map(describeProblem).join("\n") };
    if (outcome.kind !== "imported") return heldUp(outcome);
  }
  const linked = await linkChannels(store);
  if (linked !== undefined && linked.kind !== "committed") return heldUp(linked);
  const given = await giveWork(store);
  if (given !== undefined && given.kind !== "committed") return heldUp(given);
  const seeded = await seedKernbudget(store);
  const isSeeded = seeded === undefined || seeded.kind === "committed" || seeded.kind === "replayed";
  return isSeeded ? "filled" : heldUp(seeded);
}

function heldUp(outcome: { readonly kind: string; readonly why?: string }): Filled {
  return { kind: "held up", why: outcome.why ?? outcome.kind };
}

/** Gives the vakteams of the practice room work in hand, unless somebody did before. */
async function giveWork(store: Store): Promise<CommitOutcome | undefined> {
  if ((await store.all("numbering")).length > 0) return undefined;
  const changes = practiceDossiers(await loadRegister(store));
  const journal = {
    who: "kernwijzer",
    capacity: "",
    at: PRACTICE_START,
    act: "import",
    why: "practice room",
  };
  return store.commit({ changes, journal, outbox: [], reply: null });
}

/** Gives the vakteams of the practice room their channels, unless somebody did before. */
async function linkChannels(store: Store): Promise<CommitOutcome | undefined> {
  if ((await store.all("vakteamChannel")).length > 0) return undefined;
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
  return changes.length === 0 ? undefined : store.commit({ changes, journal, outbox: [], reply: null });
}
