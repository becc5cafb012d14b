import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freeCents, type Pot } from "../../bot/domain/pot.ts";
import { competenceOn } from "../../bot/domain/kernbudget/decider.ts";
import { balanceOf } from "../../bot/domain/kernbudget/ledger.ts";
import type { Plan } from "../../bot/domain/kernbudget/plan.ts";
import { isWhole } from "../../bot/domain/kernbudget/record.ts";
import { digest } from "../../bot/hash.ts";
import { practiceScheme } from "../domain/kernbudget/practiceScheme.ts";
import { somePlan } from "../domain/kernbudget/somePlan.ts";
import { startPostgres, type PostgresServer } from "../storage/postgresServer.ts";
import { practiceStore } from "../town.ts";
import { planTown, type PlanTown } from "./kernbudgetTown.ts";

/** The long form takes minutes: FAULTS=long. */
const PRESSES = process.env["FAULTS"] === "long" ? 50_000 : 320;
const AT_ONCE = 8;
/** On a busy machine a press on PostgreSQL takes its time. */
const TIME = process.env["FAULTS"] === "long" ? 1_800_000 : 120_000;
const CRITERIA = ["kern", "draagvlak", "inzet", "niet-commercieel", "nieuw", "beleid"];

let server: PostgresServer;
const folders: string[] = [];
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  await server.stop();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const ENGINES = {
  async embedded() {
    const folder = await mkdtemp(join(tmpdir(), "kernwijzer-kernbudget-"));
    folders.push(folder);
    return practiceStore(folder);
  },
  postgres: async () => practiceStore(await server.database("nothing")),
};

async function pot({ store }: PlanTown): Promise<Pot> {
  const found = await store.get("pot", "kernbudget-2026");
  if (!found) throw new Error("there is no pot");
  return found.row;
}

/** The pot is what its plans hold of it, and nobody decided who might not. */
async function expectWhole(town: PlanTown): Promise<void> {
  const held = await pot(town);
  const plans = (await town.store.all("plan")).map(({ row }) => row);
  expect(freeCents(held)).toBeGreaterThanOrEqual(0);
  expect(held).toMatchObject(balanceOf(plans.flatMap(({ ledger }) => ledger)));
  const records = (await town.store.all("decisionRecord")).map(({ row }) => row);
  for (const plan of plans.filter(({ id }) => id.startsWith("plan-"))) {
    const own = records.filter((record) => record.plan === plan.id && record.outcome !== "waitlisted");
    expect(own.length).toBeLessThanOrEqual(1);
    for (const record of own) {
      const { id } = record.by;
      expect([plan.submittedBy, ...plan.preparedBy, "babs-doublure"]).not.toContain(id);
      expect(plan.history.some(({ act, by }) => act === "recuse" && by === id)).toBe(false);
      expect(isWhole(record, digest)).toBe(true);
      expect(record.shown.decides.name).toBe(record.by.name);
    }
  }
}

function readyPlan(id: string, changes: Partial<Plan> = {}): Plan {
  return somePlan({ id, criteria: CRITERIA, own: { moneyCents: 5_000_00, hours: 0 }, ...changes });
}

