import { parseArgs } from "node:util";
import { machine, printReport, type Report } from "./report.ts";

/** What a benchmark may be told on the command line. */
export interface Options {
  readonly arrivals?: string | undefined;
}

/** Every benchmark: name → what it measures. Each figure that matters is a ratio to a named reference in the same run. */
const BENCHMARKS: Readonly<
  Record<string, () => Promise<{ readonly run: (options: Options) => Promise<Report> }>>
> = {
  balance: () => import("./balance.ts"),
  delivery: () => import("./delivery.ts"),
  store: () => import("./store.ts"),
  turn: () => import("./turn.ts"),
};

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean" }, arrivals: { type: "string" } },
  allowPositionals: true,
});
const load = BENCHMARKS[positionals[0] ?? ""];
if (!load) {
  process.stderr.write(
    `Usage: npm run -s bench -- NAME [--json] [--arrivals FILE]\nNAME is one of: ${Object.keys(BENCHMARKS).join(", ")}\n`,
  );
  process.exitCode = 2;
} else {
  const { run } = await load();
  const report = await run({ arrivals: values.arrivals });
  if (values.json) process.stdout.write(`${JSON.stringify({ ...report, machine: machine() })}\n`);
  else printReport(report);
}
