import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { buildPackage, type BuiltPackage } from "../../bot/appPackage/build.ts";

export const APP_ID = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
export const PARTS = {
  appId: APP_ID,
  version: "1.2.3",
  publisher: {
    url: "https://kernwijzer.gemeente.example",
    name: "Gemeente Voorbeeld",
    websiteUrl: "https://gemeente.example",
    privacyUrl: "https://gemeente.example/privacy",
    termsUrl: "https://gemeente.example/voorwaarden",
  },
} as const;

/** Builds a package from the manifest folder in which one text of one file is replaced by another. */
export async function buildWith(
  file: string,
  from: string | RegExp,
  to: string | Uint8Array,
): Promise<BuiltPackage> {
  return inCopy(async (folder) => {
    const path = join(folder, file);
    const content = typeof to === "string" ? replaced(await readFile(path, "utf8"), from, to) : to;
    await writeFile(path, content);
    return buildPackage({ ...PARTS, folder });
  });
}

/** Builds a package from the manifest folder without one of its files. */
export async function buildWithout(file: string): Promise<BuiltPackage> {
  return inCopy(async (folder) => {
    await rm(join(folder, file));
    return buildPackage({ ...PARTS, folder });
  });
}

async function inCopy<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "kernwijzer-manifest-"));
  try {
    await cp(join(import.meta.dirname, "../../manifest"), folder, { recursive: true });
    return await act(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function replaced(content: string, from: string | RegExp, to: string): string {
  const result = typeof from === "string" ? content.replaceAll(from, to) : content.replace(from, to);
  if (result === content) throw new Error(`there is no ${String(from)} to replace`);
  return result;
}

/** What a zip holds: JSON files as values, others as bytes. */
export function contentsOf(zip: Uint8Array): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(unzipSync(zip)).map(([name, bytes]) => [
      name,
      name.endsWith(".json") ? (JSON.parse(strFromU8(bytes)) as unknown) : bytes,
    ]),
  );
}
