/** The text in lower case without diacritics, the form in which everything is compared: "Babyloniënbroek" → "babylonienbroek". */
export function fold(text: string): string {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
}

/** The folded words of a text, in order; everything that is no letter or digit separates. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
