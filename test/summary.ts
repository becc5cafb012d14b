import type { Reporter, TestModule } from "vitest/node";

/** Ends the output with one plain line that any build server understands. */
export default class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    let skipped = 0;
    for (const module of modules) {
      // A file that cannot even be loaded has no tests to count.
      if (module.state() === "failed" && [...module.children.allTests()].length === 0) failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed += 1;
        else if (state === "failed") failed += 1;
        else skipped += 1;
      }
    }
    const rest = skipped > 0 ? `, ${skipped} skipped` : "";
    // After the other reporters have written theirs.
    process.on("exit", () => process.stdout.write(`\n${passed} passed, ${failed} failed${rest}\n`));
  }
}
