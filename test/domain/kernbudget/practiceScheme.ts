import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Scheme } from "../../../bot/domain/kernbudget/scheme.ts";
import { readScheme } from "../../../bot/schemeFormat/readScheme.ts";

const FILE = join(import.meta.dirname, "../../../bot/practice/altena/kernbudget/scheme.json");

/** The scheme that ships with the practice municipality. */
export const practiceScheme: Scheme = scheme();

function scheme(): Scheme {
  const read = readScheme(readFileSync(FILE, "utf8"));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.scheme;
}
