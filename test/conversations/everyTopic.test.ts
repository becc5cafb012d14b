import { describe, expect, it } from "vitest";
import { answerTo } from "../../bot/domain/answer.ts";
import type { AnsweredFromStore } from "../../bot/domain/question.ts";
import { practiceRegister } from "../domain/language/practiceRegister.ts";
import { viewOf } from "../../cards/index.ts";

const register = practiceRegister();

function cardText(topic: string, kern: string): string {
  const question: AnsweredFromStore = {
    id: "q",
    askedBy: "x",
    conversation: "c",
    askedAt: "2026-04-14T07:12:00.000Z",
    topics: [{ topic, score: 1 }],
    certain: true,
    danger: false,
    status: "answeredFromStore",
    kern,
    day: "2026-04-14",
  };
  const answer = answerTo(register, question);
  const shown = { about: "question", question, answer, options: [], allKernen: [] } as const;
  return JSON.stringify(viewOf(shown, "abcdefghijklmnopqrstuv"));
}

describe("every topic in every kern", () => {
  const outcomes = new Map<string, number>();

  it("21 kernen by at least 120 topics: an owner, another organisation, or an honest answer with a next step", () => {
    expect(register.kernen.size).toBe(21);
    expect(
      [...register.topics.values()].filter((topic) => topic.elsewhere === undefined).length,
    ).toBeGreaterThanOrEqual(120);
    for (const topic of register.topics.values()) {
      for (const kern of register.kernen.keys()) {
        const text = cardText(topic.id, kern);
        const outcome = /Dit is geen taak/.test(text)
          ? "elsewhere"
          : /spreken elkaar tegen/.test(text)
            ? "conflict"
            : /Dat weet ik niet/.test(text)
              ? "unknown"
              : "owner";
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        if (outcome === "owner") expect(text, topic.id).toMatch(/"title":"Team","value":"[^"]+"/);
        if (outcome === "unknown" || outcome === "conflict")
          expect(text, topic.id).toContain("functioneel beheer");
        if (outcome === "elsewhere") expect(text, topic.id).toMatch(/"title":"Wie wel","value":"[^"]+"/);
      }
    }
  });

  it("the faults that real registers have are there, and each is visible", () => {
    expect(Object.fromEntries(outcomes)).toMatchObject({
      owner: expect.any(Number),
      elsewhere: expect.any(Number),
      unknown: expect.any(Number),
      conflict: expect.any(Number),
    });
    const all = [...register.topics.keys()].map((topic) => cardText(topic, "veen")).join("\n");
    expect(all).toMatch(/regel is verlopen|regels zijn verlopen/);
    expect(all).toContain("is afwezig t/m");
    expect(all).toMatch(/maanden niet bevestigd/);
    expect(all).toContain("later ingaat");
  });
});
