import type { Contact } from "../../bot/domain/contact.ts";
import type { Level } from "../../bot/domain/ownership.ts";

export const answer = {
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
  danger: "Is er nu gevaar? Bel meteen 112 of het spoednummer van de gemeente. Wacht niet op antwoord hier.",
} as const;

export const conflict = {
  summary: (topic: string) => `${topic}: de regels spreken elkaar tegen.`,
  explain: "De regels spreken elkaar tegen. Er is dus nog geen eigenaar. Deze teams staan er allebei in:",
  next: (name: string) => `${name} (functioneel beheer) kan dit rechtzetten.`,
  team: (team: string, first?: string) => (first === undefined ? team : `${team}, eerst naar ${first}`),
} as const;

export const noOwner = {
  summary: (topic: string) => `${topic}: er staat geen eigenaar in de lijst.`,
  explain: "Dat weet ik niet. Voor dit onderwerp staat geen eigenaar in de lijst.",
} as const;

export const elsewhere = {
  summary: (topic: string) => `${topic}: dit is geen taak van de gemeente.`,
  explain: "Dit is geen taak van de gemeente.",
  who: "Wie wel",
} as const;
