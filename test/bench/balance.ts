import { readFile } from "node:fs/promises";
import { readArrivals, makeArrivals, seeded, type Arrival } from "./balanceArrivals.ts";
import { ASSUMPTIONS } from "./balanceAssumptions.ts";
import { figuresOf, type Year } from "./balanceFigures.ts";
import { kernwijzerYear } from "./balanceKernwijzer.ts";
import { leastLoad, roundRobin, toKnownPerson, yearOf } from "./balancePolicies.ts";
import { atLeast, type Goal, type Report } from "./report.ts";
import { practiceRegister } from "../domain/language/practiceRegister.ts";
import { makeReader } from "../../bot/domain/language/reader.ts";
import { loadWords } from "../../bot/words.ts";

const FROM = "2026-01-05";
const SEED = 2026;

export interface BalanceOptions {
  /** A file with `date,kern,topic,weight`; without one a year is made up. */
  readonly arrivals?: string | undefined;
}

/** A year of arrivals under four policies, next to what happens today: everything forwarded to somebody. */
export async function run({ arrivals: file }: BalanceOptions = {}): Promise<Report> {
  const register = practiceRegister();
  const arrivals =
    file === undefined
      ? makeArrivals(register, seeded(SEED), "byInhabitants", FROM)
      : readArrivals(await readFile(file, "utf8"), register, makeReader(register, loadWords()));
  const { wrongFromMemory, wrongInRegister, limit } = ASSUMPTIONS;
  const years: Readonly<Record<string, Year>> = {
    "forward everything": yearOf(register, arrivals, seeded(SEED), toKnownPerson, wrongFromMemory),
    "round robin": yearOf(register, arrivals, seeded(SEED), roundRobin, wrongInRegister),
    "least load": yearOf(register, arrivals, seeded(SEED), leastLoad, wrongInRegister),
    Kernwijzer: await kernwijzerYear(arrivals, seeded(SEED)),
  };
  const figures = Object.assign(
    {},
    ...Object.entries(years).map(([policy, year]) => figuresOf(policy, year, limit)),
  ) as Report["figures"];
  return {
    name: `balance: a year of ${arrivals.length} items from the kernen${file === undefined ? "" : `, from ${file}`}`,
    figures,
    notes: [assumptions(), sources(arrivals)],
    goals: goalsOf(figures),
  };
}

function goalsOf(figures: Report["figures"]): readonly Goal[] {
  const of = (policy: string, figure: string) => figures[`${policy}: ${figure}`] ?? Number.NaN;
  const over = (policy: string) => of(policy, "team-weeks over the limit");
  const median = (policy: string) => of(policy, "median working days to answer");
  const messages = of("Kernwijzer", "unrequested messages per official per day, p95");
  return [
    atLeast(
      "team-weeks over the limit, fewer than when everything is forwarded (share)",
      1 - over("Kernwijzer") / Math.max(1, over("forward everything")),
      0.9,
    ),
    {
      name: "unrequested messages per official per day, p95",
      value: messages,
      goal: "<= 4",
      ok: messages <= 4,
    },
    {
      name: "median working days to answer, minus that when everything is forwarded",
      value: median("Kernwijzer") - median("forward everything"),
      goal: "<= 0",
      ok: median("Kernwijzer") <= median("forward everything"),
    },
  ];
}

function assumptions(): string {
  return `Assumptions, the same for every policy (test/bench/balanceAssumptions.ts): ${JSON.stringify(ASSUMPTIONS)}`;
}

function sources(arrivals: readonly Arrival[]): string {
  const kernen = new Set(arrivals.map(({ kern }) => kern)).size;
  const topics = new Set(arrivals.map(({ topic }) => topic)).size;
  return `Arrivals: ${kernen} kernen, ${topics} subjects. Only Kernwijzer asks whether an earlier answer, the regular door or the village will do; the others send everything on. Kernwijzer runs through its own line (bot/handle.ts) and the embedded store, on a clock of its own.`;
}
