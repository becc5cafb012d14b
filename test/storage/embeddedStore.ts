import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EmbeddedStore } from "../../storage/lowdb/embedded.ts";
import { initEmbeddedStore, openEmbeddedStore, type EmbeddedOptions } from "../../storage/lowdb/open.ts";

/** An empty folder under the system's temporary one, to be removed by the test. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "kernwijzer-store-"));
}

export interface FreshEmbedded {
  readonly folder: string;
  readonly store: EmbeddedStore;
  reopen(): Promise<EmbeddedStore>;
  remove(): Promise<void>;
}

/** A new embedded store in a folder of its own. */
export async function freshEmbedded(options: EmbeddedOptions = {}): Promise<FreshEmbedded> {
  const folder = await temporaryFolder();
  await initEmbeddedStore(folder);
  const store = await openEmbeddedStore(folder, options);
  let open = store;
  return {
    folder,
    store,
    async reopen() {
      await open.close();
      open = await openEmbeddedStore(folder, options);
      return open;
    },
    async remove() {
      await open.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
