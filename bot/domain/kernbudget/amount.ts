/** Money in whole cents. */
export type Cents = number;

/** More than any kernbudget: what is typed above it is a slip. */
const MOST_CENTS = 10_000_000_00;

const UNIT = "(?:€|eur(?:o(?:'?s)?)?|eu)";
const WHOLE = String.raw`(?:[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*|0)`;
const AMOUNT = new RegExp(
  String.raw`^(?:${UNIT}\s*)?(?:(?<thousands>\d{1,4}(?:,\d{1,3})?)\s*(?:k|duizend)|(?<whole>${WHOLE})(?:,(?:(?<cents>\d{2})|-{1,2}))?)(?:\s*${UNIT})?$`,
);

/**
 * An amount as people in the Netherlands type it: "€ 1.850,50", "1850", "1,8k", "7.500 euro", "300 eu". Undefined for
 * what can be read in two ways ("1.85", "12,345") or is no amount, so that it is asked back and never guessed.
 */
export function readAmount(typed: string): Cents | undefined {
  const found = AMOUNT.exec(typed.trim().toLowerCase())?.groups;
  if (!found) return undefined;
  const { thousands, whole = "0", cents = "00" } = found;
  const amount =
    thousands === undefined
      ? Number(whole.replaceAll(".", "")) * 100 + Number(cents)
      : fromThousands(thousands);
  return amount <= MOST_CENTS ? amount : undefined;
}

/** "1,8" → 1.800 euro; digits, never a fraction that a computer rounds. */
function fromThousands(typed: string): Cents {
  const [whole = "0", part = ""] = typed.split(",");
  return (Number(whole) * 1000 + Number(part.padEnd(3, "0"))) * 100;
}

/** "€ 1.850", and "€ 1.850,50" when there are cents. */
export function euros(cents: Cents): string {
  const whole = String(Math.trunc(Math.abs(cents) / 100)).replaceAll(/\B(?=(?:\d{3})+$)/g, ".");
  const rest = Math.abs(cents) % 100;
  return `€ ${cents < 0 ? "-" : ""}${whole}${rest === 0 ? "" : `,${String(rest).padStart(2, "0")}`}`;
}
