import type { Register } from "../domain/register.ts";
import { loadRegister } from "../registry.ts";
import { inspectFolder } from "../../storage/lowdb/inspect.ts";
import { isDatabase, openReaderAt, placeName, type Place } from "../../storage/place.ts";
import { StoreRefused } from "../../storage/refused.ts";
import { note, ok, wrong, type Check } from "./check.ts";

/** How the store is, and the register in it when it can be read. */
export interface StoreFound {
  readonly checks: readonly Check[];
  readonly register?: Register;
}

/** Looks at the store without changing anything in it, also while the product runs. */
export async function storeCheck(place: Place, isPractice: boolean): Promise<StoreFound> {
  try {
    const checks = isDatabase(place) ? [] : await folderChecks(place);
    const reader = await openReaderAt(place, () => undefined);
    try {
      const register = await loadRegister(reader);
      if (isDatabase(place)) checks.push(ok("store", `${placeName(place)} answers and holds a store`));
      const undelivered = (await reader.deadMessages()).length;
      if (undelivered > 0) {
        checks.push(
          note("outbox", `messages given up on: ${undelivered}. "kernwijzer outbox" tells for whom.`),
        );
      }
      return { checks, register };
    } finally {
      await reader.close();
    }
  } catch (error) {
    if (!(error instanceof StoreRefused)) throw error;
    if (isPractice && error.reason === "noStore") {
      return {
        checks: [ok("store", `none in ${place} yet; the practice room makes its own at the first start`)],
      };
    }
    return { checks: [wrong("store", error.message)] };
  }
}

async function folderChecks(folder: string): Promise<Check[]> {
  const { frames, inUse, damaged } = await inspectFolder(folder);
  const state = inUse ? "in use by the product" : "not in use";
  return [
    ok("store", `${folder} holds ${frames} journal entries; ${state}`),
    ...damaged.map(({ why }) =>
      note("store", `${why}. The journal holds the same; make a backup and run kernwijzer verify.`),
    ),
  ];
}
