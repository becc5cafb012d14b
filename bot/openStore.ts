import { join } from "node:path";
import { PRACTICE_START } from "./practice/clock.ts";
import { describeProblem } from "./registerFormat/problem.ts";
import { importInto } from "./registerFormat/importInto.ts";
import { readDraft } from "./registerFormat/files.ts";
import { initEmbeddedStore, openEmbeddedStore } from "../storage/lowdb/open.ts";
import { StoreRefused } from "../storage/lowdb/refused.ts";
import type { Store } from "../storage/store.ts";

/** The municipality that ships with the product. */
export const PRACTICE_MUNICIPALITY = join(import.meta.dirname, "practice/altena");

export type OpenedStore =
  | { readonly ok: true; readonly store: Store }
  /** A sentence for the person who starts the product. */
  | { readonly ok: false; readonly problem: string };

/**
 * Opens the store in a data folder. A missing store is not an empty one: only the practice room makes its own, on
 * first start, filled with the practice municipality.
 */
export async function openStore(
  folder: string,
  options: { readonly seedPractice: boolean },
): Promise<OpenedStore> {
  try {
    const store = await openOrMake(folder, options.seedPractice);
    // Also after a first start that broke off between making the store and filling it.
    const isEmpty = options.seedPractice && (await store.all("kern")).length === 0;
    return isEmpty ? await fillForPractice(store) : { ok: true, store };
  } catch (error) {
    if (error instanceof StoreRefused) return { ok: false, problem: error.message };
    throw error;
  }
}

async function openOrMake(folder: string, mayMake: boolean): Promise<Store> {
  try {
    return await openEmbeddedStore(folder);
  } catch (error) {
    if (!mayMake || !(error instanceof StoreRefused) || error.reason !== "noStore") throw error;
    await initEmbeddedStore(folder);
    return openEmbeddedStore(folder);
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
