import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../bot/domain/calendar.ts";
import { expectedStart } from "../../../bot/domain/dossier/expected.ts";
import { isWorkingDay } from "../../../bot/domain/workingDays.ts";
import { AT, DAY, daysAgo, inHand, intake, ofWeight, waiting } from "./made.ts";

const two = intake({ limit: 2, perWeek: 3 });
const due = (id: string, day: string) => inHand(id, { due: day });

describe("when a full team is expected to begin", () => {
  it.each([
    // Wednesday after Tuesday.
    ["there is room", [], "2026-04-15"],
    ["the first of two is due on a Thursday", [due("a", "2026-04-16"), due("b", "2026-06-01")], "2026-04-17"],
    ["the first is due on a Friday", [due("a", "2026-04-17"), due("b", "2026-06-01")], "2026-04-20"],
    // 27 April is Koningsdag.
    ["the day after is a holiday", [due("a", "2026-04-24"), due("b", "2026-06-01")], "2026-04-28"],
    ["one is overdue", [due("a", "2026-03-02"), due("b", "2026-06-01")], "2026-04-15"],
    ["one waits already", [due("a", "2026-04-16"), due("b", "2026-04-20"), waiting("w")], "2026-04-21"],
    ["none has a day: ten working days", [inHand("a"), inHand("b")], "2026-04-30"],
    [
      "one is on hold until after its day",
      [
        { ...due("a", "2026-04-16"), waits: { until: "2026-05-06", what: "levering" } },
        due("b", "2026-06-01"),
      ],
      "2026-05-07",
    ],
    [
      "more waits than is in hand: on at three a week",
      [due("a", "2026-04-16"), due("b", "2026-04-17"), ...[1, 2, 3].map((at) => waiting(`w${at}`))],
      "2026-04-28",
    ],
  ])("%s", (_name, open, expected) => {
    expect(expectedStart(open, two, AT)).toBe(expected);
  });

  it("counts more work as more room to wait for", () => {
    const open = [due("a", "2026-04-16"), due("b", "2026-04-20")];
    expect(expectedStart(open, two, AT, "middle")).toBe("2026-04-17");
    expect(expectedStart(open, two, AT, "large")).toBe("2026-04-21");
  });

  it("waits for nothing but empty hands with what is heavier than the limit", () => {
    const one = intake({ limit: 1 });
    expect(expectedStart([due("a", "2026-04-16")], one, AT, "large")).toBe("2026-04-17");
  });

  it.each([
    ["the first of this week's was five days ago", [5, 2, 1], 0, "2026-04-16"],
    ["one is left for this week", [5, 2], 0, "2026-04-15"],
    ["one waits for the last place of this week", [5, 2], 1, "2026-04-16"],
    ["a whole week's waits", [5, 2, 1], 3, "2026-04-23"],
    ["something that could not wait went beyond the limit", [6, 5, 2, 1], 0, "2026-04-16"],
  ])("there is room, but %s", (_name, delivered, queued, expected) => {
    const roomy = intake({ limit: 8, perWeek: 3, delivered: delivered.map(daysAgo) });
    const open = Array.from({ length: queued }, (_, at) => waiting(`w${at}`, {}, ofWeight("small")));
    expect(expectedStart(open, roomy, AT)).toBe(expected);
  });

  it("follows the calendar and the pace that come in", () => {
    const pace = { holidays: () => new Set(["2026-04-15", "2026-04-16"]), withoutADay: 1 };
    expect(expectedStart([inHand("a"), inHand("b")], two, AT, "middle", pace)).toBe("2026-04-20");
  });

  it("is always a working day to come, and never earlier for who comes later", () => {
    const work = fc.array(fc.integer({ min: -20, max: 60 }), { maxLength: 12 });
    fc.assert(
      fc.property(
        work,
        fc.nat(6),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 4 }),
        (days, queued, limit, perWeek) => {
          const open = days.map((ahead, at) => due(`h${at}`, addDays(DAY, ahead)));
          const queue = Array.from({ length: queued }, (_, at) => waiting(`w${at}`));
          const team = intake({ limit, perWeek });
          const start = expectedStart([...open, ...queue], team, AT);
          expect(start > DAY && isWorkingDay(start)).toBe(true);
          expect(expectedStart([...open, ...queue, waiting("more")], team, AT) >= start).toBe(true);
        },
      ),
      { numRuns: 400, seed: 3 },
    );
  });
});
