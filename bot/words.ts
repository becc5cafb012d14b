import { readFileSync } from "node:fs";

const FILE = new URL("./domain/language/words.nl.txt", import.meta.url);

/**
 * The Dutch words `makeReader` splits compounds with, as `makeLexicon` reads them. From OpenTaal; licence in
 * `domain/language/words.nl.LICENSE.txt`. Throws when the file is missing: the installation is broken then.
 */
export function loadWords(): readonly string[] {
  return readFileSync(FILE, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
}
