/**
 * What may never be kept or repeated in Teams: things that point to one resident, or tell of their body, money or
 * offences. Source: the national DPIA on Teams (2022), no special personal data in chats. Guards against slips, not
 * against intent: it knows patterns, no names.
 */
export const SENSITIVE = [
  "bsn",
  "iban",
  "phone",
  "email",
  "birth", // date of birth
  "person", // health, debts or offences of somebody
] as const;
export type Sensitive = (typeof SENSITIVE)[number];

/** The kinds of sensitive data in a text, each once, in the order of `SENSITIVE`. */
export function sensitiveIn(text: string): readonly Sensitive[] {
  return SENSITIVE.filter((kind) => FINDERS[kind](text));
}

const FINDERS: Readonly<Record<Sensitive, (text: string) => boolean>> = {
  bsn: (text) => digitRuns(text).some(isBsn),
  iban: (text) => (text.match(IBAN) ?? []).some(isIban),
  phone: (text) => PHONE.test(text.replaceAll(IBAN, " ")),
  email: (text) => /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/.test(text),
  birth: (text) =>
    /\b(?:geb(?:oren|oortedatum|\.)?)[ :]{1,3}(?:op )?\d{1,2}[-/ .](?:\d{1,2}|[a-z]{3,9})[-/ .]\d{2,4}/i.test(
      text,
    ),
  person: (text) => PERSON_AND_TROUBLE.test(text),
};

/** A Dutch number as people group it, or any number written in one piece. */
const IBAN = /\b[A-Za-z]{2}\d{2}(?: ?[A-Za-z]{4} ?\d{4} ?\d{4} ?\d{2}|[A-Za-z0-9]{11,30})\b/g;
const PHONE = /(?<!\d)(?:(?:\+|00)31[ -]?(?:\(0\))?|0)[1-9](?:[ -]?\d){8}(?!\d)/;

/** Somebody, and within a few words something that is nobody else's business. */
const SOMEBODY =
  "mevr(?:ouw)?|mw|mvr|meneer|mijnheer|dhr|buurman|buurvrouw|bewoner|bewoonster|inwoner|gezin|familie|zijn zoon|haar zoon|zijn dochter|haar dochter|hij|zij|ze";
const TROUBLE =
  "kanker|dement|dementie|depressi\\w*|psychisch\\w*|psychiatrisch\\w*|psychose|verslaafd|verslaving|alcoholist|medicatie|medicijnen|diagnose|autis\\w*|adhd|zwanger|hiv|suicid\\w*|schulden|schuldsanering|bijstand|failliet|strafblad|veroordeeld|gearresteerd|mishandel\\w*|huiselijk geweld|uithuisplaatsing|crimineel";
const PERSON_AND_TROUBLE = new RegExp(
  `\\b(?:${SOMEBODY})\\b\\W{1,3}(?:\\w+\\W{1,3}){0,6}?(?:${TROUBLE})\\b`,
  "i",
);

/** Digits as people group them: "123456782", "1234.56.782", "123 456 782". */
function digitRuns(text: string): readonly string[] {
  const runs = text.match(/(?<![\d.,-])\d(?:[ .]?\d){8}(?![\d]|[.,-]\d)/g) ?? [];
  return runs.map((run) => run.replaceAll(/[ .]/g, ""));
}

/** The eleven-test of the burgerservicenummer: weights 9 to 2, and minus 1 for the last digit. */
function isBsn(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return sum % 11 === 0;
}

/** ISO 13616: the number, its first four signs moved to the end and letters as 10 to 35, is 1 modulo 97. */
function isIban(text: string): boolean {
  const compact = text.replaceAll(" ", "").toUpperCase();
  if (compact.length < 15 || compact.length > 34) return false;
  const moved = compact.slice(4) + compact.slice(0, 4);
  let rest = 0;
  for (const sign of moved) {
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}
