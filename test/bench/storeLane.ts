import { median, quantile } from "./report.ts";
import { fill, load, type Contender, type Filled, type Round } from "./storeLoad.ts";

export const ROUNDS = 5;
/** Callers at once, beside the rounds with one. */
export const MANY = 64;
const MANY_MS = 2_000;
const ONE_MS = 1_000;

/** One contender of one size, and its rounds so far. */
export interface Lane {
  readonly name: string;
  readonly filled: Filled;
  readonly many: Round[];
  readonly one: Round[];
}

export async function newLane(name: string, contender: Contender, dossiers: number): Promise<Lane> {
  return { name, filled: await fill(contender, dossiers), many: [], one: [] };
}

/** Plays every lane in turn, again and again, each time in the other order: what disturbs one disturbs its neighbours. */
export async function playRounds(lanes: readonly Lane[]): Promise<void> {
  for (let at = 0; at < ROUNDS; at++) {
    const order = at % 2 === 0 ? lanes : lanes.toReversed();
    for (const { filled, many } of order) {
      const upkeep = filled.contender.upkeep?.();
      many.push(await load(filled, MANY, MANY_MS));
      await upkeep;
      await filled.contender.rest();
    }
    for (const { filled, one } of order) {
      one.push(await load(filled, 1, ONE_MS));
      await filled.contender.rest();
    }
  }
}

/** How the first does against the second with many callers: the median over the rounds. */
export function ratioOf({ many }: Lane, other: Lane): number {
  return median(many.map(({ perSecond }, at) => perSecond / (other.many[at]?.perSecond ?? Number.NaN)));
}

export function figuresOfLane({ name, many, one }: Lane): Readonly<Record<string, number>> {
  return { ...figuresOf(`${name}, 1 at a time`, one), ...figuresOf(`${name}, ${MANY} at once`, many) };
}

function figuresOf(name: string, rounds: readonly Round[]): Readonly<Record<string, number>> {
  const latencies = rounds.flatMap((round) => round.latencies);
  return {
    [`${name}: commits/s`]: median(rounds.map(({ perSecond }) => perSecond)),
    [`${name}: p50 ms`]: quantile(latencies, 0.5),
    [`${name}: p99 ms`]: quantile(latencies, 0.99),
  };
}
