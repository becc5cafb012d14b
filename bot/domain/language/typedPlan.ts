import { readAmount, type Cents } from "../kernbudget/amount.ts";

/** What a message tells of a plan that asks for money. What it does not tell is asked on a form. */
export interface TypedPlan {
  readonly applicant?: string | undefined;
  readonly purpose?: string | undefined;
  readonly askedCents?: Cents | undefined;
  readonly ownMoneyCents?: Cents | undefined;
  readonly volunteers?: number | undefined;
  readonly hours?: number | undefined;
  readonly caseNumber?: string | undefined;
  /** "Aanvraag": it may be a formal one already. */
  readonly saysApplication: boolean;
}

const NUMBER = String.raw`\d[\d.,]*\d|\d`;
/** An amount that says it is one. */
const MONEY = String.raw`(?<![\p{L}\p{N}])(?:€\s*(?:${NUMBER})(?:\s*k\b)?|(?:${NUMBER})\s*(?:k|duizend|euro'?s?|eur|eu|€)(?![\p{L}\p{N}]))(?:\s*euro\b)?`;
const SOME_MONEY = new RegExp(MONEY, "iu");
const OWN = new RegExp(
  String.raw`eigen\s+(?:geld|middelen|bijdrage|inleg|inbreng)\s*(?:is|van|:)?\s*((?:€\s*)?(?:${NUMBER})(?:\s*(?:k|euro|eur|eu))?)(?![\p{L}\p{N}])`,
  "iu",
);
const CASE = /(?<![\p{L}\p{N}])z-?\d{2,4}-\d{3,8}(?!\d)/iu;
const PURPOSE = /(?<!\p{L})voor\s+(.+?)(?=\s*(?:[.;!?](?:\s|$)|,\s*eigen\s|\n|$))/iu;
const APPLICANT = /(?<!\p{L})aanvraag\s+(?:(?:van|door|kernbudget)\s+)*(.+)/isu;

/** Longest name or purpose that is taken over, in characters. */
const LONGEST = 200;

/** Whether a text holds an amount of money that says so: "1850 euro", "€ 300", "2k". */
export function tellsMoney(text: string): boolean {
  return SOME_MONEY.test(text);
}

/** Takes a typed message about a plan apart. Words are taken over as typed: nobody's spelling is corrected. */
export function readTypedPlan(text: string): TypedPlan {
  const own = OWN.exec(text);
  const besideOwn = own ? text.replace(own[0], "; ") : text;
  const asked = SOME_MONEY.exec(besideOwn);
  const after = asked ? besideOwn.slice(asked.index + asked[0].length) : besideOwn;
  const before = asked ? besideOwn.slice(0, asked.index) : besideOwn;
  return {
    applicant: neat(APPLICANT.exec(before)?.[1]?.replace(/[\s,]*\bbinnen\b[\s,]*$/i, "")),
    purpose: neat(PURPOSE.exec(after)?.[1]),
    askedCents: asked ? readAmount(asked[0]) : undefined,
    ownMoneyCents: own?.[1] === undefined ? undefined : readAmount(own[1]),
    volunteers: countOf(/(\d{1,4})\s+vrijwilligers/i, text),
    hours: countOf(/(\d{1,5})\s+(?:uur|uren)(?![\p{L}])/iu, text),
    caseNumber: CASE.exec(text)?.[0].toUpperCase(),
    saysApplication: /(?<!\p{L})aanvraag/iu.test(text),
  };
}

function countOf(form: RegExp, text: string): number | undefined {
  const found = form.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

function neat(typed: string | undefined): string | undefined {
  const words = typed
    ?.replaceAll(/\s+/g, " ")
    .replace(/^[\s,:;-]+|[\s,:;-]+$/g, "")
    .slice(0, LONGEST);
  return words === undefined || words === "" ? undefined : words;
}
