import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openStoreAt } from "../../storage/place.ts";
import { commitOf, message, NOON, official, write } from "../storage/sample.ts";
import { call } from "./call.ts";

let data: string;
beforeEach(async () => {
  data = join(await mkdtemp(join(tmpdir(), "kernwijzer-outbox-")), "data");
  await call(["init", "--data", data]);
});
afterEach(() => rm(join(data, ".."), { recursive: true }));

it("says that all is well when it is", async () => {
  expect(await call(["outbox", "--data", data])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/everybody can be reached/),
  });
});

it("names whom a message was for and who cannot be reached, and never what it said", async () => {
  const store = await openStoreAt(data, () => undefined);
  const unreachable = { since: NOON, why: "blocked" } as const;
  const row = { id: "personal:e1", kind: "personal", tenantId: "t", entraId: "e1", unreachable } as const;
  await store.commit(
    commitOf(
      [
        write(official("wout", { name: "Wout Sjabloon", entraId: "e1" }), 0),
        { collection: "conversation", id: row.id, expect: 0, row },
      ],
      {
        outbox: [message("m1", row.id, { addressee: "e1" })],
      },
    ),
  );
  await store.claim(1, "x", 1, NOON);
  await store.settle("m1", { kind: "dead", why: "blocked" }, NOON);
  await store.close();
  const { out } = await call(["outbox", "--data", data]);
  expect(out.trim().split("\n")).toEqual([
    "undelivered m1: help for Wout Sjabloon, tried 1 times",
    `unreachable since ${NOON}: Wout Sjabloon (blocked)`,
  ]);
});
