import { dayOf, type Instant } from "../domain/calendar.ts";
import { readSettings } from "../settings.ts";
import type { Place } from "../../storage/place.ts";
import { packageCheck } from "./appPackage.ts";
import type { Check } from "./check.ts";
import { diskCheck, nodeCheck } from "./machine.ts";
import { outside, type OutsideParts } from "./outside.ts";
import { registerCheck } from "./register.ts";
import { settingsCheck } from "./settings.ts";
import { storeCheck } from "./store.ts";

export interface DoctorParts extends OutsideParts {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Node's own version: "24.21.0". */
  readonly nodeVersion: string;
  /** Where the store is. */
  readonly place: Place;
  /** Bytes free in a folder; undefined when it cannot be told. */
  readonly freeIn: (folder: string) => Promise<number | undefined>;
  /** What time it is for the municipality there. */
  readonly clock: () => Instant;
}

/** Looks at everything the product needs, whether it runs or not, and changes nothing. */
export async function examine(parts: DoctorParts): Promise<readonly Check[]> {
  const { env, nodeVersion, place, freeIn, clock } = parts;
  const read = readSettings(env);
  const isPractice = read.ok && read.settings.registration === undefined;
  const { checks, register } = await storeCheck(place, isPractice);
  const free = await freeIn(place);
  return [
    nodeCheck(nodeVersion),
    ...settingsCheck(read, env),
    ...checks,
    ...(free === undefined ? [] : [diskCheck(place, free)]),
    ...(register ? registerCheck(register, dayOf(clock())) : []),
    ...(read.ok ? await outside(read.settings, parts) : []),
    ...(read.ok ? await packageCheck(read.settings, register) : []),
  ];
}
