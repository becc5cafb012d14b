import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { practiceStore } from "../town.ts";
import { call } from "./call.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kernwijzer-doctor-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("kernwijzer doctor", () => {
  it("prints a line per check while the product runs, and ends well", async () => {
    const store = await practiceStore(folder);
    const { code, out, err } = await call(["doctor", "--data", folder]);
    await store.close();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^ok {5}node {9}\d+\.\d+\.\d+$/m);
    expect(out).toMatch(/^ok {5}store {8}\S+ holds \d+ journal entries; in use by the product$/m);
    expect(out).toMatch(/^note {3}register {5}topics without one owner in every kern: 3 /m);
    expect(out).toMatch(/\n\n0 wrong, \d to look at, \d ok\n$/);
  });

  it("ends with exit code 1 when something is wrong", async () => {
    const { code, out } = await call(["doctor", "--data", folder], { PORT: "abc", KERNWIJZER_LOG: "loud" });
    expect(code).toBe(1);
    expect(out).toMatch(/^wrong {2}settings +PORT is "abc"\. Set it to a number/m);
    expect(out).toMatch(/^wrong {2}store +There is no store in /m);
    expect(out).toMatch(/\n3 wrong, 0 to look at, \d ok\n$/);
  });

  it("gives the same as JSON", async () => {
    const { code, out } = await call(["doctor", "--json", "--data", join(folder, "none")], { PORT: "abc" });
    expect(code).toBe(1);
    const { ok, checks } = JSON.parse(out) as { ok: boolean; checks: { name: string; verdict: string }[] };
    expect(ok).toBe(false);
    expect(checks.filter(({ verdict }) => verdict === "wrong").map(({ name }) => name)).toEqual([
      "settings",
      "store",
    ]);
  });
});
