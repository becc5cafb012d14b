import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, weekdayOf } from "../../../bot/domain/calendar.ts";
import { readDay } from "../../../bot/domain/language/days.ts";
import { longDay, shortDay } from "../../../cards/dates.ts";

const TUESDAY = "2026-04-14";

describe("a day somebody types", () => {
  it.each([
    ["vr 24/4", "2026-04-24"],
    ["VR 24/4", "2026-04-24"],
    ["24 april", "2026-04-24"],
    ["24 apr.", "2026-04-24"],
    ["vrijdag 24 april", "2026-04-24"],
    ["vr. 24 april 2026", "2026-04-24"],
    ["24-04-2026", "2026-04-24"],
    ["24-4-26", "2026-04-24"],
    ["24.4.2026", "2026-04-24"],
    ["2026-04-24", "2026-04-24"],
    ["24-4", "2026-04-24"],
    ["1 mei", "2026-05-01"],
    ["voor 1 mei", "2026-05-01"],
    ["vóór 1 mei", "2026-05-01"],
    ["1e mei", "2026-05-01"],
    ["14 april", "2026-04-14"],
    ["13 april", "2027-04-13"],
    ["3/2", "2027-02-03"],
    ["13-4-2026", "2026-04-13"],
    ["29 februari", "2028-02-29"],
    ["eind april", "2026-04-30"],
    ["eind van de maand", "2026-04-30"],
    ["eind volgende maand", "2026-05-31"],
    ["eind februari", "2027-02-28"],
    ["half mei", "2026-05-15"],
    ["medio juni", "2026-06-15"],
    ["begin juni", "2026-06-01"],
    ["eind dit jaar", "2026-12-31"],
    ["vrijdag", "2026-04-17"],
    ["vrijdagmiddag", "2026-04-17"],
    ["dinsdag", "2026-04-21"],
    ["a.s. maandag", "2026-04-20"],
    ["komende woensdag", "2026-04-15"],
    ["uiterlijk do", "2026-04-16"],
    ["vr", "2026-04-17"],
    ["zo", "2026-04-19"],
    ["vrydag", "2026-04-17"],
    ["volgende week dinsdag", "2026-04-21"],
    ["dinsdag volgende week", "2026-04-21"],
    ["volgende vrijdag", "2026-04-24"],
    ["eind van de week", "2026-04-17"],
    ["eind volgende week", "2026-04-24"],
    ["begin volgende week", "2026-04-20"],
    ["vandaag", "2026-04-14"],
    ["vanavond", "2026-04-14"],
    ["morgen", "2026-04-15"],
    ["morgenochtend", "2026-04-15"],
    ["overmorgen", "2026-04-16"],
    ["over 2 weken", "2026-04-28"],
    ["over twee weken", "2026-04-28"],
    ["binnen een week", "2026-04-21"],
    ["over twee weken op donderdag", "2026-04-30"],
    ["vrijdag over een week", "2026-04-24"],
    ["over 3 dagen", "2026-04-17"],
    ["over 10 werkdagen", "2026-04-29"],
    ["over een maand", "2026-05-14"],
    ["ze horen iets voor vr 24/4, heb ik gezegd", "2026-04-24"],
    ["goedemorgen, kan het voor vrijdag", "2026-04-17"],
    ["morgen, kan het voor vrijdag", "2026-04-17"],
    ["voor de meivakantie, dus 24 april", "2026-04-24"],
  ])("%s is %s", (typed, day) => {
    expect(readDay(typed, TUESDAY)).toMatchObject({ vague: false, day, wholeWeek: false });
  });

  it.each([
    ["do 23/4 19:30", "2026-04-23", "19:30"],
    ["do 23/4 om 19.30 uur", "2026-04-23", "19:30"],
    ["donderdagavond 20u", "2026-04-16", "20:00"],
    ["morgen om 9 uur", "2026-04-15", "09:00"],
    ["vrijdag avond 19u30", "2026-04-17", "19:30"],
    ["vr 24/4 25:00", "2026-04-24", undefined],
    ["vr 24/4, 3 kinderen", "2026-04-24", undefined],
  ])("%s is %s at %s", (typed, day, time) => {
    expect(readDay(typed, TUESDAY)).toMatchObject({ day, time });
  });

  it.each([
    ["wk 23", "2026-06-01"],
    ["levering wk23", "2026-06-01"],
    ["week 16", "2026-04-13"],
    ["week 15", "2027-04-12"],
    ["week 53", "2026-12-28"],
    ["week 2 2027", "2027-01-11"],
    ["volgende week", "2026-04-20"],
    ["deze week", "2026-04-13"],
  ])("%s is the week of %s", (typed, day) => {
    expect(readDay(typed, TUESDAY)).toMatchObject({ day, wholeWeek: true });
  });

  it.each([
    "voor de meivakantie",
    "na de zomer",
    "ergens in mei",
    "in het najaar",
    "volgende maand",
    "over een paar weken",
    "na de bouwvak",
    "vr 23/4", // a Thursday
    "zo snel mogelijk",
    "voor kerst",
  ])("%s is no day yet", (typed) => {
    expect(readDay(typed, TUESDAY)).toMatchObject({ vague: true });
  });

  it.each([
    "",
    "geen idee",
    "31 april",
    "31-4-2026",
    "vr 31 april",
    "30-02-2026",
    "24/13",
    "0/4",
    "week 60",
    "week 0",
    "D-2026-0003",
    "Z-26-00417",
    "±25, 3-7 jr",
    "kinderen van 3 jaar en een maand",
    "1.850 euro",
    "30 km sleeuwijk dorpsweg",
    "zo doen we het",
    "doe maar",
    "goedemorgen",
    "goede morgen",
    "06-12345678",
    "bomen langs de weg",
  ])("%s tells no day", (typed) => {
    expect(readDay(typed, TUESDAY)).toBeUndefined();
  });

  it.each([
    ["gemaild aan oudergroep 23/4, blij", "2025-04-23"],
    ["12/4 gebeld", "2026-04-12"],
    ["gisteren", "2026-04-13"],
    ["gisteravond", "2026-04-13"],
    ["eergisteren", "2026-04-12"],
    ["vrijdag", "2026-04-10"],
    ["dinsdag", "2026-04-07"],
    ["twee weken geleden", "2026-03-31"],
    ["vandaag", "2026-04-14"],
    ["wk 15", "2026-04-06"],
  ])("%s, told of what has been, is %s", (typed, day) => {
    expect(readDay(typed, TUESDAY, "back")).toMatchObject({ day });
  });

  it.each([
    ["wacht tot 1 juni op keuring", "1 juni"],
    ["reactie Vóór Vrijdag 24 april graag", "Vrijdag 24 april"],
    ["do 23/4 om 19.30 uur in het dorpshuis", "do 23/4 om 19.30 uur"],
    ["iets vóór de meivakantie horen", "vóór de meivakantie"],
  ])("in %s it is told by: %s", (typed, text) => {
    expect(readDay(typed, TUESDAY)?.text).toBe(text);
  });
});

