import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import type { Change, Commit } from "../../storage/store.ts";
import type { Contender } from "./storeLoad.ts";

/** What is used of SQLite's drivers. */
interface Database {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  close(): unknown;
}
interface Statement {
  run(...values: readonly (string | number | null)[]): unknown;
  get(...values: readonly string[]): unknown;
}
interface Waiting {
  readonly commit: Commit;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const HOME = join(import.meta.dirname, "sqlite");
const TABLES = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  create table row (collection text, id text, version integer, json text, open text, primary key (collection, id));
  create index open_row on row (collection, open) where open is not null;
  create table journal (lsn integer primary key, json text);
  create table reply (key text primary key, at text, json text);
  create table outbox (id text primary key, conversation text, json text);`;

/**
 * SQLite (WAL, synchronous=FULL) as a store of the same things: row with its index, journal line with the row before
 * and after, key with its reply, message. All commits that wait share one transaction.
 */
export function sqliteContender(path: string, { Sqlite }: SqliteDriver): Contender {
  const database = new Sqlite(path);
  database.exec(TABLES);
  const store = writer(database);
  let waiting: Waiting[] = [];
  const flush = (): void => {
    const group = waiting;
    waiting = [];
    try {
      database.exec("begin immediate");
      for (const { commit } of group) store(commit);
      database.exec("commit");
      for (const { done } of group) done();
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
  };
  return {
    commit: (commit) =>
      new Promise((done, failed) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ commit, done, failed });
      }),
    async rest() {
      database.exec("delete from outbox");
      database.exec("pragma wal_checkpoint(truncate)");
    },
    async close() {
      database.close();
    },
  };
}

/** The reference's driver, and what it is called. */
export interface SqliteDriver {
  readonly name: string;
  readonly Sqlite: new (path: string) => Database;
}

/**
 * better-sqlite3, installed at first use and apart from the project: with npm 10 its install wants a compiler. No
 * script runs here, the package has its binaries in it. Where it cannot be had, Node's own SQLite takes its place.
 */
export async function sqliteDriver(): Promise<SqliteDriver> {
  const from = createRequire(join(HOME, "package.json"));
  try {
    await access(join(HOME, "node_modules/better-sqlite3"));
  } catch {
    const env = { PATH: process.env["PATH"], HOME: process.env["HOME"] };
    await promisify(execFile)("npm", ["ci", "--ignore-scripts"], { cwd: HOME, env }).catch(() => undefined);
  }
  try {
    return { name: "better-sqlite3", Sqlite: from("better-sqlite3") as SqliteDriver["Sqlite"] };
  } catch {
    return { name: "node:sqlite, as better-sqlite3 could not be installed", Sqlite: DatabaseSync };
  }
}

/** Writes one commit within a transaction. Throws when a row has another version or the key was used. */
function writer(database: Database): (commit: Commit) => void {
  const read = database.prepare("select version, json from row where collection = ? and id = ?");
  const insert = database.prepare(
    "insert into row (version, json, open, collection, id) values (?, ?, ?, ?, ?)",
  );
  const update = database.prepare(
    "update row set version = ?, json = ?, open = ? where collection = ? and id = ?",
  );
  const journal = database.prepare("insert into journal (json) values (?)");
  const reply = database.prepare("insert into reply (key, at, json) values (?, ?, ?)");
  const outbox = database.prepare("insert into outbox (id, conversation, json) values (?, ?, ?)");
  const change = ({ collection, id, expect, row }: Change): string => {
    const before = read.get(collection, id) as { version: number; json: string } | undefined;
    if ((before?.version ?? 0) !== expect) throw new Error(`${id} has another version`);
    const json = JSON.stringify(row);
    const open = row !== null && "topic" in row ? (row.topic ?? null) : null;
    (before === undefined ? insert : update).run(expect + 1, json, open, collection, id);
    return `["${collection}","${id}",${expect + 1},${json},${before?.json ?? "null"}]`;
  };
  return (commit) => {
    const written = commit.changes.map(change).join();
    journal.run(`{"j":${JSON.stringify(commit.journal)},"w":[${written}]}`);
    reply.run(commit.key ?? "", commit.journal.at, JSON.stringify(commit.reply));
    for (const message of commit.outbox) {
      outbox.run(message.id, message.conversation, JSON.stringify(message));
    }
  };
}
