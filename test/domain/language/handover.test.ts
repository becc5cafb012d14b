import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHandover } from "../../../bot/domain/language/handover.ts";
import { makeReader } from "../../../bot/domain/language/reader.ts";
import { loadWords } from "../../../bot/words.ts";
import { practiceRegister } from "./practiceRegister.ts";

const register = practiceRegister();
const names = { register, reader: makeReader(register, loadWords()) };
const handover = (typed: string) => readHandover(typed, names, "2026-04-14");

describe("a handover in one message", () => {
  it("tells team, kern, what is asked and what was promised", () => {
    expect(
      handover(
        "overdragen aan BOR: speelplek Genderen wipkip is weggehaald ivm keuring, ouders willen weten wat er voor terugkomt. heb gezegd dat ze voor de meivakantie iets horen",
      ),
    ).toMatchObject({
      vakteams: ["bor"],
      officials: [],
      kernen: ["genderen"],
      topics: expect.arrayContaining([expect.objectContaining({ topic: "speelplekken" })]),
      text: "speelplek Genderen wipkip is weggehaald ivm keuring, ouders willen weten wat er voor terugkomt.",
      asked: "answer",
      promised: { text: "heb gezegd dat ze voor de meivakantie iets horen", vague: true },
      nothingPromised: false,
      urgent: false,
      board: false,
    });
  });

  it("tells urgency and what the college wants", () => {
    expect(
      handover("graag met spoed naar Daan: 30 km sleeuwijk dorpsweg, wethouder wil t ook"),
    ).toMatchObject({
      officials: ["daan-testerman"],
      kernen: ["sleeuwijk"],
      text: "30 km sleeuwijk dorpsweg, wethouder wil t ook",
      urgent: true,
      board: true,
    });
  });

  it("to a colleague who is named", () => {
    expect(
      handover(
        "@kernbot zet ff op naam van joris: bewoners nieuwendijk uitleg geven over evenementenvergunning feestterrein, regels geluid enzo. hij kent ze toch",
      ),
    ).toMatchObject({
      vakteams: [],
      officials: ["joris-proefstra"],
      kernen: ["nieuwendijk"],
      topics: expect.arrayContaining([expect.objectContaining({ topic: "evenementenvergunning" })]),
      asked: "act",
      urgent: false,
    });
  });

  it.each([
    ["stuur naar team RO en verkeer", ["ro-vastgoed", "verkeer"], [], ""],
    ["doe maar terug naar joris, geen tijd", [], ["joris-proefstra"], "geen tijd"],
    ["draag de wipkip in genderen over aan BOR", ["bor"], [], "de wipkip in genderen"],
    ["stuur dit door naar Esra Proefdruk", [], ["esra-proefdruk"], ""],
    ["overdragen aan Beheer Openbare Ruimte wipkip genderen is weg", ["bor"], [], "wipkip genderen is weg"],
    ["kun je dit bij RO en Vastgoed neerleggen: loods in hank", ["ro-vastgoed"], [], "loods in hank"],
    ["overdragen naar RO en Vastgoed, loods in hank", ["ro-vastgoed"], [], "loods in hank"],
    ["graag naar team verkeer. Drempel in Andel is los", ["verkeer"], [], "Drempel in Andel is los"],
    ["vraag doorzetten aan verkeer: drempel andel?", ["verkeer"], [], "drempel andel?"],
    [
      "geef door aan daan, hij moet maandag om 19:30 in andel zijn",
      [],
      ["daan-testerman"],
      "hij moet maandag om 19:30 in andel zijn",
    ],
    ["overdragen: de vraag van Esra aan BOR", ["bor"], [], "de vraag van Esra"],
    ["overdragen", [], [], "overdragen"],
  ])("%s", (typed, vakteams, officials, text) => {
    expect(handover(typed)).toMatchObject({ vakteams, officials, text });
  });
});

