export const changeForm = {
  title: (topic: string, kern?: string) => `Klopt niet: ${kern === undefined ? topic : `${topic} – ${kern}`}`,
  explain:
    "Wie is volgens jou de eigenaar? Je voorstel gaat naar dat team. Er verandert pas iets als zij akkoord zijn.",
  vakteam: "Welk team moet het zijn?",
  vakteamRequired: "Kies een team.",
  scope: "Waar geldt dat?",
  everywhere: "In alle kernen",
  onlyIn: (kern: string) => `Alleen in ${kern}`,
  remark: "Toelichting (mag leeg blijven)",
  remarkHint: "Zet hier geen gegevens van bewoners.",
} as const;

export const proposal = {
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
} as const;
