const SEPARATOR = "|";
const ESCAPE = "\\";

/** Several entries in one cell: `a|b`; `|` and `\` inside an entry are written `\|` and `\\`. */
export function joinList(entries: readonly string[]): string {
  return entries.map((entry) => entry.replace(/[\\|]/g, (found) => ESCAPE + found)).join(SEPARATOR);
}

/** The entries of a cell made by `joinList`. An empty cell has one empty entry. */
export function splitList(cell: string): string[] {
  const entries: string[] = [];
  let entry = "";
  for (let at = 0; at < cell.length; at++) {
    const char = cell.charAt(at);
    const next = cell.charAt(at + 1);
    if (char === SEPARATOR) {
      entries.push(entry);
      entry = "";
    } else if (char === ESCAPE && (next === SEPARATOR || next === ESCAPE)) {
      entry += next;
      at++;
    } else {
      entry += char;
    }
  }
  return [...entries, entry];
}
