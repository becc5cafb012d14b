import type { PlainText } from "../bot/domain/notice.ts";
import type { Contact } from "../bot/domain/contact.ts";
import type { RoleName } from "../bot/domain/official.ts";
import type { Level } from "../bot/domain/ownership.ts";
import type { Refusal } from "../bot/domain/refusal.ts";

/** Every Dutch sentence in Teams: B1, calm, "je". Values passed in are already safe to show (`plain`). */
export const nl = {
  answer: {
    title: (topic: string, kern?: string) => (kern === undefined ? topic : `${topic} – ${kern}`),
    summary: (topic: string, kern: string | undefined, team: string, first?: string) =>
      `${topic}${kern === undefined ? "" : ` in ${kern}`}: team ${team}${first === undefined ? "" : `, eerst naar ${first}`}.`,
    team: "Team",
    first: "Eerst naar",
    regisseur: "Gebiedsregisseur",
    portefeuillehouder: "Portefeuillehouder",
    channel: "Vaste route",
    confirmed: "Laatst bevestigd",
    never: "nog nooit",
    holder: (name: string, portefeuille: string) => `${name} (${portefeuille})`,
    firstAs: (name: string, as: Contact["as"]) =>
      ({
        named: name,
        deputy: `${name} (vervanger)`,
        aanspreekpunt: `${name} (aanspreekpunt)`,
        teamleider: `${name} (teamleider)`,
        team: name,
      })[as],
    wholeTeam: "het team als geheel: er is nu niemand aanwezig",
    absent: (name: string, until?: string) =>
      until === undefined ? `${name} werkt hier niet meer.` : `${name} is afwezig t/m ${until}.`,
    noDeputy: "Er staat geen vervanger in de lijst.",
    goTo: (name: string) => `Ga naar ${name}.`,
    unconfirmed: (months: number) => `Deze regel is ${months} maanden niet bevestigd.`,
    neverConfirmed: "Deze regel is nog nooit bevestigd.",
    why: (level: Level, topic: string, kern: string | undefined, source: string) =>
      ({
        topicInKern: `Waarom deze? Voor ${kern} geldt een eigen regel (bron: ${source}).`,
        topic: `Waarom deze? Deze regel geldt voor ${topic} in alle kernen (bron: ${source}).`,
        parentInKern: `Waarom deze? Voor dit onderwerp is geen eigen regel; voor ${kern} geldt die van ${topic} (bron: ${source}).`,
        parent: `Waarom deze? Voor dit onderwerp is geen eigen regel; die van ${topic} geldt (bron: ${source}).`,
      })[level],
    ended: (count: number) =>
      count === 1 ? "Een andere regel is verlopen." : `${count} andere regels zijn verlopen.`,
    notYet: "Er is een regel die pas later ingaat.",
    other: (topic: string) => `Niet zeker. Of bedoel je ${topic}?`,
    danger:
      "Is er nu gevaar? Bel meteen 112 of het spoednummer van de gemeente. Wacht niet op antwoord hier.",
  },
  conflict: {
    summary: (topic: string) => `${topic}: de regels spreken elkaar tegen.`,
    explain: "De regels spreken elkaar tegen. Er is dus nog geen eigenaar. Deze teams staan er allebei in:",
    next: (name: string) => `${name} (functioneel beheer) kan dit rechtzetten.`,
    team: (team: string, first?: string) => (first === undefined ? team : `${team}, eerst naar ${first}`),
  },
  noOwner: {
    summary: (topic: string) => `${topic}: er staat geen eigenaar in de lijst.`,
    explain: "Dat weet ik niet. Voor dit onderwerp staat geen eigenaar in de lijst.",
  },
  elsewhere: {
    summary: (topic: string) => `${topic}: dit is geen taak van de gemeente.`,
    explain: "Dit is geen taak van de gemeente.",
    who: "Wie wel",
  },
  notKnown: {
    title: "Dat weet ik niet",
    summary: "Dat weet ik niet.",
    explain: "Ik vind geen onderwerp dat hierbij past.",
    again: "Probeer het met andere woorden, bijvoorbeeld: *wie gaat over speelplekken in Genderen*.",
    next: (name?: string) =>
      name === undefined
        ? "Kom je er niet uit? Vraag het aan functioneel beheer."
        : `Kom je er niet uit? Vraag het aan ${name} (functioneel beheer).`,
  },
  askKern: {
    title: "Welke kern bedoel je?",
    one: (kern: string) => `Bedoel je ${kern}, of een andere kern?`,
    more: "Over welke kern gaat het?",
    type: "Je mag de naam ook typen.",
    input: "Kern",
    whole: "Geen kern: de hele gemeente",
    required: "Kies een kern.",
    gone: "Deze vraag is niet meer nodig. Je hebt daarna iets anders gevraagd.",
  },
  changeForm: {
    title: (topic: string, kern?: string) =>
      `Klopt niet: ${kern === undefined ? topic : `${topic} – ${kern}`}`,
    explain:
      "Wie is volgens jou de eigenaar? Je voorstel gaat naar dat team. Er verandert pas iets als zij akkoord zijn.",
    vakteam: "Welk team moet het zijn?",
    vakteamRequired: "Kies een team.",
    scope: "Waar geldt dat?",
    everywhere: "In alle kernen",
    onlyIn: (kern: string) => `Alleen in ${kern}`,
    remark: "Toelichting (mag leeg blijven)",
    remarkHint: "Zet hier geen gegevens van bewoners.",
  },
  proposal: {
    title: (topic: string, kern?: string) =>
      `Andere eigenaar? ${kern === undefined ? topic : `${topic} – ${kern}`}`,
    summary: (topic: string, team: string) => `Voorstel: ${topic} gaat naar team ${team}.`,
    now: "Nu",
    nobody: "niemand",
    new: "Voorstel",
    scope: "Geldt voor",
    everywhere: "alle kernen",
    by: "Voorgesteld door",
    remark: "Toelichting",
    ask: "Is dit van jullie team? Na jouw akkoord geldt het vanaf vandaag. De oude regel blijft in de historie.",
    sent: (names: string) => `Je voorstel is verstuurd naar ${names}. Je krijgt bericht.`,
    nobodyToAsk:
      "Je voorstel is bewaard, maar ik kon niemand van het team bereiken. Neem contact op met functioneel beheer.",
    informed: (team: string) => `Ter informatie. Team ${team} beslist hierover.`,
    accepted: (name: string, day: string) => `${name} ging akkoord. Het is aangepast vanaf ${day}.`,
    thanks: "Aangepast, dank je.",
    refused: (name: string) => `${name} ging niet akkoord. Er is niets veranderd.`,
    reason: "Reden",
    reasonInput: "Reden als je niet akkoord gaat",
  },
  deputy: {
    title: (name: string) => `Vervanging van ${name}`,
    summary: (name: string, deputy?: string) =>
      deputy === undefined
        ? `Voor ${name} staat geen vervanger in de lijst.`
        : `${name} wordt vervangen door ${deputy}.`,
    none: "geen vervanger bekend",
    noRoles: "Ik vind geen rol van deze collega in de lijst.",
  },
  help: {
    title: "Dit kun je mij vragen",
    intro: "Typ je vraag zoals je hem aan een collega stelt. Bijvoorbeeld:",
    welcomeTitle: "Hallo, ik ben Kernwijzer",
    welcome: "Ik weet wie in de gemeente waarover gaat, per kern.",
    contact: "Klopt een antwoord niet? Tik dan op *Klopt niet*. Een mens beslist over de wijziging.",
    examples: {
      gebiedsregisseur: [
        "wie gaat over speelplekken in Genderen",
        "wie is vervanger van Daan",
        "te hard rijden Dorpsweg Sleeuwijk",
      ],
      wethouder: [
        "wie gaat over verkeer in Hank",
        "wie gaat over het dorpshuis in Dussen",
        "wie is gebiedsregisseur in Veen",
      ],
      vakambtenaar: [
        "wie is gebiedsregisseur in Nieuwendijk",
        "wie gaat over evenementenvergunning",
        "wie is vervanger van Daan",
      ],
      everyone: [
        "wie gaat over hondenlosloopgebied in Veen",
        "stoeptegel los in Nieuwendijk",
        "wie gaat over subsidies",
      ],
    },
  },
  roles: {
    gebiedsregisseur: "gebiedsregisseur",
    kernwethouder: "kernwethouder",
    kernbestuurder: "kernbestuurder",
    portefeuillehouder: "portefeuillehouder",
    vakambtenaar: "vakambtenaar",
    aanspreekpunt: "aanspreekpunt",
    teamleider: "teamleider",
    programmamanager: "programmamanager",
    directie: "directie",
    bestuurssecretariaat: "bestuurssecretariaat",
    "functioneel beheer": "functioneel beheer",
  } satisfies Record<RoleName, string>,
  buttons: {
    choose: "Kies",
    otherKern: "Andere kern",
    otherTopic: (topic: string) => `Ik bedoel ${topic}`,
    notRight: "Klopt niet",
    propose: "Voorstel versturen",
    back: "Terug",
    accept: "Akkoord",
    refuse: "Niet akkoord",
  },
  plain: {
    thanks: "Graag gedaan.",
    smallTalk: "Hallo. Waar kan ik je mee helpen? Typ *help* voor voorbeelden.",
    outOfReach:
      "Daar kan ik je niet mee helpen. Ik weet wie in de gemeente waarover gaat. Typ *help* voor voorbeelden.",
    english: "I understand Dutch only. Ask me in Dutch who owns a topic in a village, or type *help*.",
    whoDoYouMean: "Ik weet niet wie je bedoelt. Typ de voornaam en de achternaam van je collega.",
  } satisfies Record<PlainText, string>,
  refusals: {
    unknownButton: "Deze knop ken ik niet. Er is niets veranderd. Typ *help* als je verder wilt.",
    notForYou: "Deze vraag is aan iemand anders gericht. Er is niets veranderd.",
    outdated: "Deze kaart is niet meer actueel. Er is niets veranderd. Stel je vraag opnieuw.",
    notInRegister:
      "Je staat nog niet in de lijst met collega's. Daarom kan dit nog niet. Vraag functioneel beheer om je toe te voegen.",
    badInput: "Dat lukte niet: de keuze is niet bekend. Er is niets veranderd. Kies opnieuw.",
    reasonMissing: "Schrijf er een reden bij. Er is nog niets veranderd.",
    notStored: "Dat lukte niet. Er is niets veranderd. Probeer het over een paar minuten opnieuw.",
    failed: "Dat lukte niet door een fout bij ons. Probeer het opnieuw of typ *help*.",
    slow: "Dit duurt langer dan normaal. Kijk zo meteen of het gelukt is; nog een keer tikken kan geen kwaad.",
  } satisfies Record<Refusal, string>,
} as const;
