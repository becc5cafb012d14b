import { link, mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { EVIDENCE, syncFolder } from "./layout.ts";

/**
 * Gives a file of a data folder a second name in `evidence/`, one that no other file has there: what lies there is
 * never written over. The caller then takes the first name away, or gives it to another file.
 */
export async function keepAsEvidence(folder: string, name: string): Promise<void> {
  const evidence = join(folder, EVIDENCE);
  await mkdir(evidence, { recursive: true });
  for (let copy = 0; ; copy++) {
    const kept = join(evidence, copy === 0 ? name : `${name}.${copy}`);
    if (await linked(join(folder, name), kept)) break;
  }
  await syncFolder(evidence);
  await syncFolder(folder);
}

/** False when another file has that name. */
async function linked(path: string, kept: string): Promise<boolean> {
  try {
    await link(path, kept);
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    // An earlier try may have got this far.
    return (await stat(kept)).ino === (await stat(path)).ino;
  }
}
