import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openEmbeddedStore } from "../../storage/lowdb/open.ts";
import { openTown, practiceStore, type Town, type TownPerson } from "../town.ts";
import { diskWith, type DiskStep } from "./storeDisks.ts";

/** What the disk does with the next steps. */
let before: (step: DiskStep) => Promise<void> | void = () => undefined;
let town: Town;
let sam: TownPerson;
beforeEach(async () => {
  before = () => undefined;
  town = await openTown({
    async openIn(folder) {
      await (await practiceStore(folder)).close();
      return openEmbeddedStore(folder, { disk: diskWith((step) => before(step)) });
    },
  });
  sam = town.person("Sam Schets");
});
afterEach(() => town.close());

/** Holds the journal's next flush up until `letGo`; `reached` resolves when it has begun. */
function holdFlush() {
  const gate = Promise.withResolvers<undefined>();
  const begun = Promise.withResolvers<undefined>();
  before = async ({ kind, path }) => {
    if (kind !== "sync" || !path.includes("journal-")) return;
    begun.resolve(undefined);
    await gate.promise;
  };
  return { reached: begun.promise, letGo: () => gate.resolve(undefined) };
}

/** Lets everything happen that does not wait for the disk: whole requests go there and back, one after another. */
async function timeForRequests(): Promise<void> {
  for (let at = 0; at < 5; at++) {
    const answer = await fetch(`${town.origin}/health/live`);
    expect(answer.status).toBe(200);
  }
}

describe("while what somebody did is not on disk yet", () => {
  it("no message goes out about it, and the request is not answered", async () => {
    const { reached, letGo } = holdFlush();
    let answered = false;
    const asking = sam.asks("wie gaat over hondenlosloopgebied in Veen").then(() => (answered = true));
    await reached;
    await timeForRequests();
    expect(sam.messages()).toEqual([]);
    expect(answered).toBe(false);
    letGo();
    await asking;
    expect(sam.sees()).toContain("Team:");
  });

  it("no press is answered, and no screen shows what it changed", async () => {
    await sam.asks("hank heeft gebeld over riool");
    await sam.presses("Andere kern");
    const shown = sam.sees();
    const { reached, letGo } = holdFlush();
    let answered = false;
    const pressing = sam.presses("Kies", { kern: "veen" }).then(() => (answered = true));
    await reached;
    await timeForRequests();
    expect(sam.sees()).toBe(shown);
    expect(answered).toBe(false);
    letGo();
    await pressing;
    expect(sam.sees()).toContain("– Veen");
  });
});
