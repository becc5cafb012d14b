#!/usr/bin/env node
// Plain JavaScript, because a Node that is too old for TypeScript must still be able to read this far.
if (process.features.typescript) {
  await import("./kernwijzer.ts");
} else {
  process.stderr.write(
    `kernwijzer: this is Node ${process.versions.node}, and it cannot run TypeScript. Use Node 22.18 or newer, ` +
      "or call it in the project's folder as: npm run -s kernwijzer -- …\n",
  );
  process.exitCode = 1;
}
