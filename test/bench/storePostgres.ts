import { Pool } from "pg";
import { openPostgresStore } from "../../storage/postgres/open.ts";
import type { PostgresStore } from "../../storage/postgres/store.ts";
import { startPostgres } from "../storage/postgresServer.ts";
import { commitOf, journal, message, official, write } from "../storage/sample.ts";
import { atLeast, median, quantile, type Goal, type Report } from "./report.ts";

const ROUNDS = 7;
const ROUND_MS = 700;
/** Fills a row up to about 1.5 KB of JSON, as a dossier is. */
const FILLING = "Wat bewoners zeiden, en wat ervan werd. ".repeat(35);

interface Round {
  readonly perSecond: number;
  readonly latencies: readonly number[];
}

/**
 * A whole commit (a row, its journal entry, a message and the key) on PostgreSQL, next to two references on the same
 * server: one raw statement that inserts the very same things, and a plain insert of the row alone. Rounds in turn, one
 * and 64 at a time; all wait until the server has flushed.
 */
export async function postgres(): Promise<Report> {
  const server = await startPostgres({ durable: true });
  const url = await server.database();
  const store = await openPostgresStore(url, { tell: () => undefined });
  const pool = new Pool({ connectionString: url, max: 10 });
  pool.on("error", () => undefined);
  try {
    await pool.query("create table plain (id text primary key, body text not null)");
    const figures: Record<string, number> = {};
    const goals: Goal[] = [];
    for (const callers of [1, 64]) {
      const rounds = { commit: [] as Round[], raw: [] as Round[], "row alone": [] as Round[] };
      const acts = { commit: commitOne(store), raw: insertSame(pool), "row alone": insertRow(pool) };
      for (const act of Object.values(acts)) await round(callers, act);
      for (let at = 0; at < ROUNDS; at += 1) {
        for (const name of ["commit", "raw", "row alone"] as const) {
          rounds[name].push(await round(callers, acts[name]));
        }
      }
      for (const [name, measured] of Object.entries(rounds)) {
        const latencies = measured.flatMap((one) => one.latencies);
        figures[`postgres ${name} ${callers} at once, per s`] = median(measured.map((one) => one.perSecond));
        figures[`postgres ${name} ${callers} at once, p50 ms`] = quantile(latencies, 0.5);
        figures[`postgres ${name} ${callers} at once, p99 ms`] = quantile(latencies, 0.99);
      }
      const against = (reference: readonly Round[]) =>
        median(
          rounds.commit.map(({ perSecond }, at) => perSecond / (reference[at]?.perSecond ?? Number.NaN)),
        );
      figures[`postgres commit against the row alone, ${callers} at once`] = against(rounds["row alone"]);
      const name = `PostgreSQL commit against a raw statement, ${callers} at once`;
      goals.push(atLeast(name, against(rounds.raw), 0.8));
    }
    const notes = [
      "PostgreSQL: a commit writes a row of 1.5 KB, a journal entry with the same row, the key and a message. The raw " +
        "statement inserts the same four, without judging versions or repeats. The row alone is a third of those bytes.",
    ];
    return { name: "PostgreSQL: durable commits", figures, goals, notes };
  } finally {
    await pool.end();
    await store.close();
    await server.stop();
  }
}

let count = 0;

function commitOne(store: PostgresStore): () => Promise<void> {
  return async () => {
    const id = `ours-${(count += 1)}`;
    const outcome = await store.commit(
      commitOf([write(official(id, { name: FILLING }), 0)], { key: id, outbox: [message(id, id)] }),
    );
    if (outcome.kind !== "committed") throw new Error(`the commit was ${outcome.kind}`);
  };
}

const RAW = `
with entry as (
  insert into journal (kind, key, schema, body, reply) values ('act', $1, 1, $2, 'null') returning seq
), made as (
  insert into record (collection, id, version, body) values ('official', $1, 1, $3)
)
insert into message (id, conversation, seq, place, body) select $1, $1, seq, 1, $4 from entry`;

function insertSame(pool: Pool): () => Promise<void> {
  return async () => {
    const id = `raw-${(count += 1)}`;
    const row = official(id, { name: FILLING });
    const entry = JSON.stringify({ j: journal, w: [["official", id, 1, row]], o: [id] });
    const values = [id, entry, JSON.stringify(row), JSON.stringify(message(id, id))];
    await pool.query({ name: "raw", text: RAW, values });
  };
}

function insertRow(pool: Pool): () => Promise<void> {
  return async () => {
    const id = `plain-${(count += 1)}`;
    const body = JSON.stringify(official(id, { name: FILLING }));
    await pool.query({
      name: "plain",
      text: "insert into plain (id, body) values ($1, $2)",
      values: [id, body],
    });
  };
}

async function round(callers: number, act: () => Promise<void>): Promise<Round> {
  const latencies: number[] = [];
  const begun = performance.now();
  const call = async (): Promise<void> => {
    for (let at = performance.now(); at - begun < ROUND_MS; at = performance.now()) {
      await act();
      latencies.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  return { perSecond: latencies.length / ((performance.now() - begun) / 1000), latencies };
}
