import { expect, it } from "vitest";
import { refreshFor, type Showing } from "../bot/show/showing.ts";
import { smallRegister } from "./smallRegister.ts";

/** Everybody in a register of this many officials, all of whom are known at Teams. */
function showingTo(count: number, more: Partial<Showing> = {}): { showing: Showing; ids: string[] } {
  const ids = Array.from({ length: count }, (_, at) => `o${at}`);
  const officials = new Map(
    ids.map((id) => [id, { id, name: id, entraId: `entra-${id}`, active: true } as const]),
  );
  const store = {
    get: async (_collection: string, id: string) => ({ version: 1, row: { id, teamsId: `29:${id}` } }),
  };
  const showing = {
    store: store as unknown as Showing["store"],
    register: { ...smallRegister(), officials },
    vakteamChannels: new Map(),
    at: "2026-04-14T07:12:00.000Z",
    day: "2026-04-14",
    viewer: { roles: [] },
    together: true,
    ...more,
  };
  return { showing, ids };
}

it("Teams is asked to refresh a card for sixty people and never more", async () => {
  const { showing, ids } = showingTo(80);
  expect(await refreshFor(showing, ids)).toHaveLength(60);
});

it("a card of one's own names nobody else, also when sixty others come first", async () => {
  const viewer = { official: { id: "o79", name: "o79", active: true }, roles: [] };
  const { showing, ids } = showingTo(80, { viewer });
  expect(await refreshFor(showing, ids)).toEqual(["29:entra-o79"]);
});

it("where nobody sees more, and in a personal chat, nothing is refreshed", async () => {
  const { showing, ids } = showingTo(3);
  expect(await refreshFor(showing, [])).toBeUndefined();
  expect(await refreshFor({ ...showing, together: false }, ids)).toBeUndefined();
});
