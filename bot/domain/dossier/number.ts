/** The last number given out in a year; the row's id is the year. */
export interface Numbering {
  /** "2026". */
  readonly id: string;
  readonly last: number;
}

/** As people say it: `D-2026-0001`; longer when a year has more than 9,999. */
export function numberOf(year: string, sequence: number): string {
  return `D-${year}-${String(sequence).padStart(4, "0")}`;
}
