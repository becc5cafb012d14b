import { afterEach, beforeEach, expect, it } from "vitest";
import { makeLog } from "../bot/log.ts";
import { startOutbox, type Messenger } from "../bot/outbox.ts";
import { freshEmbedded, type FreshEmbedded } from "./storage/embeddedStore.ts";
import { commitOf, message, NOON } from "./storage/sample.ts";

let fresh: FreshEmbedded;
beforeEach(async () => {
  fresh = await freshEmbedded();
});
afterEach(() => fresh.remove());

it("a message that cannot be made is given up, and the next one of the conversation still goes", async () => {
  const { store } = fresh;
  const delivered: string[] = [];
  const messenger: Messenger = {
    async deliver({ id }) {
      if (id === "broken") throw new Error("the topic has left the register");
      delivered.push(id);
      return { kind: "sent", activityId: id };
    },
  };
  await store.commit(commitOf([], { outbox: [message("broken", "c"), message("next", "c")] }));
  const log = makeLog("silent");
  const outbox = startOutbox({ store, messenger, clock: () => NOON, log, owner: "test" });
  await outbox.settled();
  await outbox.stop();
  expect(delivered).toEqual(["next"]);
  expect((await store.deadMessages()).map(({ id }) => id)).toEqual(["broken"]);
});
