import { parseArgs } from "node:util";
import { machine, printReport, type Report } from "./report.ts";

/** Every benchmark: name → what it measures. Each figure that matters is a ratio to a named reference in the same run. */
const BENCHMARKS: Readonly<Record<string, () => Promise<{ readonly run: () => Promise<Report> }>>> = {
  delivery: () => import("./delivery.ts"),
  store: () => import("./store.ts"),
  turn: () => import("./turn.ts"),
};

const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
const load = BENCHMARKS[positionals[0] ?? ""];
if (!load) {
  process.stderr.write(
    `Usage: npm run -s bench -- NAME [--json]\nNAME is one of: ${Object.keys(BENCHMARKS).join(", ")}\n`,
  );
  process.exitCode = 2;
} else {
  const { run } = await load();
  const report = await run();
  if (values.json) process.stdout.write(`${JSON.stringify({ ...report, machine: machine() })}\n`);
  else printReport(report);
}
