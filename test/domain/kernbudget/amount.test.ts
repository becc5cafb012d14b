import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { euros, readAmount } from "../../../bot/domain/kernbudget/amount.ts";

describe("an amount as somebody types it", () => {
  it.each([
    ["€ 1.850,50", 1_850_50],
    ["€1850", 1_850_00],
    ["1850", 1_850_00],
    ["1.850", 1_850_00],
    ["1850,00", 1_850_00],
    ["1850,-", 1_850_00],
    ["1,8k", 1_800_00],
    ["1,85k", 1_850_00],
    ["35k", 35_000_00],
    ["35 K", 35_000_00],
    ["35 duizend euro", 35_000_00],
    ["7.500 euro", 7_500_00],
    ["EUR 112.000", 112_000_00],
    ["300 eu", 300_00],
    ["300 euro's", 300_00],
    ["0", 0],
  ])("%s", (typed, cents) => {
    expect(readAmount(typed)).toBe(cents);
  });

  it.each([
    "1.85", // one euro eighty-five, or a slip for 1.850
    "12,345",
    "1850,5",
    "-5",
    "1e9",
    "1.850k",
    "1.8500",
    "01850",
    "€",
    "",
    "veel",
    "100 of 200",
    "999999999999",
    "1 850",
    "0x10",
    "١٢٣",
    "NaN",
  ])("%s is asked back", (typed) => {
    expect(readAmount(typed)).toBeUndefined();
  });
});

describe("an amount on a card", () => {
  it.each([
    [1_850_00, "€ 1.850"],
    [1_850_50, "€ 1.850,50"],
    [5, "€ 0,05"],
    [0, "€ 0"],
    [112_000_00, "€ 112.000"],
    [1_234_567_89, "€ 1.234.567,89"],
    [-300_00, "€ -300"],
  ])("%i cents is %s", (cents, shown) => {
    expect(euros(cents)).toBe(shown);
  });

  it("is read back as the same amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_00 }), (cents) => {
        expect(readAmount(euros(cents))).toBe(cents);
      }),
    );
  });
});
