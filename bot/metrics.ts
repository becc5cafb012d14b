import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";

/** What is counted. Labels are closed vocabularies: nothing personal, nothing that grows. */
export interface Metrics {
  /** Something somebody did, and how long its answer took, in milliseconds. */
  act(kind: string, ms: number): void;
  commit(outcome: string): void;
  /** How a send ended. */
  send(outcome: string): void;
  /** Why a request was not let in. */
  refused(why: string): void;
}

/** Counts nothing, where nobody looks. */
export const UNMEASURED: Metrics = {
  act: () => undefined,
  commit: () => undefined,
  send: () => undefined,
  refused: () => undefined,
};

export interface PublishedMetrics extends Metrics {
  readonly contentType: string;
  /** Everything counted so far, as Prometheus reads it. */
  text(): Promise<string>;
}

/** In seconds, around what a person waits for: Teams gives up after some ten. */
const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 10];

export function makeMetrics(): PublishedMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const acts = new Histogram({
    name: "kernwijzer_act_seconds",
    help: "Time until an act was answered, by kind of act",
    labelNames: ["kind"],
    buckets: SECONDS,
    registers,
  });
  const counter = (name: string, help: string, label: string) =>
    new Counter({ name: `kernwijzer_${name}_total`, help, labelNames: [label], registers });
  const commits = counter("commits", "Commits, by outcome", "outcome");
  const sends = counter("sends", "Tries to deliver a message, by how they ended", "outcome");
  const refusals = counter("requests_refused", "Requests that were not let in, by reason", "reason");
  return {
    act: (kind, ms) => acts.observe({ kind }, ms / 1000),
    commit: (outcome) => commits.inc({ outcome }),
    send: (outcome) => sends.inc({ outcome }),
    refused: (reason) => refusals.inc({ reason }),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
