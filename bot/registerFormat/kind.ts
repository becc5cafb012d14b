import { isDay, type Day } from "../domain/calendar.ts";
import { joinList, splitList } from "./list.ts";
import { quoted } from "./problem.ts";

/** A value that was read, or why it cannot be that. */
export type Read<V> = { readonly value: V } | { readonly reason: string };

/** How one sort of value is written in a cell and in JSON. Cells given to `fromCell` are never empty. */
export interface Kind<V> {
  fromCell(cell: string): Read<V>;
  toCell(value: V): string;
  fromJson(json: unknown): Read<V>;
}

/** Text that must satisfy something; `refuse` gives the reason, or undefined when it is fine. */
export function text<V extends string = string>(
  refuse: (value: string) => string | undefined = () => undefined,
): Kind<V> {
  const read = (value: string): Read<V> => {
    const reason = value.isWellFormed() ? refuse(value) : "has a character that is broken in two";
    return reason === undefined ? { value: value as V } : { reason };
  };
  return {
    fromCell: read,
    toCell: (value) => value,
    fromJson: (json) => (typeof json === "string" ? read(json) : { reason: "must be text" }),
  };
}

/** Text that has more in it than spaces. */
export const words = text((value) => (value.trim() === "" ? "must not be empty" : undefined));

/** Text with a fixed form, such as a code. */
export function code(form: RegExp, description: string): Kind<string> {
  return text((value) =>
    form.test(value) ? undefined : `${quoted(value)} is not ${description}${spaceHint(value)}`,
  );
}

/** What rows are known by: it ends up in addresses, file names and keys. */
export const id = text((value) => {
  if (value in {}) return `${quoted(value)} cannot be used as an id`;
  if (value.length > 100) return "is longer than 100 characters";
  return /^[A-Za-z0-9_-][A-Za-z0-9_.:-]*$/.test(value)
    ? undefined
    : `${quoted(value)} has other characters than letters without accents, digits and - _ . :${spaceHint(value)}`;
});

/** One of a closed list. */
export function oneOf<V extends string>(values: readonly V[], description: string): Kind<V> {
  return text<V>((value) =>
    values.some((known) => known === value)
      ? undefined
      : `${quoted(value)} is not ${description}${spaceHint(value)}`,
  );
}

export const day: Kind<Day> = text((value) => {
  if (isDay(value)) return undefined;
  const turned = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return `${quoted(value)} is a day that does not exist`;
  const example = turned
    ? `${turned[3] ?? ""}-${(turned[2] ?? "").padStart(2, "0")}-${(turned[1] ?? "").padStart(2, "0")}`
    : "2026-04-14";
  return `${quoted(value)} is not a day; write year-month-day, such as ${isDay(example) ? example : "2026-04-14"}`;
});

export const yesNo: Kind<boolean> = {
  fromCell: (cell) =>
    cell === "yes" || cell === "no"
      ? { value: cell === "yes" }
      : { reason: `${quoted(cell)} must be yes or no` },
  toCell: (value) => (value ? "yes" : "no"),
  fromJson: (json) => (typeof json === "boolean" ? { value: json } : { reason: "must be true or false" }),
};

/** A whole number from 0, written in digits only. */
export const count: Kind<number> = {
  fromCell: (cell) => {
    const value = Number(cell);
    return /^(0|[1-9]\d*)$/.test(cell) && Number.isSafeInteger(value)
      ? { value }
      : { reason: `${quoted(cell)} is not a whole number; write digits only, such as 3720` };
  },
  toCell: (value) => String(value),
  fromJson: (json) =>
    typeof json === "number" && Number.isSafeInteger(json) && json >= 0 && !Object.is(json, -0)
      ? { value: json }
      : { reason: "must be a whole number, 0 or more" },
};

/** Several texts; an empty entry among them is a mistake. */
export const list: Kind<readonly string[]> = {
  fromCell: (cell) => readEntries(splitList(cell)),
  toCell: joinList,
  fromJson: (json) => (Array.isArray(json) ? readEntries(json) : { reason: "must be a list of texts" }),
};

function readEntries(entries: readonly unknown[]): Read<readonly string[]> {
  const texts: string[] = [];
  for (const entry of entries) {
    const read = text().fromJson(entry);
    if ("reason" in read)
      return { reason: typeof entry === "string" ? read.reason : "must be a list of texts" };
    if (read.value.trim() === "") return { reason: "has an empty entry; look for a | too many" };
    texts.push(read.value);
  }
  return { value: texts };
}

function spaceHint(value: string): string {
  return value.trim() === value ? "" : " (there is a space before or after it)";
}
