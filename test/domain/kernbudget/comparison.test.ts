import { describe, expect, it } from "vitest";
import { compare } from "../../../bot/domain/kernbudget/comparison.ts";
import { practiceRegister } from "./practiceRegister.ts";
import { practiceScheme } from "./practiceScheme.ts";
import { somePlan } from "./somePlan.ts";

const register = practiceRegister();
const AT = "2026-03-01T10:00:00.000Z";
const plans = [
  somePlan({ id: "a", completeOn: "2026-03-05" }),
  somePlan({ id: "b", completeOn: "2026-03-02", kern: "veen", receivedOn: ["2026-03-09"] }),
  somePlan({ id: "c", completeOn: undefined, status: "incomplete", receivedOn: ["2026-02-01"] }),
  somePlan({ id: "d", completeOn: "2026-03-03", status: "withdrawn" }),
  somePlan({
    id: "e",
    status: "paid",
    kern: "veen",
    ledger: [{ kind: "commit", cents: 800_00, at: AT }],
  }),
];
const [plan = somePlan()] = plans;

describe("a plan beside the others", () => {
  it("is second when another was complete before it, and not when that was merely received", () => {
    const { others, before } = compare(register, practiceScheme, plans, plan);
    expect(others.map(({ id }) => id)).toEqual(["b", "c"]);
    expect(before).toBe(1);
  });

  it("counts by receipt where the scheme says so", () => {
    const byReceipt = { ...practiceScheme, order: "received" } as const;
    const { others, before } = compare(register, byReceipt, plans, plan);
    expect(others.map(({ id }) => id)).toEqual(["c", "b"]);
    expect(before).toBe(1);
  });

  it("shows every kern by name, also those that never asked, and in no other order", () => {
    const { spread } = compare(register, practiceScheme, plans, plan);
    expect(spread).toHaveLength(21);
    expect(spread.map(({ kern }) => kern).toSorted((a, b) => a.localeCompare(b, "nl"))).toEqual(
      spread.map(({ kern }) => kern),
    );
    expect(spread.find(({ kern }) => kern === "Veen")).toMatchObject({ committedCents: 800_00, plans: 2 });
    expect(spread.find(({ kern }) => kern === "Andel")).toMatchObject({ committedCents: 0, plans: 0 });
  });

  it("does not change with the number of inhabitants", () => {
    const kernen = new Map(
      [...register.kernen].map(([id, kern]) => [id, { ...kern, inhabitants: undefined }]),
    );
    expect(compare({ ...register, kernen }, practiceScheme, plans, plan)).toEqual(
      compare(register, practiceScheme, plans, plan),
    );
  });
});
