import type { Report } from "./report.ts";

/** One report of several measurements, made one after the other. */
export async function inParts(parts: readonly (() => Promise<Report>)[]): Promise<Report> {
  const reports: Report[] = [];
  for (const part of parts) reports.push(await part());
  return {
    name: reports.map(({ name }) => name).join("\n"),
    figures: Object.assign({}, ...reports.map(({ figures }) => figures)) as Report["figures"],
    notes: reports.flatMap(({ notes }) => notes),
    goals: reports.flatMap(({ goals }) => goals),
  };
}
