import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contentsOf } from "../appPackage/sources.ts";
import { call } from "./call.ts";
import { program } from "./program.ts";

const guid = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
const SETTINGS = {
  MICROSOFT_APP_ID: guid,
  MICROSOFT_APP_TYPE: "SingleTenant",
  MICROSOFT_APP_TENANT_ID: guid,
  MICROSOFT_APP_PASSWORD: "hunter2",
  KERNWIJZER_URL: "https://kernwijzer.gemeente.example",
  KERNWIJZER_PUBLISHER: "Gemeente Voorbeeld",
  KERNWIJZER_WEBSITE_URL: "https://gemeente.example",
  KERNWIJZER_PRIVACY_URL: "https://gemeente.example/privacy",
  KERNWIJZER_TERMS_URL: "https://gemeente.example/voorwaarden",
};
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kernwijzer-package-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("kernwijzer package", () => {
  it("writes a package with everything from the settings but the secrets", async () => {
    const out = join(folder, "app.zip");
    const done = await call(["package", "--out", out, "--version", "2.0.1"], SETTINGS);
    expect(done).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringContaining(`Wrote ${out}: version 2.0.1`),
    });
    const files = contentsOf(await readFile(out));
    expect(files["manifest.json"]).toMatchObject({ id: guid, version: "2.0.1" });
    expect(JSON.stringify(files)).not.toContain("hunter2");
  });

  it("writes the same bytes in another time zone, and reads the settings from .env", async () => {
    await writeFile(
      join(folder, ".env"),
      Object.entries(SETTINGS)
        .map(([name, value]) => `${name}="${value}"`)
        .join("\n"),
    );
    for (const TZ of ["Pacific/Kiritimati", "America/Adak"]) {
      const args = ["package", "--out", `${TZ.replace("/", "-")}.zip`];
      expect(await program(args, { folder, env: { TZ } })).toMatchObject({ code: 0, err: "" });
    }
    const zips = (await readdir(folder)).filter((name) => name.endsWith(".zip"));
    const [first, second] = await Promise.all(zips.map((name) => readFile(join(folder, name))));
    expect(first?.length).toBeGreaterThan(2_000);
    expect(first).toEqual(second);
  });

  it.each<[string, readonly string[], Record<string, string>, RegExp]>([
    [
      "nothing is set",
      [],
      {},
      /^The app package needs MICROSOFT_APP_ID, KERNWIJZER_URL, KERNWIJZER_PUBLISHER/,
    ],
    [
      "one setting is missing",
      [],
      { ...SETTINGS, KERNWIJZER_TERMS_URL: "" },
      /^The app package needs KERNWIJZER_TERMS_URL\. Set what is missing/,
    ],
    [
      "a setting is wrong",
      [],
      { ...SETTINGS, KERNWIJZER_URL: "http://x" },
      /^KERNWIJZER_URL is "http:\/\/x"/,
    ],
    ["the version is none", ["--version", "1.0"], SETTINGS, /^The version is "1\.0"/],
  ])("writes nothing when %s", async (_what, options, env, sentence) => {
    const out = join(folder, "app.zip");
    const refused = await call(["package", "--out", out, ...options], env);
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toMatch(sentence);
    expect(refused.err).toMatch(/Nothing was written\.\n$/);
    expect(await readdir(folder)).toEqual([]);
  });

  it("says so when the file cannot be written there", async () => {
    const out = join(folder, "nowhere", "app.zip");
    expect(await call(["package", "--out", out], SETTINGS)).toMatchObject({
      code: 1,
      err: `${out} does not exist.\n`,
    });
  });
});
