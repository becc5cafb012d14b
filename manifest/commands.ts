import type { IntentName } from "../bot/domain/language/reading.ts";

/** A sentence in the menu that Teams shows when somebody starts typing; choosing it types it. */
export interface Command {
  /** In Dutch, whatever the language of the client: it is what Kernwijzer reads. */
  readonly title: string;
  /** What it gives, in Dutch and in English. */
  readonly nl: string;
  readonly en: string;
  /** What Kernwijzer must understand it to ask, and about which kern or vakteam. */
  readonly asks: IntentName;
  readonly kern?: string;
  readonly vakteam?: string;
}

const everyone: readonly Command[] = [
  {
    title: "wie gaat over speelplekken in Genderen",
    nl: "Het team, het eerste contact en de gebiedsregisseur",
    en: "The team, the first contact and the gebiedsregisseur",
    asks: "owner",
    kern: "Genderen",
  },
  {
    title: "lantaarnpaal kapot in Wijk en Aalburg",
    nl: "Waar een melding van een bewoner heen gaat",
    en: "Where a resident's report goes",
    asks: "owner",
    kern: "Wijk en Aalburg",
  },
  {
    title: "wie is gebiedsregisseur in Veen",
    nl: "Wie de kern verbindt met het gemeentehuis",
    en: "Who connects the village with the town hall",
    asks: "role",
    kern: "Veen",
  },
  {
    title: "help",
    nl: "Voorbeelden van wat je kunt vragen",
    en: "Examples of what you can ask",
    asks: "help",
  },
];

const vakteam: readonly Command[] = [
  {
    title: "wie is teamleider van Verkeer",
    nl: "Wie een team leidt, en wie vervangt",
    en: "Who leads a team, and who stands in",
    asks: "role",
    vakteam: "Verkeer",
  },
];

const regisseur: readonly Command[] = [
  {
    title: "te hard rijden Dorpsweg Sleeuwijk",
    nl: "Bij welk team een signaal uit de kern hoort",
    en: "Which team a signal from the village belongs to",
    asks: "owner",
    kern: "Sleeuwijk",
  },
  {
    title: "wie is kernwethouder van Dussen",
    nl: "Welk lid van het college bij een kern hoort",
    en: "Which member of the college goes with a village",
    asks: "role",
    kern: "Dussen",
  },
];

const wethouder: readonly Command[] = [
  {
    title: "wie gaat over verkeer in Almkerk",
    nl: "Het team achter een onderwerp, en wie je belt",
    en: "The team behind a subject, and whom to call",
    asks: "owner",
    kern: "Almkerk",
  },
  {
    title: "wie heeft dorpshuizen in portefeuille",
    nl: "Wie in het college over een onderwerp gaat",
    en: "Who in the college answers for a subject",
    asks: "owner",
  },
];

/** In a channel of a team only. */
const channel: readonly Command[] = [
  {
    title: "dit is het kanaal van Verkeer",
    nl: "De teamleider koppelt dit kanaal aan een vakteam",
    en: "The teamleider links this channel to a vakteam",
    asks: "linkChannel",
    vakteam: "Verkeer",
  },
];

/**
 * The commands of each role. Those of everyone stand in chats, groups and channels, the other roles' in one's own chat only.
 * Teams takes twelve at most. They name kernen and teams of Altena: another municipality changes these lines.
 */
export const COMMANDS = { everyone, vakteam, regisseur, wethouder, channel } as const;
