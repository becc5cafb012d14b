import type { Reader } from "./domain/language/reading.ts";
import { makeReader } from "./domain/language/reader.ts";
import type { Register } from "./domain/register.ts";
import type { VakteamChannels } from "./domain/vakteamChannel.ts";
import { REGISTER, type Collection, type Rows } from "../storage/rows.ts";
import type { Store } from "../storage/store.ts";

/** The register as it stands, with the reader that was built for exactly that register. */
export interface Current {
  readonly register: Register;
  readonly reader: Reader;
  readonly vakteamChannels: VakteamChannels;
}

/** Gives the current register without reading the store again while nothing in it changed. */
export interface Registry {
  current(): Promise<Current>;
}

/** What of a store is needed to read the register: also a store that was opened for reading only has it. */
export type RegisterSource = Pick<Store, "all" | "stamp">;

/** The whole register from the store, as of one moment. */
export async function loadRegister(store: RegisterSource): Promise<Register> {
  return (await loadStamped(store)).register;
}

/**
 * Keeps one loaded register and its reader; loads again only when a row of the register changed.
 * Callers that ask while a load is under way share it, and nobody gets a register older than their own call.
 * A failed load is not kept.
 */
export function makeRegistry(store: RegisterSource, words: readonly string[]): Registry {
  let kept: { readonly stamp: string; readonly current: Current } | undefined;
  let loading: Promise<void> | undefined;

  async function load(): Promise<void> {
    const { stamp, ...loaded } = await loadStamped(store);
    kept = { stamp, current: { ...loaded, reader: makeReader(loaded.register, words) } };
  }

  return {
    async current() {
      for (;;) {
        const stamp = await store.stamp(REGISTER);
        if (kept?.stamp === stamp) return kept.current;
        loading ??= load().finally(() => (loading = undefined));
        await loading;
      }
    },
  };
}

interface Loaded extends Omit<Current, "reader"> {
  readonly stamp: string;
}

/** Collections are read one by one: an equal stamp before and after shows that no commit came in between. */
async function loadStamped(store: RegisterSource): Promise<Loaded> {
  for (;;) {
    const stamp = await store.stamp(REGISTER);
    const register: Register = {
      kernen: await byId(store, "kern"),
      topics: await byId(store, "topic"),
      channels: await byId(store, "channel"),
      portefeuilles: await byId(store, "portefeuille"),
      vakteams: await byId(store, "vakteam"),
      officials: await byId(store, "official"),
      roles: await byId(store, "role"),
      absences: await byId(store, "absence"),
      ownership: await byId(store, "ownership"),
    };
    const linked = await store.all("vakteamChannel");
    const vakteamChannels = new Map(linked.map((versioned) => [versioned.row.id, versioned]));
    if ((await store.stamp(REGISTER)) === stamp) return { stamp, register, vakteamChannels };
  }
}

async function byId<C extends Collection>(
  store: RegisterSource,
  collection: C,
): Promise<ReadonlyMap<string, Rows[C]>> {
  const rows = await store.all(collection);
  return new Map(rows.map(({ row }) => [row.id, row]));
}
