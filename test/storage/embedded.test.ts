import { describe, expect, it } from "vitest";
import { conformance } from "./conformance.ts";
import { freshEmbedded } from "./embeddedStore.ts";
import { LONG } from "../faults/storeForm.ts";
import { histories } from "./histories.ts";
import { redelivery } from "./redelivery.ts";
import { commitOf, official, write } from "./sample.ts";

const NAME = "lowdb with a journal";
conformance(NAME, () => freshEmbedded());
redelivery(NAME, () => freshEmbedded());
histories(NAME, () => freshEmbedded(), LONG ? 2_000 : 60);
// A checkpoint every few frames: the same histories over sealed segments and snapshots.
histories(
  `${NAME}, checkpoints all the time`,
  () => freshEmbedded({ checkpointAfter: { frames: 4, bytes: 1e9 } }),
  LONG ? 500 : 15,
);

describe(`${NAME}: a field that would become a prototype`, () => {
  it("is refused wherever it stands, and may be written about", async () => {
    const fresh = await freshEmbedded();
    const { store } = fresh;
    const field = JSON.parse('{"__proto__":{"role":"functioneel beheer"}}') as object;
    const row = { ...official("wout"), extra: field };
    await expect(store.commit(commitOf([write(row, 0)]))).rejects.toThrow("__proto__");
    await expect(store.commit(commitOf([], { key: "k", reply: [field] }))).rejects.toThrow("__proto__");
    const about = official("wout", { name: 'de "__proto__": van Wout' });
    expect((await store.commit(commitOf([write(about, 0)]))).kind).toBe("committed");
    expect((await store.get("official", "wout"))?.row).toEqual(about);
    await fresh.remove();
  });
});
