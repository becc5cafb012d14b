import { cpus, totalmem, release } from "node:os";

/** One goal of a benchmark: what was measured, what it should be, and whether it is. */
export interface Goal {
  readonly name: string;
  readonly value: number;
  /** `>= 1` or `< 50`, with the number the value is held against. */
  readonly goal: string;
  readonly ok: boolean;
}

/** What a benchmark found. `figures` are named numbers with their unit in the name. */
export interface Report {
  readonly name: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
  readonly goals: readonly Goal[];
}

export function atLeast(name: string, value: number, wanted: number): Goal {
  return { name, value: rounded(value), goal: `>= ${wanted}`, ok: value >= wanted };
}

export function below(name: string, value: number, limit: number): Goal {
  return { name, value: rounded(value), goal: `< ${limit}`, ok: value < limit };
}

export function machine(): Readonly<Record<string, string | number>> {
  const [first] = cpus();
  return {
    cpu: first?.model ?? "",
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    node: process.version,
  };
}

export function printReport(report: Report): void {
  process.stdout.write(`${report.name}\n`);
  process.stdout.write(
    `${Object.entries(machine())
      .map(([key, value]) => `${key} ${value}`)
      .join(", ")}\n\n`,
  );
  const width = Math.max(...Object.keys(report.figures).map((name) => name.length));
  for (const [name, value] of Object.entries(report.figures)) {
    process.stdout.write(`  ${name.padEnd(width)}  ${rounded(value)}\n`);
  }
  for (const note of report.notes) process.stdout.write(`\n${note}\n`);
  process.stdout.write("\n");
  for (const goal of report.goals) {
    process.stdout.write(
      `${goal.ok ? "ok    " : "NOT OK"} ${goal.name}: ${goal.value} (goal ${goal.goal})\n`,
    );
  }
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
