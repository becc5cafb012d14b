import type { Plan } from "../../../bot/domain/kernbudget/plan.ts";

/** A plan from Hank that is ready to be decided on, with whatever a test changes about it. */
export function somePlan(changes: Partial<Plan> = {}): Plan {
  return {
    id: "moestuin",
    scheme: "kernbudget-2026",
    status: "ready",
    kern: "hank",
    applicant: "Stichting i.o. Moestuin Achter 't Veldje",
    purpose: "een moestuin voor het dorp",
    askedCents: 7_500_00,
    own: { moneyCents: 0, hours: 200 },
    funds: [],
    submittedBy: "joris-proefstra",
    preparedBy: ["joris-proefstra"],
    receivedOn: ["2026-03-03"],
    completeOn: "2026-03-03",
    suspensions: [],
    portefeuilles: [],
    criteria: [],
    consents: [],
    recused: [],
    ledger: [],
    history: [],
    ...changes,
  };
}
