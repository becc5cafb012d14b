import { mkdir, truncate } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Instant } from "../../bot/domain/calendar.ts";
import { contentsOf } from "./contents.ts";
import { copyDurably } from "./copyFile.ts";
import { checkEmpty, checkWritable } from "./folder.ts";
import { encodeHead, isMissing } from "./head.ts";
import { HEAD, listFolder, MANIFEST, STORE_ID, syncFolder, writeDurably } from "./layout.ts";
import { load } from "./load.ts";
import { fingerprint, type BackupManifest } from "./manifest.ts";

/**
 * Copies a store into an empty or absent folder, also while the product runs and from another process: nothing
 * is locked and the store is only read. The copy is opened before this resolves; the manifest, written last,
 * says what is in it. Throws `StoreRefused`.
 *
 * @param at the moment, for the manifest
 */
export async function backup(folder: string, target: string, at: Instant): Promise<BackupManifest> {
  await checkEmpty(target);
  await mkdir(target, { recursive: true });
  await checkWritable(target);
  const snapshot = await copySnapshot(folder, target);
  // Listed after the snapshot was chosen, so that the journal reaches at least as far.
  const { segments } = await listFolder(folder);
  for (const { name } of segments) await copyDurably(folder, target, name);
  await copyDurably(folder, target, STORE_ID);
  const { model, torn } = await load(target);
  // A write that was under way while its segment was copied belongs to no acknowledged commit.
  if (torn !== undefined) await truncate(join(target, torn.segment), torn.at);
  await writeDurably(target, HEAD, encodeHead(model.position));
  const names = [STORE_ID, HEAD, ...snapshot, ...segments.map(({ name }) => name)];
  const files: BackupManifest["files"] = [];
  for (const name of names) files.push({ name, ...(await fingerprint(join(target, name))) });
  const manifest: BackupManifest = {
    format: 1,
    store: model.store,
    at,
    ...model.position,
    schema: model.schema,
    contents: contentsOf(model),
    files,
  };
  await writeDurably(target, MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  await syncFolder(dirname(resolve(target)));
  return manifest;
}

/** Copies the newest snapshot, if there is one; a checkpoint may let go of an older one at any moment. */
async function copySnapshot(folder: string, target: string): Promise<readonly string[]> {
  for (;;) {
    const name = (await listFolder(folder)).snapshots[0]?.name;
    if (name === undefined) return [];
    try {
      await copyDurably(folder, target, name);
      return [name];
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
}
