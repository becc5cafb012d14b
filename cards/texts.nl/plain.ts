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
  inRegister: "Je staat al in de lijst met collega's. Je hoeft niets te vragen.",
  sentPrivately: "Ik heb je een bericht gestuurd in onze eigen chat.",
  whichKern: "Over welke kern gaat het? Typ bijvoorbeeld: *wat speelt er in Veen*.",
  handoverWhat:
    "Waar gaat het over? Typ het in één bericht, bijvoorbeeld: *overdragen aan BOR: bankje in Veen is weg, heb beloofd dat ze vrijdag iets horen*.",
  noKernbudget: "Er is nu geen regeling voor kernbudget bekend. Vraag het aan de programmamanager.",
  planPrivately: "Ik heb je het formulier in je eigen chat gestuurd.",
} as const satisfies Record<PlainText, string>;

export const refusals = {
  unknownButton: "Deze knop ken ik niet. Er is niets veranderd. Typ *help* als je verder wilt.",
  notForYou: "Deze vraag is aan iemand anders gericht. Er is niets veranderd.",
  outdated: "Deze kaart is niet meer actueel. Er is niets veranderd. Stel je vraag opnieuw.",
  notInRegister:
    "Je staat nog niet in de lijst met collega's. Daarom kan dit nog niet. Typ *help* in je eigen chat met mij; daar kun je toegang vragen.",
  guest: "Ik ben er alleen voor collega's van de gemeente. Vraag je contact bij de gemeente om hulp.",
  notChecked:
    "Ik kon niet nagaan of je bij de gemeente werkt. Er is niets veranderd. Probeer het over een paar minuten opnieuw.",
  notYourTeam:
    "Dat kan alleen iemand die voor dat team beslist: de teamleider, het aanspreekpunt of functioneel beheer. Er is niets veranderd.",
  nobodyToAsk:
    "Er is nu niemand van functioneel beheer die dit kan doen. Er is niets veranderd. Probeer het later opnieuw.",
  alreadyLinked:
    "Die collega is al gekoppeld aan een account. Er is niets veranderd. Kies een andere collega.",
  linkedToLeaver:
    "Dit account hoort in de lijst bij iemand die hier niet meer werkt. Er is niets veranderd. Pas eerst de lijst aan.",
  notAllowed:
    "Dat kan niet vanuit jouw rol. Er is niets veranderd. Wie het wel kan, staat op de kaart van het dossier.",
  notYourDossier:
    "Dit dossier kun je niet zien. Vraag het de gebiedsregisseur van de kern. Er is niets veranderd.",
  teamFull:
    "Dit team zit vol. Er is nog niets verstuurd. Kies: wachtlijst, bundelen, een ander team, of dorp of partner.",
  noOwner:
    "Er is geen team bekend voor dit onderwerp. Er is niets verstuurd. Vraag functioneel beheer wie het moet zijn.",
  callNow:
    "Bij gevaar bel je nu het spoednummer. Daarna kun je het hier vastleggen. Er is nog niets verstuurd.",
  notInTeam: "Deze collega werkt niet in dat team. Er is niets veranderd.",
  absent: "Deze collega is er nu niet. Er is niets veranderd. Kies iemand anders of het team.",
  closed: "Dit dossier is afgesloten. Er is niets veranderd. Je kunt het heropenen.",
  dateMissing: "Er is een datum nodig, vandaag of later. Er is nog niets veranderd.",
  regieReasonMissing:
    "Uitleg over regels of techniek is vakwerk. Dat mag je zelf in het dorp doen. Kies eerst waarom gebiedsregie nodig is. Er is nog niets veranderd.",
  statutory:
    "Dit is een wettelijke taak van de gemeente. Die kan het dorp niet overnemen. Er is niets veranderd.",
  hopLimit:
    "Dit dossier ging al twee keer naar een ander team. Nu is een gesprek nodig. De programmamanager plant dat. Er is niets veranderd.",
  refusedBefore: "Dat team gaf dit dossier al eerder terug. Er is niets veranderd. Kies een ander team.",
  badInput: "Dat lukte niet: de keuze is niet bekend. Er is niets veranderd. Kies opnieuw.",
  reasonMissing: "Schrijf er een reden bij. Er is nog niets veranderd.",
  sensitive:
    "Hier staat iets over één persoon, zoals een telefoonnummer of een ziekte. Dat bewaar ik niet. Haal het weg en probeer het opnieuw. Er is nog niets veranderd.",
  notStored: "Dat lukte niet. Er is niets veranderd. Probeer het over een paar minuten opnieuw.",
  failed: "Dat lukte niet door een fout bij ons. Probeer het opnieuw of typ *help*.",
  slow: "Dit duurt langer dan normaal. Kijk zo meteen of het gelukt is; nog een keer tikken kan geen kwaad.",
} as const satisfies Record<Refusal, string>;
