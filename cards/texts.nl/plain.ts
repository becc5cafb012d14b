import type { PlainText } from "../../bot/domain/notice.ts";
import type { Refusal } from "../../bot/domain/refusal.ts";

export const plain = {
  thanks: "Graag gedaan.",
  smallTalk: "Hallo. Waar kan ik je mee helpen? Typ *help* voor voorbeelden.",
  outOfReach:
    "Daar kan ik je niet mee helpen. Ik weet wie in de gemeente waarover gaat. Typ *help* voor voorbeelden.",
  personalFigures:
    "Cijfers per persoon geef ik niet. De teamleider en de programmamanager zien hoeveel werk een team heeft.",
  offRecord:
    "Liever niet. Wat nodig is om iets goed af te handelen leg ik vast, meer niet. Wil je eerst overleggen? Bel dan even met je collega.",
  english: "I understand Dutch only. Ask me in Dutch who owns a topic in a village, or type *help*.",
  whoDoYouMean: "Ik weet niet wie je bedoelt. Typ de voornaam en de achternaam van je collega.",
  whichVakteam: "Ik weet niet welk team je bedoelt. Typ bijvoorbeeld: *dit is het kanaal van Verkeer*.",
  onlyInChannel: "Dat kan alleen in het kanaal zelf. Typ het daar en noem mij met @Kernwijzer.",
} as const satisfies Record<PlainText, string>;

export const refusals = {
  unknownButton: "Deze knop ken ik niet. Er is niets veranderd. Typ *help* als je verder wilt.",
  notForYou: "Deze vraag is aan iemand anders gericht. Er is niets veranderd.",
  outdated: "Deze kaart is niet meer actueel. Er is niets veranderd. Stel je vraag opnieuw.",
  notInRegister:
    "Je staat nog niet in de lijst met collega's. Daarom kan dit nog niet. Vraag functioneel beheer om je toe te voegen.",
  notYourTeam:
    "Dat kan alleen iemand die voor dat team beslist: de teamleider, het aanspreekpunt of functioneel beheer. Er is niets veranderd.",
  badInput: "Dat lukte niet: de keuze is niet bekend. Er is niets veranderd. Kies opnieuw.",
  reasonMissing: "Schrijf er een reden bij. Er is nog niets veranderd.",
  sensitive:
    "Hier staat iets over één persoon, zoals een telefoonnummer of een ziekte. Dat bewaar ik niet. Haal het weg en probeer het opnieuw. Er is nog niets veranderd.",
  notStored: "Dat lukte niet. Er is niets veranderd. Probeer het over een paar minuten opnieuw.",
  failed: "Dat lukte niet door een fout bij ons. Probeer het opnieuw of typ *help*.",
  slow: "Dit duurt langer dan normaal. Kijk zo meteen of het gelukt is; nog een keer tikken kan geen kwaad.",
} as const satisfies Record<Refusal, string>;
