import { describe, expect, it } from "vitest";
import { findByWords } from "../../../bot/domain/language/dossierWords.ts";
import { readHandover } from "../../../bot/domain/language/handover.ts";
import { makeReader } from "../../../bot/domain/language/reader.ts";
import { readCall, readFeedback, readWait } from "../../../bot/domain/language/spoken.ts";
import type { Topic, TopicId } from "../../../bot/domain/topic.ts";
import { loadWords } from "../../../bot/words.ts";
import { emptyRegister, practiceRegister } from "./practiceRegister.ts";

const practice = practiceRegister();
const reader = makeReader(practice, loadWords());

/** A catalogue that counts how often it is gone through. */
class CountedTopics extends Map<TopicId, Topic> {
  walks = 0;
  override values(): MapIterator<Topic> {
    this.walks++;
    return super.values();
  }
  override entries(): MapIterator<[TopicId, Topic]> {
    this.walks++;
    return super.entries();
  }
  override [Symbol.iterator](): MapIterator<[TopicId, Topic]> {
    return this.entries();
  }
}

describe("reading costs little", () => {
  it("goes through the catalogue while building and never again", () => {
    const topics = new CountedTopics(practice.topics);
    const counted = makeReader({ ...practice, topics }, loadWords());
    const whileBuilding = topics.walks;
    for (let question = 0; question < 1000; question++) counted.read(`speeltuin hank ${question}`);
    expect(whileBuilding).toBeGreaterThan(0);
    expect(topics.walks).toBe(whileBuilding);
  });

  it.each([
    ["one word", "a".repeat(100_000)],
    ["spaces", " ".repeat(100_000)],
    ["one compound", "speeltoestelonderhoudscontainer".repeat(3500)],
    ["the same question", "wie gaat over ".repeat(7500)],
    ["a danger that never ends", "boom hangt ".repeat(9000)],
    ["diacritics", "e\u0301\u0302".repeat(33_000)],
    ["kernen", "hank en veen ".repeat(8000)],
  ])("bears 100 KB of %s", (_kind, text) => {
    expect(reader.read(text).topics.length).toBeLessThanOrEqual(5);
  });

  it.each([
    ["spaces", `gebeld met${" ".repeat(100_000)}x`],
    ["addresses", "aan BOR naar Daan ".repeat(6000)],
    ["promises", "heb beloofd, - ".repeat(7000)],
    ["days", "vr 24/4 over 2 weken ".repeat(5000)],
    ["numbers", "12-".repeat(33_000)],
    ["one word", "gebeldmetaanop".repeat(7000)],
  ])("bears 100 KB of %s where more than a question is read", (_kind, text) => {
    const names = { register: practice, reader };
    const dossiers = [{ id: "one", title: "wipkip", kernen: [] }];
    expect(readHandover(text, names, "2026-04-14").text.length).toBeLessThanOrEqual(4000);
    expect(readCall(text).text.length).toBeLessThanOrEqual(4000);
    expect(readFeedback(text, "2026-04-14").to.length).toBeLessThanOrEqual(4000);
    expect(readWait(text, "2026-04-14").what.length).toBeLessThanOrEqual(4000);
    expect(findByWords(dossiers, text, reader).found.length).toBeLessThanOrEqual(1);
  });

  it("reads what stands at the beginning of a long text", () => {
    const reading = makeReader(practice, loadWords()).read(
      `lantaarnpaal kapot in Veen. ${"bla ".repeat(30_000)}`,
    );
    expect(reading.kernen).toEqual(["veen"]);
    expect(reading.topics[0]?.topic).toBe("openbare-verlichting");
  });
});

describe("an empty register", () => {
  it("leaves nothing to find, but still tells danger from thanks", () => {
    const empty = makeReader(emptyRegister(), []);
    expect(empty.read("wie gaat over de speeltuin in hank")).toEqual({
      intent: "owner",
      kernen: [],
      ambiguousKernen: [],
      topics: [],
      certain: false,
      officials: [],
      vakteams: [],
      roles: [],
      scope: "unknown",
    });
    expect(empty.read("gaslucht bij de school").intent).toBe("danger");
    expect(empty.read("dank je wel").intent).toBe("thanks");
    expect(empty.readKern("hank")).toEqual([]);
  });
});