describe.each(Object.entries(ENGINES))("plans on the %s engine", (_name, open) => {
  it("64 approvals of the last € 2.100 at once: exactly what fits is granted", async () => {
    const town = await planTown(await open());
    // Takes the free money but € 2.100.
    await town.put([readyPlan("plan-first", { askedCents: 7_500_00 })]);
    await town.press({ plan: "plan-first", version: 1, official: "anna-fictema", verb: "grant" });
    expect(freeCents(await pot(town))).toBe(2_100_00);
    const ids = Array.from({ length: 64 }, (_, at) => `plan-${at}`);
    await town.put(
      ids.map((id) => readyPlan(id, { askedCents: 600_00, kern: "veen", submittedBy: "mieke-denkbeeld" })),
    );
    const answers = await Promise.all(
      ids.map((plan) => town.press({ plan, version: 1, official: "ilse-mockema", verb: "grant" })),
    );
    const refused = answers.filter(
      (answer) => answer?.notice.about === "planRefusal" && answer.notice.why === "overCeiling",
    );
    expect(refused).toHaveLength(61);
    expect(await pot(town)).toMatchObject({ committedCents: 105_700_00, reservedCents: 6_000_00 });
    expect(freeCents(await pot(town))).toBe(300_00);
    // What is possible can be granted all the same.
    const late = ids.find((_id, at) => refused.includes(answers[at]));
    const part = await town.press({
      plan: late ?? "",
      version: 1,
      official: "ilse-mockema",
      verb: "grantPart",
      input: { amount: "300", reason: "meer is er niet" },
    });
    expect(part?.notice.about).toBe("plan");
    expect(freeCents(await pot(town))).toBe(0);
    await expectWhole(town);
    await town.store.close();
  });

  it("the same plan decided on by many presses at once, also redelivered: one decision", async () => {
    const town = await planTown(await open());
    await town.put([readyPlan("plan-one", { askedCents: 3_000_00 })]);
    const verbs = ["grant", "refuse", "grantPart", "toCollege", "recuse", "explain"] as const;
    await Promise.all(
      Array.from({ length: 32 }, (_, at) =>
        town.press({
          plan: "plan-one",
          version: 1,
          official: "anna-fictema",
          verb: verbs[at % verbs.length] ?? "grant",
          input: { amount: "1000", reason: "zo is het" },
          key: `press ${at % 16}`,
        }),
      ),
    );
    const found = await town.store.get("plan", "plan-one");
    expect(found?.row.history).toHaveLength(1);
    await expectWhole(town);
    await town.store.close();
  });

  it(
    "any presses by anybody: never over the ceiling, one decision each, by who might",
    async () => {
      const town = await planTown(await open());
      const people = [
        "anna-fictema",
        "ilse-mockema",
        "joris-proefstra",
        "mieke-denkbeeld",
        "lies-voorbeeldsma",
        "teun-verzonneman",
        "karel-nergens",
        "babs-doublure",
        "gijs-kladversie",
      ];
      const verbs = [
        "grant",
        "grant",
        "grantPart",
        "grantOnCondition",
        "refuse",
        "waitlist",
        "recuse",
        "consent",
        "toCollege",
        "explain",
        "assess",
        "makeReady",
        "makeReady",
        "withdraw",
        "sendLetter",
        "pay",
        "account",
        "settlePlan",
        "recordCollege",
      ] as const;
      const anyPress = fc.record({
        plan: fc.nat(),
        official: fc.constantFrom(...people),
        verb: fc.constantFrom(...verbs),
        amount: fc.constantFrom("500", "1.200", "0", "1.85", "99.999"),
        isOld: fc.nat(9),
        again: fc.nat(4),
      });
      const plans = Array.from({ length: PRESSES / 15 }, (_, at) =>
        readyPlan(`plan-${at}`, {
          status: at % 3 === 0 ? "assessed" : "ready",
          kern: ["hank", "veen", "andel", "eethen"][at % 4] ?? "hank",
          askedCents: [400_00, 1_900_00, 4_000_00, 9_000_00, 12_000_00][at % 5] ?? 0,
          submittedBy: at % 2 === 0 ? "joris-proefstra" : "mieke-denkbeeld",
          preparedBy: at % 7 === 0 ? ["ilse-mockema"] : [],
          portefeuilles: [[], ["sport"], ["openbare-ruimte"], ["wonen"]][at % 4] ?? [],
        }),
      );
      for (let at = 0; at < plans.length; at += 50) await town.put(plans.slice(at, at + 50));
      const presses = fc.sample(anyPress, { numRuns: PRESSES, seed: 20260414 });
      for (let at = 0; at < presses.length; at += AT_ONCE) {
        await Promise.all(
          presses
            .slice(at, at + AT_ONCE)
            .map(async ({ plan, official, verb, amount, isOld, again }, within) => {
              const id = plans[plan % plans.length]?.id ?? "";
              const current = await town.store.get("plan", id);
              const version = current?.version ?? 1;
              const input = {
                amount,
                reason: "zo is het",
                condition: "eerst de vergunning",
                criteria: CRITERIA.join(","),
                collegeDay: "2026-04-14",
                listNumber: "7",
              };
              // Half of the time by whoever is asked, else by anybody.
              const competence =
                current && competenceOn(town.register, practiceScheme, current.row, "2026-04-14");
              const asked = competence?.by === "person" && again > 1 ? competence.official : official;
              const press = {
                plan: id,
                version: isOld === 0 ? 1 : version,
                official: asked,
                verb,
                input,
                key: `${at} ${within}`,
              };
              await town.press(press);
              if (again === 0) await town.press(press);
            }),
        );
        if (at % (AT_ONCE * 10) === 0) await expectWhole(town);
      }
      await expectWhole(town);
      const records = (await town.store.all("decisionRecord")).map(({ row }) => row.outcome);
      // It did come to decisions, of more than one kind: otherwise nothing was tried.
      expect(records).toContain("granted");
      expect(new Set(records).size).toBeGreaterThan(1);
      await town.store.close();
    },
    TIME,
  );
});
