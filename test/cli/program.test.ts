import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PRACTICE_MUNICIPALITY } from "../../bot/openStore.ts";
import { call } from "./call.ts";
import { program } from "./program.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kernwijzer-program-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("the program", () => {
  it("says what to do when Node is too old to run it", async () => {
    const options = { file: "kernwijzer.mjs", nodeOptions: ["--no-experimental-strip-types"] };
    const { code, out, err } = await program(["--help"], options);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^kernwijzer: this is Node .* Use Node 22\.18 or newer/);
  });

  it("runs where Node is new enough", async () => {
    const { code, out, err } = await program(["--help"], { file: "kernwijzer.mjs" });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Usage: kernwijzer COMMAND");
  });

  it("takes the data folder from the environment", async () => {
    const data = join(folder, "data");
    expect(await program(["init"], { data })).toMatchObject({
      code: 0,
      out: `Made an empty store in ${data}\n`,
    });
    expect(await program(["init"], { data })).toMatchObject({ code: 1, out: "" });
  });

  it("exports the practice municipality to exactly what it was", async () => {
    const data = join(folder, "data");
    const [first, second] = [join(folder, "first.json"), join(folder, "second.json")];
    await call(["init", "--data", data]);
    expect(await call(["import", PRACTICE_MUNICIPALITY, "--data", data])).toMatchObject({ code: 0, err: "" });
    await call(["export", first, "--data", data]);
    await call(["export", join(folder, "csv"), "--data", data]);
    const again = await call(["import", join(folder, "csv"), "--replace", "--data", data]);
    expect(again.out).toBe("0 added, 0 changed, 0 removed\n");
    await call(["init", "--data", join(folder, "other")]);
    await call(["import", first, "--data", join(folder, "other")]);
    await call(["export", second, "--data", join(folder, "other")]);
    expect(await readFile(second, "utf8")).toBe(await readFile(first, "utf8"));
  });
});
