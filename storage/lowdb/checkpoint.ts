import { once } from "node:events";
import { unlink } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { listFolder, syncFolder } from "./layout.ts";
import type { MergeOrder } from "./merge.ts";

/** Snapshots that are kept: the newest, and the one before it in case the newest is damaged. */
const GENERATIONS = 2;

/** Makes the snapshot of the sealed journal in another thread, then lets go of the oldest one. */
export async function checkpoint(order: MergeOrder): Promise<void> {
  const worker = new Worker(new URL("./checkpointWorker.ts", import.meta.url), {
    workerData: order,
    execArgv: [],
  });
  // Rejects with the error that ended the worker, should it fail.
  await once(worker, "message");
  const { snapshots } = await listFolder(order.folder);
  const old = snapshots.slice(GENERATIONS);
  for (const { name } of old) await unlink(join(order.folder, name));
  if (old.length > 0) await syncFolder(order.folder);
}