describe("a day that is printed and read back", () => {
  const day = fc.integer({ min: 0, max: 5000 }).map((days) => addDays("2024-01-01", days));
  const names = ["ma", "di", "wo", "do", "vr", "za", "zo"];

  it("with its year is the same, whenever it is read", () => {
    fc.assert(
      fc.property(day, day, (printed, today) => {
        const [year, month, date] = printed.split("-");
        const forms = [printed, longDay(printed), `${date}-${month}-${year}`, `${date}.${month}.${year}`];
        for (const typed of [...forms, `${names[weekdayOf(printed) - 1]} ${longDay(printed)}`])
          expect(readDay(typed, today)).toMatchObject({ day: printed, text: typed });
      }),
    );
  });

  it("without a year is the same for a year", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 364 }), (today, ahead) => {
        const printed = addDays(today, ahead);
        const [, month, date] = printed.split("-").map(Number);
        for (const typed of [shortDay(printed), `${date}/${month}`, `${date}-${month} 14:00`])
          expect(readDay(typed, today)).toMatchObject({ day: printed });
      }),
    );
  });

  it("is never something else than a day, whatever is typed", () => {
    const word = fc.constantFrom(
      ..."vr 24/4 mei 31 week wk over 2 weken eind voor morgen 29 feb 12:00 na zo -".split(" "),
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 8 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, day, (typed, today) => {
        const read = readDay(typed, today);
        if (read === undefined || read.vague) return;
        expect(addDays(read.day, 0)).toBe(read.day);
        expect(typed.normalize("NFC")).toContain(read.text);
      }),
    );
  });
});