describe("what was promised to residents", () => {
  it.each([
    [
      "naar BOR: bank kapot in Veen. Beloofd: reactie voor vr 24/4",
      "Beloofd: reactie voor vr 24/4",
      "2026-04-24",
    ],
    [
      "naar BOR: bank kapot in Veen, heb toegezegd dat ze 1 mei bericht krijgen",
      "heb toegezegd dat ze 1 mei bericht krijgen",
      "2026-05-01",
    ],
    [
      "naar BOR: heb gezegd dat we terugbellen. bank kapot in Veen",
      "heb gezegd dat we terugbellen",
      undefined,
    ],
    [
      "naar BOR: bank kapot in Veen, dat is beloofd, voor 1 mei, graag snel",
      "dat is beloofd, voor 1 mei",
      "2026-05-01",
    ],
    [
      "naar BOR: bank kapot in Veen. Ze zouden a.s. vrijdag teruggebeld worden, is toegezegd",
      "is toegezegd",
      undefined,
    ],
  ])("%s", (typed, text, day) => {
    const { promised, ...rest } = handover(typed);
    expect(promised).toEqual({ text, day, time: undefined, vague: false });
    expect(rest.text).not.toContain(text);
  });

  it("is told apart from nothing promised, and from nothing said about it", () => {
    expect(handover("naar BOR: bank kapot in Veen, niets beloofd")).toMatchObject({
      nothingPromised: true,
      promised: undefined,
      text: "bank kapot in Veen",
    });
    expect(handover("naar BOR: bank kapot in Veen")).toMatchObject({
      nothingPromised: false,
      promised: undefined,
    });
  });
});

describe("what is asked", () => {
  it.each([
    ["answer", "naar BOR: bewoners veen willen weten wanneer de bank komt"],
    ["answer", "naar BOR: bank in veen"],
    ["advice", "naar BOR: graag advies over een bank in veen"],
    ["thinkAlong", "naar BOR: kunnen jullie meedenken over een jeugdplek in hank"],
    ["decide", "naar BOR: graag een besluit over de bank in veen"],
    ["act", "naar BOR: graag de bank in veen repareren"],
    ["act", "naar BOR: kunnen jullie de bank in veen weghalen"],
  ])("%s: %s", (asked, typed) => {
    expect(handover(typed).asked).toBe(asked);
  });
});

describe("how pressing it is", () => {
  it.each([
    ["naar BOR: bank veen, heeft geen haast", false, false],
    ["naar BOR: bank veen zsm", false, false],
    ["naar BOR: bank veen, niet dringend", false, false],
    ["dringend naar BOR: bank veen", true, false],
    ["naar BOR: bank veen, op verzoek van de wethouder", false, true],
    ["naar BOR: bank veen, moet van de burgemeester", false, true],
    ["naar BOR: de wethouder komt kijken in veen", false, false],
    ["naar BOR: bank veen, bestuurlijk gewenst en spoed", true, true],
  ])("%s", (typed, urgent, board) => {
    expect(handover(typed)).toMatchObject({ urgent, board });
  });
});

describe("whatever is typed", () => {
  it("gives back only words that were typed, and names those who exist", () => {
    const word = fc.constantFrom(
      ..."overdragen aan BOR : verkeer Daan en , . heb gezegd dat voor 1 mei spoed wipkip genderen wethouder wil naar @bot".split(
        " ",
      ),
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 15 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const read = handover(typed);
        const typedWords = new Set(typed.match(/[\p{L}\p{N}]+/gu) ?? []);
        const kept = `${read.text} ${read.promised?.text ?? ""}`.match(/[\p{L}\p{N}]+/gu) ?? [];
        for (const one of kept) expect(typedWords).toContain(one);
        for (const id of read.vakteams) expect(register.vakteams.has(id)).toBe(true);
        for (const id of read.officials) expect(register.officials.has(id)).toBe(true);
      }),
    );
  });
});
