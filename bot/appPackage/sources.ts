import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The files of an app package by name, in the order of their names. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Everything in the manifest folder that goes into a package: its JSON files and the drawn icons. */
export async function readSources(folder: string): Promise<Files> {
  const named = async (from: string, ending: string) => {
    const names = (await readdir(from)).filter((name) => name.endsWith(ending));
    return Promise.all(names.map(async (name) => [name, await readFile(join(from, name))] as const));
  };
  return new Map([...(await named(folder, ".json")), ...(await named(join(folder, "icons"), ".png"))]);
}

/** A file as JSON, or a sentence that says what is wrong with it. */
export function readJson(
  files: Files,
  name: string,
): { readonly value: unknown } | { readonly problem: string } {
  const bytes = files.get(name);
  if (bytes === undefined) return { problem: `${name} is not in the manifest folder. Put it back.` };
  try {
    return { value: JSON.parse(new TextDecoder().decode(bytes)) as unknown };
  } catch (error) {
    return { problem: `${name} is not JSON. Correct it: ${(error as SyntaxError).message}.` };
  }
}
