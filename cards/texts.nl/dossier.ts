export const dossier = {
  number: "Dossier",
  kern: "Kern",
  kernen: "Kernen",
  everywhere: "hele gemeente",
  status: "Status",
  owner: "Eigenaar",
  team: "Team",
  promised: "Beloofd",
  promisedBy: (name: string, text: string, day?: string) =>
    day === undefined ? `${text} – ${name}` : `${text} (vóór ${day}) – ${name}`,
  nothingPromised: "niets",
  due: "Terug vóór",
  today: (day: string) => `vandaag, ${day}`,
  past: (day: string) => `${day} (de datum is voorbij)`,
  urgency: "Spoed",
  urgent: (kind: string, why: string) => (why === "" ? kind : `${kind}: ${why}`),
  asked: "Gevraagd",
  done: "Al gedaan",
  driehoek: "Dorp en partners",
  reference: "Kenmerk",
  closedOnly: "Afgesloten",
  scheduledOn: (day: string) => `Ingepland op ${day}`,
  holdUntil: (day: string) => `Wacht tot ${day}`,
  decisionOn: (day: string) => `Wacht op besluit, verwacht op ${day}`,
  waitsFor: {
    scheduled: (what: string) => `Ingepland: ${what}`,
    onHold: (what: string) => `Wacht op: ${what}`,
    awaitingDecision: (what: string) => `Besluit: ${what}`,
  },
  asksHow: (day: string) => `De gebiedsregisseur vraagt op ${day} hoe het gaat.`,
  take: "Wil jij dit overnemen?",
  regie: (reason: string, name: string) =>
    `Jij wordt gevraagd om te verbinden: ${reason}. De inhoud blijft bij ${name}.`,
  keepsContact: (name: string) => `${name} houdt contact met de bewoners.`,
  namedYou: "Volgens de lijst past dit bij jou. Een collega mag het ook oppakken.",
  named: (name: string) => `Volgens de lijst past dit bij ${name}. Een collega mag het ook oppakken.`,
  at: (time: string) => `om ${time}`,
  on: (day: string) => `op ${day}`,
  taken: (name: string, when: string) => `${name} heeft dit ${when} opgepakt.`,
  assigned: (by: string, name: string, when: string) => `${by} heeft ${name} ${when} gevraagd dit te doen.`,
  takenFor: (name: string) => `${name} neemt dit over. Jij houdt contact met de bewoners.`,
  queued: (moment: string, team: string) => `Dit gaat ${moment} naar ${team}.`,
  queuedFull: (team: string, day: string) =>
    `Team ${team} zit vol. Dit staat op de wachtlijst, naar verwachting in behandeling vanaf ${day}.`,
  undo: "Tot dan kun je het terugtrekken. Je blijft eigenaar tot iemand het oppakt.",
  delivered: (team: string) => `Dit ligt bij ${team}. Je blijft eigenaar tot iemand het oppakt.`,
  withdrawn: "Teruggetrokken.",
  returned: (team: string, reason: string) => `${team} gaf dit terug: ${reason}.`,
  returnedFrom: (day: string) => `Het kan wel vanaf ${day}.`,
  regularRoute: "Dit loopt via de vaste route. Daar krijgen de bewoners ook bericht.",
  reopened: (why: string) => (why === "" ? "Dit is heropend." : `Dit is heropend: ${why}`),
  cancelled: (why: string) => (why === "" ? "Hier is geen actie op nodig." : `Geen actie nodig: ${why}`),
  bundledInto: (number: string) => `Dit is gebundeld met ${number}. Daar gaat het verder.`,
  question: (name: string, question: string) => `${name} vraagt: ${question}`,
  reply: (name: string, text: string) => `${name} antwoordt: ${text}`,
  waitsForReply: (name: string) => `${name} heeft nog niet geantwoord.`,
  tell: (day?: string) =>
    day === undefined
      ? "Er is antwoord. Laat jij het de bewoners weten?"
      : `Er is antwoord. Laat jij het de bewoners weten vóór ${day}?`,
  answer: (name: string) => `Antwoord van ${name}`,
  draft: "Concept voor de bewoners. Pas het aan en stuur het zelf. Ik verstuur niets.",
  forAsker: "Er is antwoord op je vraag.",
  thanks: (kernen: string) =>
    kernen === "" ? "Het antwoord is gebruikt. Dank je." : `Teruggekoppeld aan ${kernen}. Dank je.`,
  feedbackOpen: (kernen: string) => `Nog terugkoppelen aan ${kernen}.`,
  feedbackDone: (kern: string | undefined, day: string, how: string) =>
    `Teruggekoppeld${kern === undefined ? "" : ` aan ${kern}`} op ${day}: ${how}`,
  feedbackNone: (kern: string | undefined, day: string, why: string) =>
    `Geen terugkoppeling${kern === undefined ? "" : ` aan ${kern}`} (${day}): ${why}`,
  bundled: (kernen: string) => `Eén antwoord voor ${kernen}. Elke kern krijgt een eigen terugkoppeling.`,
  contribution: (team: string, asked: string) => `Bijdrage gevraagd van ${team}: ${asked}`,
  hidden: "Dit dossier kun je niet zien.",
  goTo: (name: string) =>
    name === ""
      ? "Vraag het de gebiedsregisseur van de kern."
      : `Wil je er iets over weten? Vraag het ${name}.`,
  hiddenNumber: (number: string) => `Dossier ${number}`,
  outline: "Je ziet de hoofdlijn. De inhoud ligt bij wie eraan werkt.",
  keeps: "Ik bewaar bij een dossier wie wat deed en wanneer. Gegevens van bewoners bewaar ik niet.",
} as const;

/** A draft of what residents read: "u", short, and only what was answered. Nothing is sent by itself. */
export const residents = {
  dear: (kern?: string) => (kern === undefined ? "Beste bewoners," : `Beste bewoners van ${kern},`),
  question: (topic?: string) =>
    topic === undefined ? "U vroeg ons om een reactie." : `U vroeg ons om een reactie over ${topic}.`,
  answer: (answer: string) => `Ons antwoord: ${answer}`,
  close: "Hebt u nog vragen? Neem dan contact op met uw gebiedsregisseur.",
} as const;

export const load = {
  now: (team: string, units: string, limit: string) =>
    `Team ${team} heeft nu ${units} van ${limit} dossiers.`,
  waiting: (count: number, days?: string) => {
    const said = count === 1 ? "1 dossier wacht" : `${count} dossiers wachten`;
    return days === undefined ? `${said}.` : `${said}, naar verwachting tot ${days}.`;
  },
  room: (day: string) => `De eerste plek komt vrij rond ${day}.`,
  oldest: (day: string) => `Het oudste dossier is van ${day}.`,
} as const;

/** "A, B en C" */
export function list(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} en ${last}`;
}

export const dossierWhy = {
  title: "Waarom deze collega?",
  summary: "Waarom deze collega is genoemd.",
  team: (team: string) => `Het onderwerp hoort bij ${team}. Van het team keek ik naar:`,
  nobody: "Er is nu niemand genoemd. Het ligt bij het team als geheel.",
  anybody: "Iedereen van het team mag het oppakken.",
  regie: (reason: string) => `Dit is gevraagd aan gebiedsregie. De reden: ${reason}.`,
} as const;

export const timeline = {
  title: (number: string) => `Wat er gebeurde met ${number}`,
  line: (day: string, time: string, who: string, what: string) => `${day}, ${time} – ${who}: ${what}`,
  more: (count: number) => (count === 1 ? "En nog 1 eerdere stap." : `En nog ${count} eerdere stappen.`),
  system: "Kernwijzer",
} as const;
