import { StoreRefused } from "../refused.ts";
import { sentenceOf } from "./trouble.ts";

/** Acknowledged data is missing or altered: nothing was changed, and only a backup helps. */
export function damaged(folder: string, what: string): StoreRefused {
  return new StoreRefused(
    "damaged",
    `The store in ${folder} is damaged: ${what}. Nothing was changed. ` +
      `Run "kernwijzer restore <backup> <new empty folder>" and keep this folder as evidence.`,
  );
}

/** The disk takes nothing. */
export function unwritable(folder: string, cause: unknown): StoreRefused {
  return new StoreRefused(
    "notWritable",
    `The store in ${folder} cannot be written to: ${sentenceOf(cause)}.`,
    cause,
  );
}

/** Written by a newer Kernwijzer than this one. */
export function newer(folder: string, what: string, schema: number): StoreRefused {
  return new StoreRefused(
    "newerSchema",
    `The store in ${folder} was written by a newer Kernwijzer (${what}; this one reads up to schema ${schema}). ` +
      `Start the newer version, or restore a backup from before it.`,
  );
}
