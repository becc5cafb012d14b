import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Pace } from "../bot/pace.ts";
import { mostIn } from "./windows.ts";

const TEAMS = [
  [1_000, 7],
  [2_000, 8],
  [30_000, 60],
  [3_600_000, 1_800],
] as const;

/** Sends as soon as the pace allows, for so long; gives the moments. */
function sendAll(pace: Pace, thread: string, forMs: number): number[] {
  const times: number[] = [];
  for (let now = 0; now < forMs;) {
    const wait = pace.take(thread, now);
    if (wait === 0) times.push(now);
    else now += wait;
  }
  return times;
}

describe("the pace of one conversation", () => {
  it("never passes a limit of Teams, in any window, and comes close to each", () => {
    const times = sendAll(new Pace(), "a", 3 * 3_600_000);
    for (const [windowMs, most] of TEAMS) {
      expect(mostIn(times, windowMs)).toBeLessThanOrEqual(most);
      expect(mostIn(times, windowMs)).toBeGreaterThanOrEqual(most - 1);
    }
  });

  it("is not held up by another conversation", () => {
    const pace = new Pace();
    for (let n = 0; n < 7; n += 1) expect(pace.take("a", n * 21)).toBe(0);
    expect(pace.take("a", 150)).toBeGreaterThan(500);
    expect(pace.take("b", 150)).toBe(0);
  });
});

describe("the pace of the tenant", () => {
  it("is 50 a second over all conversations, and at least 95 % of it is used", () => {
    const pace = new Pace();
    const times: number[] = [];
    for (let now = 0, n = 0; now < 60_000;) {
      const wait = pace.take(`thread ${n % 1_000}`, now);
      if (wait === 0) times.push(now);
      else now += wait;
      n += wait === 0 ? 1 : 0;
    }
    expect(mostIn(times, 1_000)).toBeLessThanOrEqual(50);
    expect(times.length / 60).toBeGreaterThanOrEqual(50 * 0.95);
  });

  it("is shared by instances that know nothing of each other", () => {
    const times = [1, 2, 3].flatMap(() => sendAll(new Pace(3), "a", 120_000)).toSorted((a, b) => a - b);
    for (const [windowMs, most] of TEAMS) expect(mostIn(times, windowMs)).toBeLessThanOrEqual(most);
  });
});

it("whatever is asked for, whenever: no window is passed", () => {
  const asked = fc.array(fc.record({ thread: fc.constantFrom("a", "b"), after: fc.nat(900) }), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(asked, (asks) => {
      const pace = new Pace();
      const times = new Map<string, number[]>();
      let now = 0;
      for (const { thread, after } of asks) {
        now += after;
        if (pace.take(thread, now) === 0) times.set(thread, [...(times.get(thread) ?? []), now]);
      }
      for (const sent of times.values()) {
        for (const [windowMs, most] of TEAMS) expect(mostIn(sent, windowMs)).toBeLessThanOrEqual(most);
      }
    }),
  );
});
