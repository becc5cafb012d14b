import { describe, expect, it } from "vitest";
import {
  leverageOf,
  ownShareCents,
  ownSharePercent,
  provisoOn,
  tenfold,
  type Fund,
  type FundStatus,
} from "../../../bot/domain/kernbudget/cofinancing.ts";

function fund(euros: number, status: FundStatus): Fund {
  return { source: "Oranje Fonds", cents: euros * 100, status, since: "2026-04-01" };
}

describe("other money", () => {
  it("Hank: 20.000 of the municipality, 60.000 of others, three times as much and four times in all", () => {
    const { received } = leverageOf([fund(45_000, "received"), fund(15_000, "received")]);
    expect(tenfold(received, 20_000_00)).toBe(30);
    expect(tenfold(received + 20_000_00, 20_000_00)).toBe(40);
  });

  it("is counted apart by how sure it is", () => {
    const funds = [fund(15_000, "promised"), fund(7_500, "asked"), fund(900, "idea"), fund(100, "received")];
    expect(leverageOf(funds)).toEqual({ asked: 22_600_00, promised: 15_100_00, received: 100_00 });
    expect(leverageOf([])).toEqual({ asked: 0, promised: 0, received: 0 });
  });

  it.each([
    [15_000_00, 7_500_00, 20],
    [1_00, 3_00, 3],
    [0, 3_00, 0],
    [1_00, 0, undefined],
    [9_007_199_254_740_991, 1, 90_071_992_547_409_910],
  ])("%i on %i is %s tenths", (others, municipal, tenths) => {
    expect(tenfold(others, municipal)).toBe(tenths);
  });
});

describe("the share of the applicants", () => {
  it.each([
    ["700 of 2.550", { moneyCents: 700_00, hours: 0 }, 1_850_00, 27],
    ["with twelve hours at 15 euro", { moneyCents: 700_00, hours: 12 }, 1_850_00, 32],
    ["just too little", { moneyCents: 616_66, hours: 0 }, 1_850_00, 24],
    ["exactly a quarter", { moneyCents: 500_00, hours: 0 }, 1_500_00, 25],
    ["nothing", { moneyCents: 0, hours: 0 }, 300_00, 0],
    ["nothing of nothing", { moneyCents: 0, hours: 0 }, 0, undefined],
  ])("%s", (_what, own, asked, percent) => {
    expect(ownSharePercent(ownShareCents(own, 15_00), asked)).toBe(percent);
  });
});

describe("granted provided 60.000 elsewhere by 1 October", () => {
  const proviso = { cents: 60_000_00, by: "2026-10-01" };
  it.each([
    ["half is promised", [fund(30_000, "promised")], "2026-09-30", "waiting"],
    ["the day itself still counts", [fund(30_000, "promised")], "2026-10-01", "waiting"],
    ["the day after it lapses", [fund(30_000, "promised")], "2026-10-02", "lapsed"],
    ["asked is not promised", [fund(60_000, "asked")], "2026-10-02", "lapsed"],
    ["all is promised or there", [fund(30_000, "promised"), fund(30_000, "received")], "2026-12-01", "met"],
  ] as const)("%s", (_what, funds, day, outcome) => {
    expect(provisoOn(proviso, funds, day)).toBe(outcome);
  });
});
