import type { Health } from "../store.ts";
import { realDisk, type Disk } from "./disk.ts";
import { load } from "./load.ts";
import type { Model } from "./model.ts";
import { ModelReader, type StoreReader } from "./modelReader.ts";
import { syncSegments } from "./syncSegments.ts";

/**
 * Reads a data folder as it is at this moment, also while the product runs: takes no lock, writes nothing. What
 * it shows is on disk. Throws `StoreRefused` when there is no store or it is damaged.
 */
export async function openEmbeddedReader(folder: string, disk: Disk = realDisk): Promise<StoreReader> {
  const { model, listing } = await load(folder);
  await syncSegments(disk, folder, listing.segments);
  return new EmbeddedReader(model);
}

class EmbeddedReader extends ModelReader implements StoreReader {
  protected readonly model: Model;

  constructor(model: Model) {
    super();
    this.model = model;
  }

  async health(): Promise<Health> {
    return { ok: true };
  }

  async close(): Promise<void> {
    // Nothing is held open.
  }
}
