import { z } from "zod";
import { isDay } from "../domain/calendar.ts";
import { readAmount, type Cents } from "../domain/kernbudget/amount.ts";
import { DECIDERS, MODES, type Scheme } from "../domain/kernbudget/scheme.ts";

/** What is wrong with a scheme, at the place where it is to be repaired: "bands.1.upTo". */
export interface SchemeProblem {
  readonly path: string;
  readonly reason: string;
}

export type ReadScheme =
  | { readonly ok: true; readonly scheme: Scheme }
  | { readonly ok: false; readonly problems: readonly SchemeProblem[] };

const words = z.string().trim().min(1, "must not be empty");
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, "must be small letters, digits and hyphens");
const day = z.string().refine(isDay, "must be a day that exists, written year-month-day");
const amount = z.string().transform((typed, context): Cents => {
  const cents = readAmount(typed);
  if (cents !== undefined) return cents;
  context.addIssue({ code: "custom", message: 'must be an amount, such as "€ 2.500"' });
  return z.NEVER;
});
const period = z.strictObject({ from: day.optional(), to: day.optional() });
const deputy = z
  .strictObject({ of: id, deputy: id, from: day.optional(), to: day.optional() })
  .refine((one) => one.of !== one.deputy, { path: ["deputy"], message: "nobody is their own deputy" });
const band = z
  .strictObject({
    upTo: amount.optional(),
    decidedBy: z.enum(DECIDERS),
    mode: z.enum(MODES),
    needsPortefeuille: z.boolean().default(true),
  })
  .refine(({ decidedBy, mode }) => MODES_OF[decidedBy].includes(mode), {
    path: ["mode"],
    message: "an official decides in mode C, a member of the college in A or B, the college in B",
  })
  .transform(({ upTo, ...rest }) => ({ upToCents: upTo, ...rest }));
const MODES_OF: Readonly<Record<(typeof DECIDERS)[number], readonly (typeof MODES)[number][]>> = {
  gebiedsregisseur: ["C"],
  programmamanager: ["C"],
  kernwethouder: ["A", "B"],
  college: ["B"],
};

const size = z.discriminatedUnion("kind", [
  z
    .strictObject({ kind: z.literal("fixed"), amount })
    .transform(({ amount: cents }) => ({ kind: "fixed" as const, cents })),
  z
    .strictObject({
      kind: z.literal("perInhabitant"),
      each: amount,
      inhabitants: z.int().min(1, "must be a whole number above 0"),
      source: words,
      countedOn: day,
    })
    .transform(({ each, ...rest }) => ({ ...rest, centsEach: each })),
]);

const scheme = z
  .strictObject({
    format: z.literal(1),
    id,
    name: words,
    legalSource: words,
    from: day,
    to: day,
    pot: id,
    size,
    division: z.enum(["byPlans", "perKern"]).default("byPlans"),
    bands: z.array(band).min(1, "needs at least one band"),
    maximum: amount.optional(),
    ownSharePercent: z.int().min(0).max(100),
    hour: amount,
    fundsCountAsOwn: z.boolean(),
    order: z.enum(["received", "complete"]),
    decisionWeeks: z.int().min(1).max(52),
    leadWeeks: z.int().min(0).max(52),
    criteria: z.array(z.strictObject({ id, text: words })).min(1, "needs at least one criterion"),
    college: z.strictObject({
      weekday: z.int().min(1).max(7),
      daysBefore: z.int().min(0).max(30),
      before: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time, such as 12:00"),
      closed: z.array(period).default([]),
    }),
    collegeDeputies: z.array(deputy).default([]),
    mandateDeputies: z.array(deputy).default([]),
    letterBy: id,
  })
  .superRefine((read, context) => {
    const wrong = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    if (read.to < read.from) wrong(["to"], `the last day is before the first day ${read.from}`);
    read.bands.forEach(({ upToCents }, at) => {
      const before = read.bands[at - 1]?.upToCents;
      const isLast = at === read.bands.length - 1;
      if (isLast !== (upToCents === undefined))
        wrong(["bands", at, "upTo"], "only the last band has no upper end");
      if (before !== undefined && upToCents !== undefined && upToCents <= before)
        wrong(["bands", at, "upTo"], "must be more than the band before it");
    });
    const ids = read.criteria.map((criterion) => criterion.id);
    ids.forEach((one, at) => {
      if (ids.indexOf(one) !== at) wrong(["criteria", at, "id"], "is used before");
    });
  })
  .transform(({ format: _format, maximum, hour, bands: [first, ...more], ...rest }): Scheme => {
    // At least one band: checked above.
    if (!first) throw new Error("a scheme without bands was let through");
    return { ...rest, bands: [first, ...more], maximumCents: maximum, hourCents: hour };
  });

/** Reads a scheme from the content of its JSON file. Every problem is told with the place where it stands. */
export function readScheme(content: string): ReadScheme {
  let document: unknown;
  try {
    document = JSON.parse(content);
  } catch (error) {
    const reason = `is not JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { ok: false, problems: [{ path: "", reason }] };
  }
  const read = scheme.safeParse(document);
  if (read.success) return { ok: true, scheme: read.data };
  const problems = read.error.issues.map(({ path, message }) => ({ path: path.join("."), reason: message }));
  return { ok: false, problems };
}
