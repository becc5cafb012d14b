import { expect } from "vitest";
import { practiceStore, openTown, type Town, type TownPerson } from "../town.ts";
import type { AccessRequest } from "../../bot/domain/accessRequest.ts";
import type { Official } from "../../bot/domain/official.ts";
import type { Change, Store } from "../../storage/store.ts";

export const ASK = "wie gaat over hondenlosloopgebied in Veen";
const BEHEER = ["Fleur Fictief", "Frits Fictief"] as const;

export async function write(store: Store, changes: readonly Change[]): Promise<void> {
  const journal = { who: "test", capacity: "", at: "2026-04-14T07:00:00.000Z", act: "test", why: "test" };
  expect(await store.commit({ changes, journal, outbox: [], reply: null })).toEqual({ kind: "committed" });
}

/** Sam and Wout work here, and nobody has linked them yet; Fleur and Frits keep the register. */
async function withStrangers(folder: string): Promise<Store> {
  const store = await practiceStore(folder);
  for (const id of ["sam-schets", "wout-sjabloon"]) {
    const known = await store.get("official", id);
    if (!known) throw new Error(`${id} is not in the register`);
    const { entraId: _unlinked, ...row } = known.row;
    await write(store, [{ collection: "official", id, expect: known.version, row }]);
  }
  const keepers = (await store.all("role")).filter(({ row }) => row.role === "functioneel beheer");
  await write(store, [
    ...keepers.map(({ row, version }): Change => ({
      collection: "role",
      id: row.id,
      expect: version,
      row: null,
    })),
    ...BEHEER.flatMap((name): readonly Change[] => {
      const id = name.toLowerCase().replace(" ", "-");
      return [
        {
          collection: "official",
          id,
          expect: 0,
          row: { id, name, entraId: `entra-${id}`, active: true },
        },
        {
          collection: "role",
          id: `${id}-beheer`,
          expect: 0,
          row: { id: `${id}-beheer`, official: id, role: "functioneel beheer" },
        },
      ];
    }),
  ]);
  return store;
}

/** A town in which Sam is a stranger, and two people keep the register. */
export interface StrangerTown {
  readonly town: Town;
  readonly stranger: TownPerson;
  readonly strangersId: string;
  readonly fleur: TownPerson;
  readonly frits: TownPerson;
  request(): Promise<AccessRequest | undefined>;
  official(id?: string): Promise<Official | undefined>;
  /** The stranger asks to be let in. */
  requested(): Promise<void>;
  /** The first token that was issued to the asker, or to functioneel beheer. */
  tokenOf(what: "offered" | "decide"): Promise<string | undefined>;
}

export async function openStrangerTown(): Promise<StrangerTown> {
  const town = await openTown({ openIn: withStrangers });
  const stranger = town.person("Sam Schets");
  const strangersId = town.connector.room.people.find(({ id }) => id === "sam-schets")?.entraId ?? "";
  const fleur = town.person("Fleur Fictief");
  const frits = town.person("Frits Fictief");
  // They have written to the bot before, so that it can reach them.
  for (const one of [fleur, frits]) await one.asks("help");
  return {
    town,
    stranger,
    strangersId,
    fleur,
    frits,
    request: async () => (await town.store.get("accessRequest", `access:${strangersId}`))?.row,
    official: async (id = "sam-schets") => (await town.store.get("official", id))?.row,
    async requested() {
      await stranger.asks(ASK);
      await stranger.presses("Vraag toegang");
    },
    async tokenOf(what) {
      const tokens = (await town.store.all("token")).filter(
        ({ row }) => row.subject.kind === "accessRequest",
      );
      const isTheirs = (addressees: readonly string[] = []) => addressees.includes(strangersId);
      return tokens.find(({ row }) => isTheirs(row.addressees) === (what === "offered"))?.row.id;
    },
  };
}
