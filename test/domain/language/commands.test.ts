import { describe, expect, it } from "vitest";
import { makeReader } from "../../../bot/domain/language/reader.ts";
import type { IntentName } from "../../../bot/domain/language/reading.ts";
import { loadWords } from "../../../bot/words.ts";
import { practiceRegister } from "./practiceRegister.ts";

const reader = makeReader(practiceRegister(), loadWords());

describe("somebody takes a step in a dossier", () => {
  it.each<[IntentName, string, object]>([
    ["forward", "vraag doorzetten aan verkeer: wanneer komt de drempel in andel", { vakteams: ["verkeer"] }],
    ["forward", "zet deze vraag door naar BOR", { vakteams: ["bor"] }],
    ["forward", "vraag aan team verkeer: wanneer komt de drempel in andel", { vakteams: ["verkeer"] }],
    ["forward", "vraag doorzetten aan Daan: drempel andel", { officials: ["daan-testerman"] }],
    ["consult", "vraag aan Esra over D-2026-0003: hoeveel kinderen?", { officials: ["esra-proefdruk"] }],
    ["consult", "vraag aan Esra hoeveel kinderen er komen", { officials: ["esra-proefdruk"] }],
    ["consult", "vraag aan BOR over D-2026-0003: hoeveel kinderen?", { vakteams: ["bor"] }],
    ["hold", "D-2026-0003 wacht tot 1 juni op keuring", {}],
    ["hold", "D-2026-0003 wacht op keuring", {}],
    ["hold", "wipkip genderen wacht op levering tot wk 23", { kernen: ["genderen"] }],
    ["hold", "zet wipkip genderen op wacht tot na de zomer", { kernen: ["genderen"] }],
    ["answered", "antwoord op genderen wipkip: komt nieuw toestel", { kernen: ["genderen"] }],
    ["answered", "antwoord D-2026-0003: komt nieuw toestel", {}],
    ["answered", "reactie voor wipkip genderen: komt nieuw toestel", { kernen: ["genderen"] }],
    ["reopen", "heropen wipkip genderen", { kernen: ["genderen"] }],
    ["reopen", "D-2026-0003 heropenen", {}],
    ["reopen", "graag heropenen: wipkip genderen", { kernen: ["genderen"] }],
    ["withdraw", "trek wipkip genderen terug", { kernen: ["genderen"] }],
    ["withdraw", "trek de speelplek met de wipkip in genderen terug", { kernen: ["genderen"] }],
    ["withdraw", "terugtrekken D-2026-0004", {}],
    ["withdraw", "D-2026-0004 intrekken", {}],
    ["take", "ik pak wipkip genderen op", { kernen: ["genderen"] }],
    ["take", "ik pak dit op", {}],
    ["take", "ik neem D-2026-0003 over", {}],
    ["take", "deze pak ik", {}],
    ["schedule", "ingepland wk 23 wipkip genderen", { kernen: ["genderen"] }],
    ["schedule", "wipkip genderen is ingepland voor 1 juni", { kernen: ["genderen"] }],
    ["schedule", "plan wipkip genderen in voor wk 23", { kernen: ["genderen"] }],
    ["schedule", "D-2026-0003 gepland voor wk 23", {}],
    ["split", "splits D-2026-0003", {}],
    ["split", "D-2026-0003 opsplitsen", {}],
    [
      "contribution",
      "bijdrage van RO bij D-2026-0003: bestemmingsplan laat het toe",
      { vakteams: ["ro-vastgoed"] },
    ],
    ["contribution", "bijdrage van RO: bestemmingsplan laat het toe", { vakteams: ["ro-vastgoed"] }],
    ["promote", "maak er een vast antwoord van", {}],
    ["promote", "bewaar dit als vast antwoord", {}],
    ["reportedBack", "gemaild aan oudergroep 23/4, blij", {}],
    ["reportedBack", "teruggekoppeld aan de dorpsraad, tevreden", {}],
    ["reportedBack", "ouders gisteren gebeld, zijn blij", {}],
    ["close", "afsluiten genderen wipkip", { kernen: ["genderen"] }],
    ["called", "even gebeld met oudergroep genderen: komt goed", { kernen: ["genderen"] }],
  ])("%s: %s", (intent, typed, more) => {
    expect(reader.read(typed)).toMatchObject({ intent, ...more });
  });
});

