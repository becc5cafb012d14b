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

it("the product on PostgreSQL: lets somebody in who was not in the register", async () => {
  const sam = await town.store.get("official", "sam-schets");
  const keeper = (await town.store.all("role")).find(({ row }) => row.role === "functioneel beheer")?.row;
  const beheer = keeper && (await town.store.get("official", keeper.official))?.row.name;
  if (!sam || beheer === undefined) throw new Error("the practice municipality lost Sam or its beheer");
  const { entraId: _unlinked, ...row } = sam.row;
  const journal = { who: "test", capacity: "", at: "2026-04-14T07:00:00.000Z", act: "test", why: "test" };
  const changes = [{ collection: "official", id: row.id, expect: sam.version, row }] as const;
  expect(await town.store.commit({ changes, journal, outbox: [], reply: null })).toEqual({
    kind: "committed",
  });
  const stranger = town.person("Sam Schets");
  await stranger.asks("help");
  await stranger.presses("Vraag toegang");
  await town.person(beheer).presses("Koppelen", { official: "sam-schets" });
  expect(stranger.sees()).toContain("Je staat nu in de lijst als Sam Schets");
  expect((await town.store.get("official", "sam-schets"))?.row.entraId).toBe(sam.row.entraId);
});
