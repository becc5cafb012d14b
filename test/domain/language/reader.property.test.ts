import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeReader } from "../../../bot/domain/language/reader.ts";
import { INTENTS } from "../../../bot/domain/language/reading.ts";
import { loadWords } from "../../../bot/words.ts";
import { practiceRegister } from "./practiceRegister.ts";

const register = practiceRegister();
const reader = makeReader(register, loadWords());

const knownWord = fc.constantFrom(
  ...[...register.kernen.values()].flatMap((kern) => [kern.name, ...kern.aliases]),
  ...[...register.topics.values()].flatMap((topic) => [topic.name, ...topic.synonyms]),
  ...[...register.officials.values()].map((official) => official.name),
  ..."wie gaat er over vervanger help bedankt in te de wijk hank heeft gebeld ? gas straks valt 4286".split(
    " ",
  ),
);
const sentence = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(fc.oneof({ weight: 3, arbitrary: knownWord }, fc.string()), { maxLength: 12 })
    .map((words) => words.join(" ")),
);

describe("whatever somebody types", () => {
  it("gives a reading that keeps to its contract", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const reading = reader.read(text);
        const scores = reading.topics.map(({ score }) => score);
        expect(INTENTS).toContain(reading.intent);
        expect(scores.length).toBeLessThanOrEqual(5);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        for (const score of scores) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
        }
        expect(new Set(reading.topics.map(({ topic }) => topic)).size).toBe(scores.length);
        for (const { topic } of reading.topics) expect(register.topics.has(topic)).toBe(true);
      }),
    );
  });

  it("names each kern once, as certain or as ambiguous", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const { kernen, ambiguousKernen } = reader.read(text);
        const all = [...kernen, ...ambiguousKernen];
        expect(new Set(all).size).toBe(all.length);
        for (const kern of all) expect(register.kernen.has(kern)).toBe(true);
      }),
    );
  });

  it("is read the same every time, whatever was read in between", () => {
    fc.assert(
      fc.property(sentence, sentence, (text, other) => {
        const first = reader.read(text);
        reader.read(other);
        expect(reader.read(text)).toEqual(first);
      }),
    );
  });

  it("is read the same in capitals or small letters as far as topics go", () => {
    fc.assert(
      fc.property(fc.array(knownWord, { maxLength: 5 }), (words) => {
        const text = words.join(" ").toLowerCase();
        expect(reader.read(text.toUpperCase()).topics).toEqual(reader.read(text).topics);
      }),
    );
  });
});

describe("a kern's name", () => {
  it("is understood as an answer however it is typed", () => {
    const names = [...register.kernen.values()].map((kern) => ({ id: kern.id, name: kern.name }));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.boolean(), ({ id, name }, shouting) => {
        expect(reader.readKern(shouting ? name.toUpperCase() : name.toLowerCase())).toEqual([id]);
      }),
    );
  });

  it("survives two swapped letters when it is long", () => {
    const names = [...register.kernen.values()].filter((kern) => /^\p{L}{7,}$/u.test(kern.name));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), ({ id, name }, seed) => {
        const at = 1 + (seed % (name.length - 2));
        const typed = name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
        expect(reader.read(`in ${typed}`).kernen).toEqual([id]);
      }),
    );
  });
});
