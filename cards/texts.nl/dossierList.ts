import type { LineKind } from "../../bot/domain/dossier/digest.ts";

export const dossierList = {
  mine: "Dit ligt er voor jou",
  kern: (kern: string) => `Dit speelt er in ${kern}`,
  promised: (kern?: string) => (kern === undefined ? "Dit is er beloofd" : `Dit is er beloofd in ${kern}`),
  vakteam: (team: string) => `Dit ligt er bij ${team}`,
  which: "Welk dossier bedoel je?",
  nothing: {
    mine: "Er ligt niets voor jou.",
    kern: "Ik vind geen open dossiers die je mag zien.",
    promised: "Ik vind geen beloftes die nog open staan.",
    vakteam: "Ik vind geen open dossiers die je mag zien.",
    which: "Ik vind geen dossier dat hierbij past. Typ een paar woorden uit de titel of het nummer.",
  },
  promise: (kern: string | undefined, text: string, day?: string) => {
    const said = kern === undefined ? `Beloofd: ${text}` : `Beloofd in ${kern}: ${text}`;
    return day === undefined ? said : `${said} (vóór ${day})`;
  },
  before: (day: string) => `vóór ${day}`,
  more: (count: number) =>
    `En nog ${count}. Typ het nummer of een paar woorden om een ander dossier te openen.`,
  open: "Openen",
} as const;

export const digest = {
  title: "Je dagbundel",
  summary: (count: number) =>
    count === 1 ? "1 bericht in je dagbundel." : `${count} berichten in je dagbundel.`,
  nothing: "Er staat niets meer in.",
  /** What is told in one line of it; `text` goes with it and may be empty. */
  kinds: {
    taken: () => "Het team heeft dit opgepakt.",
    added: (text) => `${text} toegevoegd.`,
    info: (text) => (text === "" ? "Ter informatie." : `Ter informatie: ${text}`),
    asked: (text) => (text === "" ? "Er is iets aan jou gevraagd." : `Aan jou gevraagd: ${text}`),
    returned: () => "Teruggegeven. Wat wil je ermee doen?",
    dueSoon: () => "Hierop is binnenkort een reactie nodig.",
    due: () => "Vandaag is de datum.",
    overdue: () => "De datum is voorbij.",
    waitOver: () => "De wachtdatum is bereikt. Kan het verder?",
    silence: () => "De bewoners hebben lang niets gehoord. Laat weten dat het nog loopt.",
    promise: () => "De beloofde datum komt eraan.",
    answered: () => "Er is antwoord. Laat jij het de bewoners weten?",
    feedbackDone: (text) =>
      text === "" ? "Teruggekoppeld. Dank je." : `Teruggekoppeld aan ${text}. Dank je.`,
    noOne: () => "Niemand van het team kan dit nu oppakken.",
    assign: () => "Wil je dit toewijzen, de datum verzetten of teruggeven?",
  } satisfies Record<LineKind, (text: string) => string>,
} as const;
