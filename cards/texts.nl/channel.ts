export const channel = {
  ask: "Is dit het kanaal van een vakteam? Dan komt hier voortaan ook wat voor dat team is.",
  linked: (teams: readonly string[]) =>
    `Dit is het kanaal van ${teams.length === 1 ? "team" : "de teams"} ${teams.join(" en ")}. Wat voor het team is, komt ook hier.`,
  linkedNow: (team: string) =>
    `Dit is nu het kanaal van team ${team}. Wat voor het team is, komt voortaan ook hier.`,
  unlinked: (team: string) =>
    `Dit is niet meer het kanaal van team ${team}. Het team heeft een ander kanaal gekozen.`,
  formTitle: "Kanaal van een vakteam",
  explain: "Een team heeft één kanaal. Had het team al een ander kanaal, dan vervalt dat.",
  vakteam: "Welk team werkt in dit kanaal?",
  vakteamRequired: "Kies een team.",
} as const;
