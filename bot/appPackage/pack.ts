import { zipSync } from "fflate";
import type { Files } from "./sources.ts";

/** A zip keeps local time and begins in 1980; the same date in every package keeps packages the same. */
const DATE = new Date(1980, 0, 1, 12);

/** The files as one zip. The same files always give the same bytes, on every machine. */
export function pack(files: Files): Uint8Array {
  const inOrder = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(inOrder), { level: 9, mtime: DATE });
}
