import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../storage/store.ts";
import { aroundCommit } from "../aroundCommit.ts";
import { openTown, type Town } from "../town.ts";

/** A store whose commits wait until the test lets them go, like a disk that is slow. */
class SlowStore {
  #release: (() => void) | undefined;
  #held: Promise<void> | undefined;

  hold(): void {
    this.#held = new Promise((resolve) => (this.#release = resolve));
  }

  letGo(): void {
    this.#release?.();
    this.#held = undefined;
  }

  readonly behind = (store: Store): Store =>
    aroundCommit(store, async (commit) => {
      await this.#held;
      return commit();
    });
}

const ASK = "wie gaat over hondenlosloopgebied in Veen";
const GROUP = "group.overleg-kernen";

let town: Town;
let slow: SlowStore;
beforeAll(async () => {
  slow = new SlowStore();
  town = await openTown(slow);
});
afterAll(() => town.close());

describe("a store that takes longer than Teams waits", () => {
  it("gives a calm card in time, and later the act, its messages and everybody's card", async () => {
    const sam = town.person("Sam Schets");
    const joris = town.person("Joris Proefstra", GROUP);
    await sam.asks(ASK);
    await joris.asks("@Kernwijzer hank heeft gebeld over riolering");
    await sam.presses("Klopt niet");
    const lotte = town.person("Lotte Vulling");
    slow.hold();
    // Three at once: each waits for the product's own deadline.
    await Promise.all([
      sam.presses("Voorstel versturen", { vakteam: "swa", scope: "all", remark: "hoort bij ons" }),
      joris.presses("Hank"),
      lotte.asks(ASK),
    ]);

    for (const one of [sam, joris]) {
      expect(one.sees()).toContain("Dit duurt langer dan normaal");
      expect(one.buttons()).toEqual(["Kijk of het gelukt is"]);
    }
    expect(lotte.sees()).toContain("Dit duurt langer dan normaal.");
    expect(await town.store.all("proposal")).toEqual([]);

    slow.letGo();
    await expect.poll(() => town.person("Noor Blauwdruk").messages().length).toBe(1);
    await expect.poll(() => lotte.sees()).toContain("Team: Beheer Openbare Ruimte");
    // The cards that were pressed are changed through the outbox, for whoever pressed too.
    await expect.poll(() => sam.sees()).toContain("Je voorstel is verstuurd naar Noor Blauwdruk.");
    await expect.poll(() => joris.sees()).toContain("Riolering – Hank");
    await town.running.settled();
    expect(await town.store.all("proposal")).toMatchObject([{ row: { remark: "hoort bij ons" } }]);
  });

  it("in a group, where only the presser's own card changes: the button of the calm card tells, and does it once", async () => {
    const mieke = town.person("Mieke Denkbeeld", GROUP);
    await mieke.asks("@Kernwijzer wie gaat over speelplekken in Genderen");
    await mieke.presses("Klopt niet");
    slow.hold();
    await mieke.presses("Voorstel versturen", { vakteam: "swa", scope: "all", remark: "van ons" });
    expect(mieke.buttons()).toEqual(["Kijk of het gelukt is"]);
    const button = mieke.invoke("propose", { vakteam: "swa", scope: "all", remark: "van ons" });
    slow.letGo();
    await mieke.presses("Kijk of het gelukt is");
    await town.post(button);
    expect(mieke.sees()).toContain("Je voorstel is verstuurd naar Noor Blauwdruk.");
    const proposals = (await town.store.all("proposal")).filter(({ row }) => row.topic === "speelplekken");
    expect(proposals).toMatchObject([{ row: { remark: "van ons" } }]);
  });
});
