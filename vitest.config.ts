import { defineConfig } from "vitest/config";
import Summary from "./test/summary.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/browser/chromium.ts"],
    reporters: ["default", new Summary()],
    // The long form of the fault tests takes minutes where the short one takes seconds.
    testTimeout: process.env["FAULTS"] === "long" ? 1_800_000 : 30_000,
    hookTimeout: 60_000,
    // Two cores are what a small machine has; browsers and databases want room beside the tests.
    maxWorkers: 2,
  },
});
