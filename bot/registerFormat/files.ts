import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Register } from "../domain/register.ts";
import { accept, EMPTY_REGISTER, type Accepted } from "./accept.ts";
import { readCsv, writeCsv } from "./csv.ts";
import type { Draft } from "./draft.ts";
import { readJson, writeJson } from "./json.ts";

/**
 * Reads a folder of CSV files, or a JSON document when the path ends in `.json`. Other files in the folder are
 * left alone; another CSV file is a problem, because it may be a misspelt one.
 *
 * @throws what the file system throws when the path cannot be read
 */
export async function readDraft(path: string): Promise<Draft> {
  const source = basename(resolve(path));
  if (isJson(path)) return readJson(source, await readFile(path));
  const names = (await readdir(path)).filter((name) => name.toLowerCase().endsWith(".csv"));
  const files = await Promise.all(
    names.map(async (name) => [name, await readFile(join(path, name))] as const),
  );
  return readCsv(source, new Map(files));
}

/** Reads files that must be a whole register by themselves. */
export async function readRegister(path: string): Promise<Accepted> {
  return accept(await readDraft(path), EMPTY_REGISTER);
}

/**
 * Writes a folder of CSV files, or a JSON document when the path ends in `.json`. Files that are there already
 * are replaced once all new ones have been written.
 *
 * @returns the paths of the files
 * @throws what the file system throws when they cannot be written
 */
export async function writeRegister(path: string, register: Register): Promise<readonly string[]> {
  const files = isJson(path)
    ? [{ path, content: writeJson(register) }]
    : [...writeCsv(register)].map(([name, content]) => ({ path: join(path, name), content }));
  await mkdir(isJson(path) ? dirname(path) : path, { recursive: true });
  await Promise.all(files.map((file) => writeFile(`${file.path}.new`, file.content, { flush: true })));
  await Promise.all(files.map((file) => rename(`${file.path}.new`, file.path)));
  return files.map((file) => file.path);
}

function isJson(path: string): boolean {
  return path.toLowerCase().endsWith(".json");
}
