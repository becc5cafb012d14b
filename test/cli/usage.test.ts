import { describe, expect, it } from "vitest";
import { call } from "./call.ts";

describe("kernwijzer called in a way that makes no sense", () => {
  it.each([
    [[]],
    [["imprt"]],
    [["import"]],
    [["import", "a", "b"]],
    [["import", "a", "--by", " "]],
    [["export"]],
    [["find"]],
    [["find", "--ndjson", "boom"]],
    [["find", "--json", "boom"]],
    [["init", "here"]],
    [["package", "here"]],
    [["doctor", "here"]],
  ])("%j ends with exit code 2 and tells how", async (args) => {
    const { code, out, err } = await call(args);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(/Usage: kernwijzer|--help tells how/);
  });

  it.each([["import"], ["export"], ["find"], ["init"], ["package"], ["doctor"]])(
    "%s --help tells how",
    async (name) => {
      const { code, out, err } = await call([name, "--help"]);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toContain(`Usage: kernwijzer ${name}`);
    },
  );
});
