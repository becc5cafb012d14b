import { parse } from "csv-parse/sync";
import { addDays, isDay, type Day } from "../../bot/domain/calendar.ts";
import { WEIGHTS, type Weight } from "../../bot/domain/dossier/dossier.ts";
import type { KernId } from "../../bot/domain/kern.ts";
import type { Reader } from "../../bot/domain/language/reading.ts";
import type { Register } from "../../bot/domain/register.ts";
import type { TopicId } from "../../bot/domain/topic.ts";
import { isWorkingDay } from "../../bot/domain/workingDays.ts";
import { ASSUMPTIONS } from "./balanceAssumptions.ts";

/** Something that comes up in a kern on a day. */
export interface Arrival {
  readonly day: Day;
  readonly kern: KernId;
  readonly topic: TopicId;
  readonly weight: Weight;
}

/** A file of arrivals cannot be used; the message names line and column. */
export class ArrivalsRefused extends Error {
  override readonly name = "ArrivalsRefused";
}

/** Reads `date,kern,topic,weight`. A topic is an id, a name, or words that are looked for as a colleague's would be. */
export function readArrivals(csv: string, register: Register, reader: Reader): readonly Arrival[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true, skip_empty_lines: true, trim: true });
  const byName = new Map([...register.topics.values()].map(({ id, name }) => [name.toLowerCase(), id]));
  return rows
    .map((row, index): Arrival => {
      const at = (column: string): string => {
        const value = row[column];
        if (value === undefined || value === "")
          throw new ArrivalsRefused(`line ${index + 2}, column ${column}: is missing`);
        return value;
      };
      const refuse = (column: string, why: string): never => {
        throw new ArrivalsRefused(`line ${index + 2}, column ${column}: ${why}`);
      };
      const day = isDay(at("date"))
        ? at("date")
        : refuse("date", `"${at("date")}" is not a day as YYYY-MM-DD`);
      const [kern] = register.kernen.has(at("kern")) ? [at("kern")] : reader.readKern(at("kern"));
      const words = at("topic");
      const topic = register.topics.has(words)
        ? words
        : (byName.get(words.toLowerCase()) ?? reader.read(words).topics[0]?.topic);
      const weight = at("weight");
      return {
        day,
        kern: kern ?? refuse("kern", `there is no kern "${at("kern")}"`),
        topic: topic ?? refuse("topic", `nothing in the catalogue fits "${words}"`),
        weight: isWeight(weight) ? weight : refuse("weight", `"${weight}" is not small, middle or large`),
      };
    })
    .toSorted((a, b) => a.day.localeCompare(b.day));
}

function isWeight(text: string): text is Weight {
  return text in WEIGHTS;
}

/** How busy one kern is beside another. */
export type Shape = "byInhabitants" | "even" | "oneBusy";

/** A year of arrivals: every working day some, more by season, and a burst after each dorpsavond. */
export function makeArrivals(
  register: Register,
  chance: () => number,
  shape: Shape,
  from: Day,
): readonly Arrival[] {
  const kernen = [...register.kernen.values()].toSorted((a, b) => a.id.localeCompare(b.id));
  const known = kernen.flatMap(({ inhabitants }) => inhabitants?.count ?? []).toSorted((a, b) => a - b);
  const middle = known[Math.floor(known.length / 2)] ?? 1;
  const sizes = kernen.map(({ inhabitants }, index) => {
    if (shape === "even") return 1;
    if (shape === "oneBusy") return index === 0 ? kernen.length : 1;
    return inhabitants?.count ?? middle;
  });
  const owned = new Set([...register.ownership.values()].map(({ topic }) => topic));
  const topics = [...register.topics.values()]
    .filter(({ id, elsewhere }) => elsewhere === undefined && owned.has(id))
    .map(({ id }) => id)
    .toSorted();
  // Some subjects come up all the time, most hardly ever.
  const popularity = topics.map(() => 1 / (0.02 + chance()));
  const one = (day: Day, kern: KernId): Arrival => ({
    day,
    kern,
    topic: pick(topics, popularity, chance()),
    weight: pick(["small", "middle", "large"], Object.values(ASSUMPTIONS.weights), chance()),
  });
  const arrivals: Arrival[] = [];
  for (let count = 0; count < 365; count += 1) {
    const day = addDays(from, count);
    const season = 1 + 0.25 * Math.sin(((count - 60) / 365) * 2 * Math.PI);
    const today = isWorkingDay(day) ? poisson(ASSUMPTIONS.itemsPerDay * season, chance) : 0;
    for (let item = 0; item < today; item += 1) arrivals.push(one(day, pick(kernen, sizes, chance()).id));
    for (const { id } of kernen) {
      if (!isWorkingDay(day) || chance() > ASSUMPTIONS.eveningsPerKern / 250) continue;
      for (let item = 0; item < ASSUMPTIONS.burst; item += 1) arrivals.push(one(day, id));
    }
  }
  return arrivals;
}

function pick<T>(values: readonly T[], weights: readonly number[], chance: number): T {
  let left = chance * weights.reduce((total, weight) => total + weight, 0);
  for (const [index, value] of values.entries()) {
    left -= weights[index] ?? 0;
    if (left < 0) return value;
  }
  const last = values.at(-1);
  if (last === undefined) throw new Error("there is nothing to choose from");
  return last;
}

/** How many come when this many are expected (Knuth). */
function poisson(expected: number, chance: () => number): number {
  const limit = Math.exp(-expected);
  let count = 0;
  for (let product = chance(); product > limit; product *= chance()) count += 1;
  return count;
}

/** Chance that is the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
