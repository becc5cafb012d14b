import { afterAll, beforeAll, expect, it } from "vitest";
import { openTown, type Town } from "../town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

it("a remark with a resident's phone number is refused, and neither kept nor repeated", async () => {
  const sam = town.person("Sam Schets");
  await sam.asks("wie gaat over hondenlosloopgebied in Veen");
  await sam.presses("Klopt niet");
  await sam.presses("Voorstel versturen", {
    vakteam: "swa",
    scope: "all",
    remark: "bel mevrouw op 06-12345678",
  });
  expect(sam.told()).toContain("Dat bewaar ik niet.");
  expect(await town.store.all("proposal")).toEqual([]);

  await sam.presses("Voorstel versturen", { vakteam: "swa", scope: "all", remark: "hoort bij ons" });
  const noor = town.person("Noor Blauwdruk");
  await noor.presses("Niet akkoord", { reason: "haar bsn is 111222333" });
  expect(noor.told()).toContain("Dat bewaar ik niet.");
  const kept = JSON.stringify([await town.store.all("proposal"), await town.store.deadMessages()]);
  expect(kept).not.toMatch(/12345678|111222333/);
  expect(await town.store.all("proposal")).toMatchObject([{ row: { status: "open" } }]);
});
