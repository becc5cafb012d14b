import type { Report } from "./report.ts";
import { embedded } from "./storeEmbedded.ts";
import { postgres } from "./storePostgres.ts";

/** What the store can do: one part per engine, one after the other. */
const PARTS: readonly (() => Promise<Report>)[] = [embedded, postgres];

export async function run(): Promise<Report> {
  const reports: Report[] = [];
  for (const part of PARTS) reports.push(await part());
  return {
    name: reports.map(({ name }) => name).join("\n"),
    figures: Object.assign({}, ...reports.map(({ figures }) => figures)),
    notes: reports.flatMap(({ notes }) => notes),
    goals: reports.flatMap(({ goals }) => goals),
  };
}
