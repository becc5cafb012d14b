import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { isMissing } from "./head.ts";
import { MANIFEST } from "./layout.ts";
import { StoreRefused } from "../refused.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

const manifest = z.strictObject({
  format: z.literal(1),
  store: z.string(),
  /** When the backup was made. */
  at: z.iso.datetime(),
  /** The last frame in it, and that frame's hash. */
  lsn: count,
  chain: z.string(),
  schema: count,
  contents: z.strictObject({
    rows: count,
    messages: count,
    replies: count,
    sha256,
    repliesSha256: sha256,
  }),
  files: z.array(z.strictObject({ name: z.string().regex(/^[A-Za-z0-9_.-]+$/), bytes: count, sha256 })),
});

/** What a backup says of itself: its files, and what the store in them holds. */
export type BackupManifest = Readonly<z.infer<typeof manifest>>;

/** The manifest of a backup. Throws `StoreRefused` when the folder is no backup, or not a complete one. */
export async function readManifest(backup: string): Promise<BackupManifest> {
  let text: string;
  try {
    text = await readFile(join(backup, MANIFEST), "utf8");
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new StoreRefused(
      "noStore",
      `There is no complete backup in ${backup}: it has no ${MANIFEST}.`,
      error,
    );
  }
  try {
    return manifest.parse(JSON.parse(text));
  } catch (error) {
    throw new StoreRefused(
      "damaged",
      `The backup in ${backup} is damaged: its ${MANIFEST} cannot be read.`,
      error,
    );
  }
}

/** SHA-256 and size of a file. */
export async function fingerprint(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const block = chunk as Buffer;
    hash.update(block);
    bytes += block.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}
