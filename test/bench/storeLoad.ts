import type { Commit } from "../../storage/store.ts";
import { actOn } from "./storeDossier.ts";

/** What a load is put on: an engine of ours, or the reference beside it. */
export interface Contender {
  /** Resolves once the commit would survive a power cut. Rejects when it was not stored. */
  commit(commit: Commit): Promise<void>;
  /** What it does beside the load every so many commits: done once in each round of many callers. */
  upkeep?(): Promise<void>;
  /** Between rounds: takes the messages that wait away, and lets work in the background come to its end. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** A contender with dossiers in it, and the version that each of them has. */
export interface Filled {
  readonly contender: Contender;
  readonly versions: Uint32Array;
}

export interface Round {
  readonly perSecond: number;
  /** Milliseconds from asking to durable, one per commit. */
  readonly latencies: readonly number[];
}

const FILL_AT_ONCE = 512;

/** Puts so many dossiers into an empty contender. */
export async function fill(contender: Contender, count: number): Promise<Filled> {
  for (let from = 0; from < count; from += FILL_AT_ONCE) {
    const group = Array.from({ length: Math.min(FILL_AT_ONCE, count - from) }, (_, n) => from + n);
    await Promise.all(group.map((at) => contender.commit(actOn(at, 0))));
  }
  await contender.rest();
  return { contender, versions: new Uint32Array(count).fill(1) };
}

/** Keeps so many callers busy for so long: each acts on dossiers of its own, the next once the last is durable. */
export async function load({ contender, versions }: Filled, callers: number, ms: number): Promise<Round> {
  const latencies: number[] = [];
  const begun = performance.now();
  const work = async (caller: number): Promise<void> => {
    for (let turn = 0; performance.now() - begun < ms; turn++) {
      const at = dossierOf(caller, turn, callers, versions.length);
      const version = versions[at] ?? 0;
      const asked = performance.now();
      await contender.commit(actOn(at, version));
      latencies.push(performance.now() - asked);
      versions[at] = version + 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => work(caller)));
  return { perSecond: latencies.length / ((performance.now() - begun) / 1_000), latencies };
}

/** The dossier for a caller's turn: from all over the store, and never one of another caller. */
function dossierOf(caller: number, turn: number, callers: number, count: number): number {
  const each = Math.floor(count / callers);
  return caller + callers * ((turn * 7_919) % each);
}
