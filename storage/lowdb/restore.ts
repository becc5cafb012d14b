import { mkdir, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { contentsOf } from "./contents.ts";
import { copyDurably } from "./copyFile.ts";
import { checkEmpty, checkWritable } from "./folder.ts";
import { isMissing } from "./head.ts";
import { STORE_ID, syncFolder } from "./layout.ts";
import { load } from "./load.ts";
import { lockFolder } from "./lock.ts";
import { fingerprint, readManifest, type BackupManifest } from "./manifest.ts";
import { StoreRefused } from "../refused.ts";

/**
 * Puts a backup into an empty or absent folder and proves it: every file against the manifest, then the opened
 * store's contents against the contents at the time of the backup. Only then does the folder become a store.
 * Throws `StoreRefused`.
 */
export async function restore(backup: string, target: string): Promise<BackupManifest> {
  const manifest = await readManifest(backup);
  for (const { name, bytes, sha256 } of manifest.files) {
    const found = await fingerprint(join(backup, name)).catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    if (found?.bytes !== bytes || found.sha256 !== sha256) throw notTheSame(backup, name);
  }
  await checkEmpty(target);
  await mkdir(target, { recursive: true });
  await checkWritable(target);
  const lock = await lockFolder(target);
  try {
    for (const { name } of manifest.files) if (name !== STORE_ID) await copyDurably(backup, target, name);
    await copyDurably(backup, target, STORE_ID);
    await syncFolder(target);
    await prove(target, manifest);
    await syncFolder(dirname(resolve(target)));
    return manifest;
  } finally {
    await lock.release();
  }
}

async function prove(target: string, manifest: BackupManifest): Promise<void> {
  const { model } = await load(target);
  const { lsn, chain } = manifest;
  const same =
    isDeepStrictEqual(contentsOf(model), manifest.contents) &&
    isDeepStrictEqual(model.position, { lsn, chain }) &&
    model.store === manifest.store;
  if (same) return;
  await rm(join(target, STORE_ID)); // a folder without it is no store: nobody starts on an unproven copy
  throw notTheSame(target, "what was restored");
}

function notTheSame(folder: string, what: string): StoreRefused {
  return new StoreRefused("damaged", `${folder}: ${what} is not what was backed up. Use another backup.`);
}
