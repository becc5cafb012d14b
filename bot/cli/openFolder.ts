import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Instant } from "../domain/calendar.ts";
import type { Register } from "../domain/register.ts";
import { PRACTICE_MUNICIPALITY } from "../openStore.ts";
import { PRACTICE_START, practiceClock } from "../practice/clock.ts";
import { readRegister } from "../registerFormat/files.ts";
import { describeProblem } from "../registerFormat/problem.ts";
import { loadRegister } from "../registry.ts";
import { isDatabase, openReaderAt, placeName, type Place } from "../../storage/place.ts";
import { StoreRefused } from "../../storage/refused.ts";
import { print, type Io } from "./command.ts";

/** A register and the moment it is there. */
export interface RegisterNow {
  readonly register: Register;
  readonly at: Instant;
}

/** Where the store is that a command works on: `--data`, else the environment, else `./data`. */
export function storePlace(option: string | undefined, io: Io): Place {
  return option ?? io.env["DATABASE_URL"] ?? io.env["KERNWIJZER_DATA"] ?? "./data";
}

/** The data folder a command works on that knows folders only; undefined, with a sentence, for a database. */
export function dataFolder(option: string | undefined, io: Io): string | undefined {
  const place = storePlace(option, io);
  if (!isDatabase(place)) return place;
  print(
    io.stderr,
    "This works on a data folder. A database is copied and restored by its own tools; see docs/store.md.",
  );
  return undefined;
}

/** For commands: a connection that breaks while nobody waits for it makes the next question fail, and that is told. */
export const untold = (): void => undefined;

/** Does something with a store; what the engine refuses is printed and comes back as undefined. */
export async function unlessRefused<T>(io: Io, act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof StoreRefused)) throw error;
    print(io.stderr, error.message);
    return undefined;
  }
}

/**
 * The register in a store; when there is no store in it, the practice municipality, and says so. Undefined
 * when the store does not open: why was printed.
 */
export async function readRegisterAt(place: Place, io: Io): Promise<RegisterNow | undefined> {
  return unlessRefused(io, async () => {
    try {
      const store = await openReaderAt(place, untold);
      const register = await loadRegister(store);
      await store.close();
      return { register, at: (await clockOf(place, io))() };
    } catch (error) {
      if (!(error instanceof StoreRefused) || error.reason !== "noStore") throw error;
    }
    print(io.stderr, `There is no store in ${placeName(place)}: this is the practice municipality.`);
    return { register: await practiceRegister(), at: PRACTICE_START };
  });
}

/** What time it is for the municipality there: a practice municipality in a folder has its own. */
export async function clockOf(folder: Place, io: Io): Promise<() => Instant> {
  const isPractice = await access(join(folder, "practice-clock.json")).then(
    () => true,
    () => false,
  );
  if (!isPractice) return io.clock;
  return (await practiceClock(folder, () => Date.parse(io.clock()))).now;
}

async function practiceRegister(): Promise<Register> {
  const result = await readRegister(PRACTICE_MUNICIPALITY);
  if (result.kind === "accepted") return result.register;
  throw new Error(`the practice municipality is broken:\n${result.problems.map(describeProblem).join("\n")}`);
}
