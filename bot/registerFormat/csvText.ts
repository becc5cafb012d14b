import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

/** Why a text is not CSV, and in which row of the spreadsheet that shows. */
export interface BrokenCsv {
  readonly row?: number;
  readonly reason: string;
}

/**
 * The cells of a CSV file, row by row as a spreadsheet shows them, empty rows included. Takes what spreadsheets
 * make of a file: a byte order mark, CRLF, `;` between columns as with Dutch regional settings.
 */
export function parseCsv(bytes: Uint8Array): readonly (readonly string[])[] | BrokenCsv {
  const text = textOf(bytes);
  if (text === undefined) return { reason: "is not in UTF-8; save it as CSV UTF-8" };
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const delimiter = header.includes(";") && !header.includes(",") ? ";" : ",";
  // A file with CRLF was saved by a program that also wrote CRLF for the line ends within cells.
  const content = text.startsWith("\r\n", header.length) ? text.replaceAll("\r\n", "\n") : text;
  try {
    return parse(content, {
      delimiter,
      record_delimiter: ["\r\n", "\n"],
      relax_column_count: true,
    });
  } catch (error) {
    if (error instanceof CsvError)
      return { row: Number(error["records"] ?? 0) + 1, reason: REASONS[error.code] ?? error.message };
    throw error;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a " opens a cell here and is never closed',
  INVALID_OPENING_QUOTE: 'has a " inside a cell; put the whole cell between " and write "" for each " in it',
  CSV_INVALID_CLOSING_QUOTE: 'has text after the " that closes a cell; write "" for a " inside a cell',
};

/** The text without a byte order mark; undefined when it is in another encoding. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Cells as CSV: RFC 4180 with LF after each row. */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  // A bare CR inside a cell would be taken for the end of a row by some programs.
  return stringify(
    rows.map((row) => [...row]),
    { record_delimiter: "\n", quoted_match: /\r/ },
  );
}
