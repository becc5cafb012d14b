import { describe, expect, it } from "vitest";
import { competenceOn, consentAskedOf, mayDecide } from "../../../bot/domain/kernbudget/decider.ts";
import type { Plan } from "../../../bot/domain/kernbudget/plan.ts";
import { practiceRegister } from "./practiceRegister.ts";
import { practiceScheme } from "./practiceScheme.ts";
import { somePlan } from "./somePlan.ts";

const DAY = "2026-04-14";
const all = practiceRegister();

/** Who decides, with capacities, in one line. */
function decides(changes: Partial<Plan>, register = all, day = DAY): string {
  const competence = competenceOn(register, practiceScheme, somePlan(changes), day);
  if (competence.by === "college") return `college: ${competence.why}`;
  const capacities = competence.capacities.map((one) =>
    [one.role, one.kern ?? one.portefeuille].filter(Boolean).join(" "),
  );
  const instead = competence.insteadOf === undefined ? [] : [`instead of ${competence.insteadOf}`];
  const waits = competence.waitsFor.map((one) => `after ${one.official} for ${one.portefeuille}`);
  return [competence.official, ...capacities, ...instead, ...waits].join(", ");
}

function judged(official: string, changes: Partial<Plan> = {}, register = all): string {
  const found = mayDecide(register, practiceScheme, somePlan(changes), official, DAY);
  return typeof found === "string" ? found : "may";
}

describe("who decides", () => {
  it.each<[string, Partial<Plan>, string]>([
    [
      "a small amount",
      { askedCents: 300_00, submittedBy: "lotte-vulling", preparedBy: [] },
      "joris-proefstra, gebiedsregisseur hank",
    ],
    [
      "a small amount that the regisseur asks for: the colleague in the mandate register",
      { askedCents: 300_00 },
      "mieke-denkbeeld, gebiedsregisseur hank, instead of joris-proefstra",
    ],
    ["up to € 2.500", { askedCents: 1_850_00, kern: "drongelen" }, "ilse-mockema, programmamanager"],
    ["up to € 10.000", {}, "anna-fictema, kernwethouder hank"],
    [
      "the portefeuille is the decider's own: one tap, two capacities",
      { portefeuilles: ["openbare-ruimte"] },
      "anna-fictema, kernwethouder hank, portefeuillehouder openbare-ruimte",
    ],
    [
      "somebody else's portefeuille: that member must agree first",
      { portefeuilles: ["sport"] },
      "anna-fictema, kernwethouder hank, after lies-voorbeeldsma for sport",
    ],
    [
      "and has agreed",
      {
        portefeuilles: ["sport"],
        consents: [{ portefeuille: "sport", by: "lies-voorbeeldsma", at: "2026-04-13T10:00:00.000Z" }],
      },
      "anna-fictema, kernwethouder hank",
    ],
    [
      "somebody else agreed: that does not count",
      {
        portefeuilles: ["sport"],
        consents: [{ portefeuille: "sport", by: "karel-nergens", at: "2026-04-13T10:00:00.000Z" }],
      },
      "anna-fictema, kernwethouder hank, after lies-voorbeeldsma for sport",
    ],
    ["a kern of the burgemeester", { kern: "eethen" }, "roos-van-bedacht, kernbestuurder eethen"],
    ["above € 10.000", { askedCents: 20_000_00 }, "college: amount"],
    ["an interest, and nobody was arranged", { recused: ["anna-fictema"] }, "college: nobody"],
    [
      "an interest, and the college arranged a deputy",
      { kern: "andel", recused: ["karel-nergens"] },
      "teun-verzonneman, kernwethouder andel, instead of karel-nergens",
    ],
    [
      "the deputy has an interest too",
      { kern: "andel", recused: ["karel-nergens", "teun-verzonneman"] },
      "college: nobody",
    ],
    [
      "the programmamanager prepared it",
      { askedCents: 2_000_00, preparedBy: ["ilse-mockema"] },
      "hein-schijnbaar, programmamanager, instead of ilse-mockema",
    ],
  ])("%s", (_what, changes, decider) => {
    expect(decides(changes)).toBe(decider);
  });

  it("waits for a member who is away when the college arranged nobody, and else not", () => {
    const away = practiceRegister("anna-fictema", "karel-nergens");
    expect(decides({}, away)).toBe("anna-fictema, kernwethouder hank");
    expect(decides({ kern: "andel" }, away)).toBe(
      "teun-verzonneman, kernwethouder andel, instead of karel-nergens",
    );
  });

  it("goes to the college when nobody holds the office", () => {
    const roles = new Map(
      [...all.roles].filter(([, { kern, role }]) => kern !== "hank" || role !== "kernwethouder"),
    );
    expect(decides({}, { ...all, roles })).toBe("college: nobody");
  });
});

describe("who may press", () => {
  it.each<[string, string, Partial<Plan>, string]>([
    ["the kernwethouder of the kern", "anna-fictema", {}, "may"],
    ["another wethouder, on a forwarded card", "teun-verzonneman", {}, "askedOther"],
    ["the secretariat", "babs-doublure", {}, "prepareOnly"],
    ["who submitted it", "joris-proefstra", {}, "ownPlan"],
    ["who declared an interest", "anna-fictema", { recused: ["anna-fictema"] }, "recused"],
    ["a member, on what the college decides", "anna-fictema", { askedCents: 20_000_00 }, "college"],
    ["too early", "anna-fictema", { portefeuilles: ["sport"] }, "portefeuilleFirst"],
    [
      "the portefeuillehouder of somebody else's kern",
      "lies-voorbeeldsma",
      { portefeuilles: ["sport"] },
      "askedOther",
    ],
    ["the decider who submitted it", "anna-fictema", { submittedBy: "anna-fictema" }, "ownPlan"],
  ])("%s: %s", (_what, official, changes, outcome) => {
    expect(judged(official, changes)).toBe(outcome);
  });

  it("judges the office on the day itself", () => {
    const roles = new Map(
      [...all.roles].map(([id, role]) =>
        role.official === "anna-fictema" ? [id, { ...role, to: "2026-04-13" }] : [id, role],
      ),
    );
    expect(judged("anna-fictema", {}, { ...all, roles })).toBe("college");
  });

  it("never lets anybody decide on their own plan, in any kern and for any amount", () => {
    for (const official of all.officials.keys())
      for (const kern of all.kernen.keys())
        for (const askedCents of [300_00, 2_000_00, 9_000_00, 20_000_00])
          expect(judged(official, { kern, askedCents, submittedBy: official, preparedBy: [] })).not.toBe(
            "may",
          );
  });

  it("lets at most one person decide", () => {
    for (const kern of all.kernen.keys())
      for (const askedCents of [300_00, 2_000_00, 9_000_00, 20_000_00]) {
        const may = [...all.officials.keys()].filter((id) => judged(id, { kern, askedCents }) === "may");
        expect(may.length).toBe(askedCents > 10_000_00 ? 0 : 1);
      }
  });
});

describe("who is asked to agree", () => {
  it("the holder of a portefeuille that is not the decider's own", () => {
    const plan = somePlan({ portefeuilles: ["sport", "openbare-ruimte"] });
    const asked = (id: string) => consentAskedOf(all, practiceScheme, plan, id, DAY);
    expect(asked("lies-voorbeeldsma")).toEqual(["sport"]);
    expect(asked("anna-fictema")).toEqual([]);
    expect(asked("karel-nergens")).toEqual([]);
  });
});