describe("somebody asks how a team stands", () => {
  it.each<[IntentName, string, object]>([
    ["load", "hoe vol zit verkeer?", { vakteams: ["verkeer"] }],
    ["load", "hoe druk is BOR", { vakteams: ["bor"] }],
    ["load", "heeft RO nog plek", { vakteams: ["ro-vastgoed"] }],
    ["load", "hoe vol zitten de regisseurs", {}],
    ["list", "wat ligt er bij BOR", { vakteams: ["bor"] }],
    ["list", "wat heeft verkeer liggen", { vakteams: ["verkeer"] }],
    ["list", "welke dossiers liggen er bij RO en verkeer", { vakteams: ["ro-vastgoed", "verkeer"] }],
    ["list", "overzicht van BOR", { vakteams: ["bor"] }],
    ["inKern", "overzicht van Veen", { kernen: ["veen"] }],
    ["inKern", "wat speelt er in Veen", { kernen: ["veen"] }],
    ["promised", "wat is er beloofd in dussen", { kernen: ["dussen"] }],
    ["personalFigures", "wie heeft t meeste openstaan", {}],
    ["personalFigures", "hoe vol zit Daan", {}],
    ["personalFigures", "wat ligt er bij Esra", {}],
    ["myWork", "wat ligt er nog bij mij", {}],
  ])("%s: %s", (intent, typed, more) => {
    expect(reader.read(typed)).toMatchObject({ intent, ...more });
  });
});

describe("somebody speaks of the kernbudget", () => {
  it.each<[IntentName, string, object]>([
    ["pot", "pot nog vol?", {}],
    ["pot", "hoeveel zit er nog in de pot", {}],
    ["pot", "hoeveel kernbudget is er nog over", {}],
    ["pot", "is het kernbudget al op", {}],
    ["pot", "stand van het kernbudget", {}],
    ["application", "mag ik 300 eu voor bloembakken andel", { kernen: ["andel"] }],
    [
      "application",
      "aanvraag oranjever. drongelen binnen, 1850 euro voor koningsdag kinderspelen + speakers huren. eigen geld 700 + 12 vrijwilligers. formulier zit in zaak Z-26-00417",
      { kernen: ["drongelen"] },
    ],
    ["application", "dorpsraad vraagt € 400 voor een bank in veen", { kernen: ["veen"] }],
  ])("%s: %s", (intent, typed, more) => {
    expect(reader.read(typed)).toMatchObject({ intent, ...more });
  });
});

describe("the same words about something else still ask who owns it", () => {
  it.each([
    "hoe lang moet ik wachten tot mijn paspoort klaar is",
    "ik wacht op antwoord over mijn paspoort",
    "antwoord op mijn vraag over het paspoort",
    "wanneer heropenen jullie het zwembad",
    "wanneer is het zwembad weer open",
    "vergunning intrekken",
    "hoe druk is het verkeer in hank",
    "hoe druk is het op de weg in andel",
    "wat is de eigen bijdrage voor wmo",
    "bijdrage voor een traplift",
    "ik neem aan dat het riool van jullie is",
    "wie pakt dit op: drempel in andel",
    "is er een evenement gepland op 27 april in hank",
    "aanvraag rolstoel wmo",
    "wie doet het kernbudget",
    "wie gaat over de aanvraag van 300 euro voor bloembakken",
    "glas in de pot",
    "heb ik mijn melding over de lantaarnpaal doorgegeven aan jullie",
    "wat ligt er in de sloot in veen",
    "zwembad inplannen voor school",
  ])("%s", (typed) => {
    expect(reader.read(typed).intent).toBe("owner");
  });
});
