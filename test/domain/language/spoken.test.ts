import { describe, expect, it } from "vitest";
import { readCall, readFeedback, readWait } from "../../../bot/domain/language/spoken.ts";

const TODAY = "2026-04-24";

describe("a call worth keeping", () => {
  it.each([
    [
      "even gebeld met oudergroep genderen: ze willen helpen plaatsen",
      "oudergroep genderen",
      "ze willen helpen plaatsen",
    ],
    ["ff gesproken met de dorpsraad, komt goed", "de dorpsraad", "komt goed"],
    [
      "even gebeld met dorpsraad veen over de schommel, blijft weg",
      "dorpsraad veen",
      "over de schommel, blijft weg",
    ],
    ["net gebeld met Esra", "Esra", ""],
    ["vanmorgen gebeld: komt maandag", "", "komt maandag"],
  ])("%s", (typed, withWhom, text) => {
    expect(readCall(typed)).toEqual({ withWhom, text });
  });
});

describe("what residents were told", () => {
  it.each([
    [
      "gemaild aan oudergroep 23/4, blij",
      { how: "mail", to: "oudergroep", day: "2026-04-23", reaction: "content" },
    ],
    [
      "gisteren de dorpsraad gebeld, niet eens",
      { how: "call", to: "", day: "2026-04-23", reaction: "disagrees" },
    ],
    [
      "geappt naar de buurt, nieuwe vraag over de bank",
      { how: "app", to: "de buurt", day: undefined, reaction: "newQuestion" },
    ],
    ["verteld op de dorpsavond", { how: "talk", to: "", day: undefined, reaction: undefined }],
    [
      "vandaag brief verstuurd aan de aanvragers",
      { how: "letter", to: "de aanvragers", day: "2026-04-24", reaction: undefined },
    ],
    ["geregeld", { how: "other", to: "", day: undefined, reaction: undefined }],
  ])("%s", (typed, told) => {
    expect(readFeedback(typed, TODAY)).toEqual(told);
  });
});

describe("what something waits for", () => {
  it.each([
    ["D-2026-0003 wacht tot 1 juni op keuring", "2026-06-01", "keuring"],
    ["wipkip genderen wacht op levering tot wk 23", "2026-06-01", "levering"],
    ["wacht op de leverancier", undefined, "de leverancier"],
    ["D-2026-0003 wacht tot vrijdag", "2026-05-01", ""],
  ])("%s", (typed, day, what) => {
    const { until, ...rest } = readWait(typed, TODAY);
    expect(until && !until.vague ? until.day : undefined).toBe(day);
    expect(rest).toEqual({ what });
  });

  it("until a time that is no day, which must be asked", () => {
    expect(readWait("wacht op de gemeenteraad tot na de zomer", TODAY).until).toMatchObject({ vague: true });
  });
});
