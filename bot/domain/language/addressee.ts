import type { OfficialId } from "../official.ts";
import type { Register } from "../register.ts";
import type { VakteamId } from "../vakteam.ts";
import { splitAtColon } from "./colon.ts";
import { fold, foldedWords } from "./folding.ts";
import type { Reader } from "./reading.ts";
import { readable } from "./sentence.ts";

/** To whom something goes, and what is said besides. */
export interface Addressed {
  readonly vakteams: readonly VakteamId[];
  readonly officials: readonly OfficialId[];
  /** The words as typed that do not address anybody. */
  readonly text: string;
}

/** What is known when somebody is looked for in a sentence. */
export interface Names {
  readonly register: Pick<Register, "vakteams" | "officials">;
  readonly reader: Reader;
}

const TOWARD = /(?<![\p{L}\p{N}])(?:aan|naar|bij|op naam van)\s+/giu;
// Beyond the first few nobody is addressed any more, and each costs a reading.
const MOST_TRIED = 6;
/** A name of a person or a team has at most this many words, and a few may be listed. */
const MOST_WORDS = 8;
const BETWEEN = new Set(["team", "vakteam", "afdeling", "cluster", "collega", "het", "de", "en", "of"]);
const AROUND = new Set(
  `draag stuur stuurt zet speel leg geef graag overdragen overdracht overgedragen doorzetten doorsturen doorspelen
   neerleggen wil je jij kun kan kunnen we mag moet doe maar even ff eens met spoed svp aub dit deze die het t ook
   door over terug neer en dus vraag teruggeven terugsturen iets geef gewoon meteen snel`
    .trim()
    .split(/\s+/),
);

/** Finds whom a sentence addresses: "overdragen aan BOR: …", "draag … over aan RO en verkeer", "terug naar joris, …". */
export function addressOf(typed: string, names: Names): Addressed {
  const text = readable(typed)
    .replace(/(?<!\S)@\S+/gu, "")
    .trim();
  const parted = splitAtColon(text);
  if (parted) {
    const { vakteams, officials } = names.reader.read(parted.head);
    if (vakteams.length + officials.length > 0) return { vakteams, officials, text: parted.said };
  }
  for (const toward of [...text.matchAll(TOWARD)].slice(0, MOST_TRIED)) {
    const after = text.slice(toward.index + toward[0].length);
    const clause = /^[^,.:;\n]*/u.exec(after)?.[0] ?? "";
    const words = clause.split(/\s+/).filter(Boolean);
    const { vakteams, officials } = names.reader.read(`aan ${words.slice(0, MOST_WORDS).join(" ")}`);
    const length = namedWords(words, vakteams, officials, names);
    if (length === 0) continue;
    // Named further on in the clause is not addressed: "naar de speeltuin van Esra".
    const addressed = names.reader.read(`aan ${words.slice(0, length).join(" ")}`);
    const rest = after.slice(lengthOf(after, length)).replace(/^[\s,.:;–-]+/u, "");
    const before = withoutAround(text.slice(0, toward.index));
    return {
      vakteams: addressed.vakteams,
      officials: addressed.officials,
      text: [before, rest].filter(Boolean).join(", ").trim(),
    };
  }
  return { vakteams: [], officials: [], text };
}

/** How many of these words, from the first, are names of those found and what stands between them. */
function namedWords(
  words: readonly string[],
  vakteams: readonly VakteamId[],
  officials: readonly OfficialId[],
  { register, reader }: Names,
): number {
  const spelled = [
    ...vakteams.flatMap((id) => {
      const team = register.vakteams.get(id);
      return team ? [team.name, ...team.aliases] : [];
    }),
    ...officials.flatMap((id) => register.officials.get(id)?.name ?? []),
  ].map(foldedWords);
  const people = officials.map((id) => foldedWords(register.officials.get(id)?.name ?? ""));
  const alone = people.flatMap((name) => [name.slice(0, 1), name.slice(-1)]);
  let end = 0;
  for (let here = 0; here < words.length;) {
    const length = Math.max(
      0,
      ...[...spelled, ...alone].map((name) => (startsWith(words.slice(here), name) ? name.length : 0)),
    );
    const isMisspelt =
      length === 0 && people.length > 0 && reader.read(`aan ${words[here] ?? ""}`).officials.length > 0;
    if (length > 0 || isMisspelt) end = here += Math.max(1, length);
    else if (BETWEEN.has(fold(words[here] ?? ""))) here++;
    else break;
  }
  return end;
}

function startsWith(words: readonly string[], name: readonly string[]): boolean {
  return name.length > 0 && name.every((word, index) => foldedWords(words[index] ?? "").join("") === word);
}

/** How many characters the first so many words take. */
function lengthOf(text: string, words: number): number {
  const found = [...text.matchAll(/\S+/gu)][words - 1];
  return found ? found.index + found[0].replace(/[,.:;]+$/u, "").length : 0;
}

/** "draag de wipkip over" → "de wipkip": what stands around the subject only tells what to do with it. */
function withoutAround(text: string): string {
  const words = text.split(/\s+/).filter(Boolean);
  const isAround = (word: string | undefined) =>
    word !== undefined && (foldedWords(word).every((one) => AROUND.has(one)) || word === "");
  while (isAround(words[0])) words.shift();
  while (isAround(words.at(-1))) words.pop();
  return words.join(" ").replace(/[,.:;]+$/u, "");
}
