import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Cents } from "../domain/kernbudget/amount.ts";
import { balanceOf, granting, paying, reserving } from "../domain/kernbudget/ledger.ts";
import type { Plan, PlanStatus } from "../domain/kernbudget/plan.ts";
import { ceilingCents, type Scheme } from "../domain/kernbudget/scheme.ts";
import { readScheme } from "../schemeFormat/readScheme.ts";
import type { CommitOutcome, Store } from "../../storage/store.ts";
import { PRACTICE_START } from "./clock.ts";

const SCHEME = join(import.meta.dirname, "altena/kernbudget/scheme.json");

/** What was granted and paid before the practice begins, and one plan that waits. Invented, like everything here. */
const PLANS: readonly (readonly [kern: string, applicant: string, purpose: string, euros: number])[] = [
  ["werkendam", "Speeltuinvereniging Werkendam", "een nieuw speeltoestel", 9_800],
  ["woudrichem", "Stichting Vestingfeest", "verlichting op de wal", 9_500],
  ["sleeuwijk", "Dorpsraad Sleeuwijk", "een beweegroute", 9_900],
  ["nieuwendijk", "Buurtvereniging Nieuwendijk", "een pluktuin", 8_700],
  ["almkerk", "Dorpshuis Almkerk", "geluid en licht in de zaal", 9_600],
  ["wijk-en-aalburg", "Ondernemers en inwoners Wijk en Aalburg", "een dorpsplein met bankjes", 9_900],
  ["dussen", "Stichting Kasteeltuin Dussen", "een openluchtpodium", 9_200],
  ["giessen", "Dorpsraad Giessen", "een trapveldje", 9_400],
  ["rijswijk", "Oranjevereniging Rijswijk", "een feesttent", 7_400],
  ["veen", "Jeugdvereniging Veen", "een jeugdhonk", 7_000],
  ["uppel", "Buurt Uppel", "een ontmoetingsplek", 6_000],
];
const WAITING = ["genderen", "Dorpshuis Genderen", "stoelen en een beamer", 6_000] as const;

/**
 * The kernbudget of the practice municipality: € 112.000, of which € 96.400 is granted, € 6.000 held and € 9.600 free.
 * Left alone when there is a scheme already.
 */
export async function seedKernbudget(store: Store): Promise<CommitOutcome | undefined> {
  if ((await store.all("scheme")).length > 0) return undefined;
  const read = readScheme(await readFile(SCHEME, "utf8"));
  if (!read.ok) throw new Error(`the practice scheme: ${JSON.stringify(read.problems)}`);
  const { scheme } = read;
  const plans = [
    ...PLANS.map(([kern, applicant, purpose, euros]) =>
      planOf(scheme, { kern, applicant, purpose }, euros * 100, "paid"),
    ),
    planOf(
      scheme,
      { kern: WAITING[0], applicant: WAITING[1], purpose: WAITING[2] },
      WAITING[3] * 100,
      "ready",
    ),
  ];
  const balance = balanceOf(plans.flatMap(({ ledger }) => ledger));
  return store.commit({
    key: `seed ${scheme.id}`,
    changes: [
      { collection: "scheme", id: scheme.id, expect: 0, row: scheme },
      {
        collection: "pot",
        id: scheme.pot,
        expect: 0,
        row: { id: scheme.pot, ceilingCents: ceilingCents(scheme), ...balance },
      },
      ...plans.map((row) => ({ collection: "plan", id: row.id, expect: 0, row }) as const),
    ],
    journal: { who: "kernwijzer", capacity: "", at: PRACTICE_START, act: "seed", why: scheme.legalSource },
    outbox: [],
    reply: null,
  });
}

function planOf(
  scheme: Scheme,
  what: Pick<Plan, "kern" | "applicant" | "purpose">,
  cents: Cents,
  status: PlanStatus & ("paid" | "ready"),
): Plan {
  const at = "2026-03-10T09:00:00.000Z";
  const held = reserving(cents, at);
  const granted = granting(balanceOf(held), cents, at);
  const paid = paying(balanceOf([...held, ...granted]), at);
  const by = {
    act: "makeReady",
    by: "ilse-mockema",
    capacity: "programmamanager",
    at,
    why: "oefendata",
  } as const;
  return {
    ...what,
    id: `${scheme.id}-${what.kern}`,
    scheme: scheme.id,
    status,
    askedCents: cents,
    own: { moneyCents: cents, hours: 0 },
    funds: [],
    submittedBy: "gijs-kladversie",
    preparedBy: ["gijs-kladversie"],
    receivedOn: ["2026-03-03"],
    completeOn: "2026-03-03",
    suspensions: [],
    portefeuilles: [],
    criteria: scheme.criteria.map(({ id }) => id),
    consents: [],
    recused: [],
    ledger: status === "paid" ? [...held, ...granted, ...paid] : held,
    decision:
      status === "paid"
        ? {
            outcome: "granted",
            cents,
            by: "hein-schijnbaar",
            capacities: [{ role: "directie" }],
            at,
            motivation: "",
            letterSentOn: "2026-03-12",
          }
        : undefined,
    history: [by],
  };
}
