/**
 * The forms a Dutch word may be an inflection of, the word itself first: "palen" → paal, "veldje" → veld,
 * "gemeenten" → gemeente. Rough on purpose: wrong guesses do no harm where the answer is looked up in a list.
 */
export function baseForms(word: string): string[] {
  const forms = [word];
  if (word.length < 5) return forms;
  if (/jes?$/.test(word)) forms.push(...diminutiveBases(word.replace(/jes?$/, "")));
  if (word.endsWith("en")) forms.push(word.slice(0, -1), ...closedSyllables(word.slice(0, -2)));
  else if (word.endsWith("e")) forms.push(...closedSyllables(word.slice(0, -1)));
  else if (/[st]$/.test(word)) forms.push(word.slice(0, -1));
  return forms;
}

/** What stands before -je: "veld", "paalt" → paal, "boomp" → boom, "wegget" → weg. */
export function diminutiveBases(beforeJe: string): string[] {
  const bases = [beforeJe];
  if (/[^aeiou]{2}et$/.test(beforeJe)) bases.push(beforeJe.slice(0, -3));
  if (/mp$/.test(beforeJe) || beforeJe.endsWith("t")) bases.push(beforeJe.slice(0, -1));
  return bases;
}

/** Spellings of a root once its ending is gone: "pal" → paal, "huiz" → huis, "toestell" → toestel. */
function closedSyllables(root: string): string[] {
  const spellings = [root];
  const last = root.at(-1) ?? "";
  const before = root.at(-2) ?? "";
  if (last === before) spellings.push(root.slice(0, -1));
  const hard = last === "z" ? "s" : last === "v" ? "f" : last;
  if (hard !== last) spellings.push(root.slice(0, -1) + hard);
  if (/[^aeiou][aeou][^aeiou]$/.test(root)) spellings.push(root.slice(0, -1) + before + hard);
  return spellings;
}
