export const access = {
  anybody: "Dat mag je mij altijd vragen.",
  offered:
    "Je staat nog niet in de lijst met collega's. Daarom kun je nog niets wijzigen en krijg je geen vragen van mij. Functioneel beheer kan je toevoegen.",
  whatIsSent: "Functioneel beheer ziet dan je naam en je account bij Teams.",
  waiting: "Je vraag om toegang ligt bij functioneel beheer. Je krijgt bericht.",
  linked: (name: string) => `Je staat nu in de lijst als ${name}. Typ *help* om te zien wat je kunt vragen.`,
  refused: "Functioneel beheer heeft je niet toegelaten. Klopt dat niet? Neem dan contact met hen op.",
  refusedBecause: (reason: string) =>
    `Functioneel beheer heeft je niet toegelaten. De reden: ${reason}. Klopt dat niet? Neem dan contact met hen op.`,
  title: "Iemand vraagt toegang",
  other: "Functioneel beheer beslist hierover.",
  name: "Naam bij Teams",
  nameless: "geen naam bekend",
  entraId: "Object-id in Entra",
  askedAt: "Gevraagd op",
  check:
    "Wie is dit? De naam komt van Teams en is geen bewijs. Controleer het object-id in Entra, of bel de collega. Na het koppelen heeft dit account alle rollen die bij de collega staan.",
  noCandidates:
    "Iedereen in de lijst is al gekoppeld. Zet de collega eerst in de lijst; daarna kun je hier koppelen.",
  official: "Welke collega is dit?",
  officialRequired: "Kies een collega uit de lijst.",
  reasonInput: "Reden als je niet toelaat",
  reason: "Reden",
  linkedBy: (decider: string, official: string) => `${decider} heeft dit account gekoppeld aan ${official}.`,
  refusedBy: (decider: string) => `${decider} heeft dit account niet toegelaten. Er is niets veranderd.`,
  notAsked: "Er is geen vraag om toegang meer.",
  elsewhere: "Wie gevraagd is, beslist hierover.",
} as const;
