import { afterAll, beforeAll, expect, it } from "vitest";
import { startPostgres, type PostgresServer } from "../storage/postgresServer.ts";
import { openTown, practiceStore, type Town } from "../town.ts";

let server: PostgresServer;
let town: Town;
beforeAll(async () => {
  server = await startPostgres();
  const database = await server.database("nothing");
  town = await openTown({ openIn: () => practiceStore(database) });
});
afterAll(async () => {
  await town.close();
  await server.stop();
});

it("the product on PostgreSQL: fills the practice store, answers, and changes an owner by proposal", async () => {
  const sam = town.person("Sam Schets");
  await sam.asks("wie gaat over hondenlosloopgebied in Veen");
  expect(sam.sees()).toContain("Team: Beheer Openbare Ruimte");
  await sam.presses("Klopt niet");
  await sam.presses("Voorstel versturen", { vakteam: "swa", scope: "all", remark: "hoort bij ons" });
  await town.person("Noor Blauwdruk").presses("Akkoord");
  expect(sam.messages()).toHaveLength(2);
  const lotte = town.person("Lotte Vulling");
  await lotte.asks("wie gaat over hondenlosloopgebied in Veen");
  expect(lotte.sees()).toContain("Team: Sport, Welzijn en Accommodaties");
  await town.now("2026-04-30T07:31:00.000Z");
  expect(await town.store.all("timer")).toEqual([]);
});
