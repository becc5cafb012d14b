const FULL =
  /(?<![\p{L}\p{N}])(?:d|dossier(?:nummer|nr)?\.?)\s*[-:#]?\s*(20\d{2})(?:\s*[-/.]\s*(\d{1,6})|(\d{4,6}))(?![\p{L}\p{N}])/iu;
const SHORT =
  /(?<![\p{L}\p{N}])(?:dossier\s*(?:nummer|nr\.?|no\.?)?\s*[#:]?|d-?|#)\s*(\d{1,6})(?![\p{L}\p{N}]|[-/.:,]\d)/iu;

/**
 * The dossier a text names by its number, as it is printed: "D-2026-0001", "d20260001" and, of this `year`,
 * "dossier 1" and "#1" → "D-2026-0001". The first when there are more; undefined when there is none.
 */
export function dossierNumberIn(text: string, year: number): string | undefined {
  const full = FULL.exec(text);
  if (full) return printed(full[1] ?? "", full[2] ?? full[3] ?? "");
  const short = SHORT.exec(text);
  return short ? printed(String(year), short[1] ?? "") : undefined;
}

function printed(year: string, sequence: string): string | undefined {
  const number = Number(sequence);
  return number === 0 ? undefined : `D-${year}-${String(number).padStart(4, "0")}`;
}
