import { afterAll, beforeAll } from "vitest";
import { conformance } from "./conformance.ts";
import { histories } from "./histories.ts";
import { freshPostgres, startPostgres, type PostgresServer } from "./postgresServer.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

conformance("PostgreSQL", () => freshPostgres(server));
histories("PostgreSQL", () => freshPostgres(server), 20);
