/** What makes a spreadsheet run a cell, also behind quotes that are there already. */
const DANGEROUS = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Puts `'` before a value that a spreadsheet would run as a formula. */
export function protect(value: string): string {
  return DANGEROUS.test(value) ? `'${value}` : value;
}

/** Takes off what `protect` put on, and nothing else: `unprotect(protect(x)) === x` for every x. */
export function unprotect(cell: string): string {
  return cell.startsWith("'") && DANGEROUS.test(cell.slice(1)) ? cell.slice(1) : cell;
}
