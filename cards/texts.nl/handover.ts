export const handover = {
  title: "Overdragen",
  summary: (title: string) => `Overdragen: ${title}`,
  intro: "Er is nog niets verstuurd. Klopt dit?",
  what: "Waar gaat het over? (één zin)",
  kern: "Welke kern?",
  team: "Naar welk team?",
  asked: "Wat vraag je precies?",
  done: "Wat is er al gedaan, en wie is gesproken?",
  promised: "Wat is er aan de bewoners beloofd? (leeg is: niets)",
  promisedDay: "Vóór welke datum is dat beloofd?",
  driehoek: "Wat doen het dorp en partners zelf?",
  due: "Vóór welke datum moet er iets terug zijn?",
  asksKern: "Over welke kern gaat het?",
  asksPromisedDay: (promised: string) => `Je beloofde: ${promised}. Welke datum is dat?`,
  asksDriehoek: "Wat doet het dorp zelf?",
  type: "Je mag het antwoord ook typen.",
  contact: "Jij houdt contact met de bewoners.",
  contactIs: (name: string) => `${name} houdt contact met de bewoners.`,
  channelFirst: (name: string) => `Hiervoor is een vaste route: ${name}.`,
  askedBefore: (count: number, kernen: string, number: string) => {
    const who = count === 1 ? `${kernen} vroeg dit al` : `${count} dorpen vroegen dit al: ${kernen}`;
    return `${who} (dossier ${number}). Bundel je het, dan komt er één antwoord en hoort elke kern het apart.`;
  },
  earlier: (number: string, day: string, name: string) =>
    `Eerder beantwoord door ${name} op ${day} (${number}). Helpt dit al?`,
  instead: (name: string) => `Wie er wel is: ${name}.`,
  toTeam: "Het gaat naar het team als geheel.",
  full: "Wat wil je doen? Een ander team, het dorp of een partner vind je onder Meer.",
  urgent:
    "Spoed kan bij gevaar, een wettelijke termijn of een bestuurlijke wens. Bij gevaar: bel nu 112 of het spoednummer van het meldpunt.",
  urgency: "Is er spoed, en waarom?",
  urgencyText: "Toelichting bij spoed",
  board: (name: string) =>
    `Over de inhoud gaat de portefeuillehouder: ${name}. Een kernwethouder gaat daar niet over. Een bestuurlijke wens maakt het zichtbaar, maar verandert de plek in de rij niet.`,
  noUrgency: "Geen spoed",
  send: "Versturen",
  queue: "Op de wachtlijst",
  urgently: "Met spoed versturen",
  bundle: (number: string) => `Bundelen met ${number}`,
  fill: "Verder",
  keep: "Bewaren",
  edit: "Aanpassen",
  editOrOther: "Aanpassen, of een ander team",
  regieTitle: "Is hier gebiedsregie nodig?",
  regie:
    "Uitleg over regels of techniek is vakwerk. Dat mag jij in het dorp doen; daar is geen gebiedsregie voor nodig.",
  regieWhy: (name: string) => `Waarom zou ${name} dit doen?`,
  regieReason: "Reden",
  regieText: "Toelichting",
  regieSend: "Vraag de regisseur",
} as const;

export const forward = {
  title: (topic: string, kern?: string) =>
    `Vraag doorzetten: ${kern === undefined ? topic : `${topic} – ${kern}`}`,
  explain:
    "Je vraag gaat naar het team dat hierover gaat. Zij krijgen hem bij de volgende ronde, om 09:30 of 14:00.",
  text: "Je vraag in één of twee zinnen",
  send: "Doorzetten",
  button: "Vraag doorzetten",
  callTitle: (topic: string, kern?: string) =>
    `Terugbelafspraak: ${kern === undefined ? topic : `${topic} – ${kern}`}`,
  callExplain:
    "Het team belt binnen 2 werkdagen terug. Zet het nummer van de beller niet hier, maar in jullie eigen systeem.",
  callText: "Waar gaat het gesprek over? (mag leeg blijven)",
  reference: "Kenmerk waaronder de contactgegevens te vinden zijn",
  referenceRequired: "Vul het kenmerk in.",
  callSend: "Vastleggen",
  callButton: "Terugbelafspraak",
} as const;
