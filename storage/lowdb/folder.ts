import { constants } from "node:fs";
import { access, readdir, statfs } from "node:fs/promises";
import { isMissing } from "./head.ts";
import { HEAD, LOCK, MANIFEST, segmentName } from "./layout.ts";
import { StoreRefused } from "../refused.ts";

/** File systems (Linux magic numbers) whose locks and flushes another machine answers for: NFS, SMB 1, CIFS, SMB 2. */
const NETWORK = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42]);

/** Throws `StoreRefused` ("notWritable") when this user cannot write here. */
export async function checkWritable(folder: string): Promise<void> {
  try {
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StoreRefused("notWritable", `The folder ${folder} cannot be written to by this user.`, error);
  }
}

async function typeOf(folder: string): Promise<number> {
  return (await statfs(folder)).type;
}

/** Throws `StoreRefused` ("networkFolder") when another machine answers for what this one was promised. */
export async function checkLocal(folder: string, askType = typeOf): Promise<void> {
  const type = await askType(folder);
  if (NETWORK.has(type)) {
    throw new StoreRefused(
      "networkFolder",
      `The folder ${folder} is on a network disk, where locks and flushes cannot be relied on. ` +
        `Use a local disk, or PostgreSQL.`,
    );
  }
}

/** What is made before a store's id: without that, a journal that nobody ever acted on. */
const MAKING: ReadonlySet<string> = new Set([LOCK, HEAD, segmentName(1, 1)]);

/**
 * The files that the making of a store left which did not come to its end. Throws `StoreRefused` ("notEmpty") when the folder
 * holds anything else.
 */
export async function remainsOfMaking(folder: string): Promise<readonly string[]> {
  const found = await namesIn(folder);
  if (!found.every((name) => MAKING.has(name))) refuseNotEmpty(folder, found);
  return found;
}

/** Throws `StoreRefused` ("notEmpty") unless the folder is empty or does not exist. */
export async function checkEmpty(folder: string): Promise<void> {
  const found = await namesIn(folder);
  if (found.length > 0) refuseNotEmpty(folder, found);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  // A freshly made ext4 disk has this folder of its own.
  return names.filter((name) => name !== "lost+found");
}

function refuseNotEmpty(folder: string, [first]: readonly string[]): never {
  throw new StoreRefused("notEmpty", `The folder ${folder} is not empty (${first}); choose an empty one.`);
}

/** Throws `StoreRefused` ("isBackup") when the folder is a backup: writing there would make it worth nothing. */
export async function checkIsNoBackup(folder: string): Promise<void> {
  if (!(await readdir(folder)).includes(MANIFEST)) return;
  throw new StoreRefused(
    "isBackup",
    `The folder ${folder} is a backup. Run "kernwijzer restore ${folder} <new empty folder>" and start there.`,
  );
}
