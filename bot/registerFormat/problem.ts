import { mask } from "../redact.ts";
/** One thing that is wrong with what is imported, for the person who must repair it. */
export interface Problem {
  /** File name without folders. */
  readonly file: string;
  /** Counted as a spreadsheet does: the header is row 1. For JSON the n-th item of a list, from 1. */
  readonly row?: number | undefined;
  /** Column name in CSV; `list.field` in JSON. */
  readonly column?: string | undefined;
  /** A clause that says what is wrong and, where it helps, what to write instead. */
  readonly reason: string;
}

/** `topics.csv, row 14, column taakveld: …` */
export function describeProblem(problem: Problem): string {
  const row = problem.row === undefined ? "" : `, row ${problem.row}`;
  const column = problem.column === undefined ? "" : `, column ${problem.column}`;
  return `${problem.file}${row}${column}: ${problem.reason}`;
}

/** A value as it is repeated in a reason: on one line and not too long. */
export function quoted(given: string): string {
  // What is printed lands in the logs of whatever runs the import.
  const value = mask(given);
  const line = value.replace(/\s+/g, " ");
  return line.length > 40 ? `"${line.slice(0, 40)}…"` : `"${line}"`;
}
